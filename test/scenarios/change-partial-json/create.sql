CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  j JSON,
  k JSON,
  w INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, j, k, w)
SELECT n, n, CONCAT('{"a": 1, "pad": "', REPEAT('x', 300), '"}'), JSON_ARRAY(n, REPEAT('y', 200)), n
FROM numbers;
