-- The server would put the time of the statement into the last row.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a DATETIME,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, TIMESTAMP '2024-02-28 12:00:00' + INTERVAL n HOUR
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, a) VALUES
  (100001, NULL);
