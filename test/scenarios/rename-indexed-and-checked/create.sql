CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a INT,
  b INT,
  KEY by_n (n),
  KEY by_a (a, b),
  CONSTRAINT small CHECK (b < 100000)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b)
SELECT n, n, n, n
FROM numbers;
