CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  b INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, b)
SELECT n, n, n + 1
FROM numbers;
