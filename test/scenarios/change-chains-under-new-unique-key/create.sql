CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  place INT,
  w INT,
  KEY places (place),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, place, w)
SELECT n, n, n, n
FROM numbers;
