CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  place POINT NOT NULL,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, place)
SELECT n, n, POINT(n, MOD(n, 50))
FROM numbers;
