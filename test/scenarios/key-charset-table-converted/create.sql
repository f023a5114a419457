CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET latin1 COLLATE latin1_swedish_ci NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
) DEFAULT CHARSET = latin1;

INSERT INTO t (id, n, v, w)
SELECT CONCAT(ELT(1 + MOD(n, 6), 'ä', 'ö', 'z', 'Å', 'y', 'ß'), n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
