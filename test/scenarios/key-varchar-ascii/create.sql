CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT(CHAR(33 + MOD(n, 90)), '-', n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
