CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a VARCHAR(20),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, '2024-01-31'
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, a) VALUES
  (100001, '0000-00-00');
