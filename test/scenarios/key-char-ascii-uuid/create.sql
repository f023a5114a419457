CREATE TABLE t (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT INSERT(INSERT(SHA2(n, 256), 9, 1, '-'), 37, 64, ''), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
