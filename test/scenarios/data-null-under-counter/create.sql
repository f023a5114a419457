-- The server would put a number of its own into the last row.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, n
FROM numbers;

INSERT INTO t (id, a) VALUES
  (100001, NULL);
