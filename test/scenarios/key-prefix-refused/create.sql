CREATE TABLE t (
  id VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id(20)),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT(n, REPEAT('x', 100)), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
