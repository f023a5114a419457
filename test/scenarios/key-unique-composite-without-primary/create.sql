CREATE TABLE t (
  a INT NOT NULL,
  b DATE NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  UNIQUE KEY a_b (a, b),
  KEY by_n (n)
);

INSERT INTO t (a, b, n, v, w)
SELECT MOD(n, 11), DATE '2024-01-01' + INTERVAL n DAY, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
