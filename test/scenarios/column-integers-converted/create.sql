CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a INT,
  b BIGINT,
  c INT,
  d INT UNSIGNED,
  e INT,
  f INT,
  g BIGINT,
  h INT,
  i INT,
  j INT,
  k BIGINT,
  l BIGINT,
  m INT,
  o INT,
  p INT,
  q INT,
  r TINYINT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r)
SELECT n, n, n - 1000, n, n, n, n * 3, n - 500, 9007199254740993 + n, n, 1901 + MOD(n, 200), MOD(n, 4), 20240101 + MOD(n, 28), 20240101102030 + MOD(n, 28), 1 + MOD(n, 2), n, n, MOD(n, 60), MOD(n, 3)
FROM numbers;
