CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  p POINT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, p)
SELECT n, n, POINT(n, n)
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, p) VALUES
  (100001, NULL);
