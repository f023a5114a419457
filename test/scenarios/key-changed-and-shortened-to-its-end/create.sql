CREATE TABLE t (
  region INT NOT NULL,
  id INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  PRIMARY KEY (region, id),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (region, id, n, v)
SELECT MOD(n, 4), n, n, CONCAT('row ', n)
FROM numbers;
