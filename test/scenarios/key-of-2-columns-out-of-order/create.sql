CREATE TABLE t (
  id INT NOT NULL,
  tenant SMALLINT UNSIGNED NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (tenant, id),
  KEY by_n (n)
);

INSERT INTO t (id, tenant, n, v, w)
SELECT n, MOD(n, 5), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
