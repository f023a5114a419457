CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a ENUM('x,y', 'z'),
  b ENUM('x', 'z'),
  c SET('x', 'z'),
  d SET('x', 'z'),
  e ENUM('x', 'z'),
  f ENUM('1', '2', '3'),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e, f)
SELECT n, n, 1 + MOD(n, 2), 1 + MOD(n, 2), MOD(n, 4), MOD(n, 4), 1 + MOD(n, 2), 4 - MOD(1 + n, 3) - 1
FROM numbers;
