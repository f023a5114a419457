CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(60),
  b INT,
  KEY by_n (n),
  KEY by_sum ((n + b)),
  KEY w (a)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b)
SELECT n, n, CONCAT('a', n), MOD(n, 100)
FROM numbers;
