CREATE TABLE t (
  tenant VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
  id INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (tenant, id),
  KEY by_n (n)
);

INSERT INTO t (tenant, id, n, v, w)
SELECT ELT(1 + MOD(n, 3), 'Ärger', 'b', 'zz'), n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
