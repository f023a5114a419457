CREATE TABLE t (
  id INT,
  code VARCHAR(20) CHARACTER SET utf8mb4 NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  UNIQUE KEY by_id (id),
  UNIQUE KEY by_code (code),
  KEY by_n (n)
);

INSERT INTO t (id, code, n, v, w)
SELECT IF(MOD(n, 5) = 0, NULL, n), CONCAT('c', n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
