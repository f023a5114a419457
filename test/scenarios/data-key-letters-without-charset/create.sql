CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET utf8mb4 NOT NULL PRIMARY KEY,
  n INT,
  v INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v)
SELECT n, n, n
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, v) VALUES ('🚢', 1);
