CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT('k', n DIV 4, REPEAT(' ', MOD(n, 4))), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
