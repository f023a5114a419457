CREATE TABLE t (
  id ENUM('z', 'a,b', 'it''s') NOT NULL,
  m INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id, m),
  UNIQUE KEY by_m (m),
  KEY by_n (n)
);

INSERT INTO t (id, m, n, v, w)
SELECT 1 + MOD(n, 3), n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
