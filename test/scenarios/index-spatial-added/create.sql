CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  place POINT NOT NULL SRID 4326,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, place)
SELECT n, n, ST_GeomFromText(CONCAT('POINT(', MOD(n, 80), ' ', MOD(n, 170), ')'), 4326)
FROM numbers;
