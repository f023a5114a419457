CREATE TABLE t (
  id INT NOT NULL,
  n INT,
  v VARCHAR(60),
  w INT,
  UNIQUE KEY by_id (id),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v, w)
SELECT n, n, CONCAT('row ', n), n
FROM numbers;
