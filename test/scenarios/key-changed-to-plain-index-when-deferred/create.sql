CREATE TABLE t (
  id INT NOT NULL,
  code VARCHAR(20) CHARACTER SET utf8mb4 NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  UNIQUE KEY by_code (code),
  KEY by_n (n)
);

INSERT INTO t (id, code, n, v, w)
SELECT n, CONCAT('c', n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
