CREATE TABLE t (
  id VARCHAR(20) NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  UNIQUE KEY by_function ((LOWER(id))),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT('k', n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
