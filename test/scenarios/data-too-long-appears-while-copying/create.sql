-- From column to column MariaDB would keep 44 of the 300 bytes, and say nothing.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  v BLOB,
  w TEXT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v, w)
SELECT n, n, CONCAT('row ', n), CONCAT('row ', n)
FROM numbers;
