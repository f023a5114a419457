CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a ENUM('a', 'unused', 'b', 'c'),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, ELT(1 + MOD(n, 3), 1, 3, 4)
FROM numbers;
