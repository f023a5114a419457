CREATE TABLE t (
  id UUID NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT INSERT(INSERT(MD5(n), 13, 1, HEX(MOD(n, 16))), 17, 2, CONCAT(HEX(MOD(n DIV 16, 8) + IF(MOD(n, 16) >= 8 OR MOD(n, 3) = 0, 8, 0)), '1')), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
