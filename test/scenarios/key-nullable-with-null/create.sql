CREATE TABLE t (
  id INT,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  UNIQUE KEY by_id (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;

INSERT INTO t (id, v) VALUES (NULL, 'without'), (NULL, 'without another');
