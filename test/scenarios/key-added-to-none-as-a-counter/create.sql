CREATE TABLE t (
  id INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  KEY by_id (id),
  KEY by_n (n)
) STATS_PERSISTENT = 1 STATS_AUTO_RECALC = 0;

INSERT INTO t (id, n, v, w)
SELECT n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;

-- The server reserves numbers for as many rows as it believes there are.
ANALYZE TABLE t;
