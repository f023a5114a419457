CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a DATETIME,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, '2024-01-31 10:00:00'
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, a) VALUES
  (100001, '2200-01-01 00:00:00');
