CREATE TABLE t (
  id INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  KEY by_id (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
