CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  at DATETIME(6) NOT NULL,
  UNIQUE KEY by_at (at),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, at)
SELECT n, n, TIMESTAMP '2024-01-01 00:00:00' + INTERVAL n SECOND
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, at) VALUES
  (100001, '2030-01-01 00:00:00.1'),
  (100002, '2030-01-01 00:00:00.2');
