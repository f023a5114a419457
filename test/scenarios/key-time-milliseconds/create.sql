CREATE TABLE t (
  id TIME(3) NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT SEC_TO_TIME((n - 1200) * 0.25), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
