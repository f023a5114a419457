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

-- Nobody else touches what has no n.
INSERT INTO t (id, v, w) VALUES (900007, 'hot', 0), (900009, 'hot', 1);
