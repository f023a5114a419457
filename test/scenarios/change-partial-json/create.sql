CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  j JSON,
  w INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, j, w)
SELECT n, n, CONCAT('{"a": 1, "pad": "', REPEAT('x', 300), '"}'), n
FROM numbers;
