CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  b VARBINARY(20),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, b)
SELECT n, n, UNHEX('00')
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, b) VALUES
  (100001, REPEAT('x', 9));
