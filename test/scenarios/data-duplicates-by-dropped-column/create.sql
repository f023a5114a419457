CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a INT NOT NULL,
  b INT NOT NULL,
  UNIQUE KEY a_b (a, b),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b)
SELECT n, n, n, n
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, a, b) VALUES
  (100001, 7000, 1),
  (100002, 7000, 2);
