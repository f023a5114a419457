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

-- Rows that no writer waits for: they have no n.
INSERT INTO t (id, v, w) SELECT 900000 + n, 'xa', n FROM numbers WHERE n <= 800;
