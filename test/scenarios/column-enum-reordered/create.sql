CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a ENUM('a,b', 'it''s', 'c'),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, 1 + MOD(n, 3)
FROM numbers;
