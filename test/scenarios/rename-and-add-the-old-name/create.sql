CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(30),
  b VARCHAR(30),
  c INT,
  KEY by_n (n),
  UNIQUE KEY by_b (b, c)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c)
SELECT n, n, CONCAT('a', n), CONCAT('b', n), n
FROM numbers;
