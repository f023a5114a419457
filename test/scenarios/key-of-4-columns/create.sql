CREATE TABLE t (
  a TIME(2) NOT NULL,
  b YEAR NOT NULL,
  c BIT(3) NOT NULL,
  d SET('x', 'y', 'z') NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (a, b, c, d),
  KEY by_n (n)
);

INSERT INTO t (a, b, c, d, n, v, w)
SELECT SEC_TO_TIME((MOD(n, 20) - 10) * 0.5), 2000 + MOD(n, 4), MOD(n, 8), n DIV 40, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
