CREATE TABLE t (
  id INT NOT NULL,
  region INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  PRIMARY KEY (id, region),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, region, n, v)
SELECT n, MOD(n, 4), n, CONCAT('row ', n)
FROM numbers;
