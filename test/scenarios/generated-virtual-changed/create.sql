CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a INT,
  b INT,
  v INT AS (a + b) VIRTUAL,
  s VARCHAR(40) AS (CONCAT(a, '/', b)) STORED,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b)
SELECT n, n, n, n * 2
FROM numbers;
