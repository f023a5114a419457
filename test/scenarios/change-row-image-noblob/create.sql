CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  v VARCHAR(60),
  body TEXT,
  w INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v, body, w)
SELECT n, n, CONCAT('row ', n), REPEAT('b', 20), n
FROM numbers;
