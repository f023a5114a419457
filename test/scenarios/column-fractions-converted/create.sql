CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a DECIMAL(10, 3),
  b DECIMAL(10, 3),
  c DECIMAL(10, 3),
  d DECIMAL(10, 3),
  e DECIMAL(10, 3),
  f DOUBLE,
  g FLOAT,
  h DOUBLE,
  i FLOAT,
  j DOUBLE,
  k DOUBLE,
  l FLOAT,
  m FLOAT,
  o DECIMAL(16),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e, f, g, h, i, j, k, l, m, o)
SELECT n, n, n * 1.005, n * 1.005 - 1000, n * 1.001, n * 1.001, -n * 1.001, n / 3, n / 3, n / 3, n / 3, n + 0.5, n * 1e-7, n / 3, n * 1e10, 20240101
FROM numbers;
