-- MariaDB's INSERT would cut the spaces off, and its ALTER refuses them.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  v VARCHAR(60),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v)
SELECT n, n, CONCAT('row ', n)
FROM numbers;
