CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  v VARCHAR(60),
  w INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v, w)
SELECT n, n, CONCAT('row ', n), n
FROM numbers;

CREATE TABLE others LIKE t;
