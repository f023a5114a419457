CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  v VARCHAR(600),
  w INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v, w)
SELECT n, n, REPEAT(CONCAT('row ', n), 40), n
FROM numbers;
