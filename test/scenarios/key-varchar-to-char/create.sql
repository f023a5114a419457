CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  other INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  UNIQUE KEY by_other (other),
  KEY by_n (n)
);

INSERT INTO t (id, other, n, v, w)
SELECT CONCAT('k', n), n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
