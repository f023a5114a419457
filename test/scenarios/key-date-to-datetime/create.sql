CREATE TABLE t (
  id DATE NOT NULL,
  m INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  UNIQUE KEY by_m (m),
  KEY by_n (n)
);

INSERT INTO t (id, m, n, v, w)
SELECT DATE '2000-01-01' + INTERVAL n DAY, n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
