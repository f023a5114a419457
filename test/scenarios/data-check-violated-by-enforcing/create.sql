CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a INT,
  CONSTRAINT positive CHECK (a > 0) NOT ENFORCED,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, n
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, a) VALUES
  (100001, -5);
