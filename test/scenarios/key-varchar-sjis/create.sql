CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET sjis COLLATE sjis_japanese_ci NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT(ELT(1 + MOD(n, 5), 'ソ', '表', 'a', '能', '予'), n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
