-- INSERT … SELECT would round 99999.99 until it fits, and say nothing.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  v DOUBLE,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v)
SELECT n, n, n / 4
FROM numbers;
