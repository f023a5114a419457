CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a INT CHECK (a > 0),
  b INT CHECK (b > 0),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b)
SELECT n, n, n, n
FROM numbers;
