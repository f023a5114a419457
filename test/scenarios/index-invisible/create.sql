CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(60),
  b INT,
  c VARCHAR(60),
  KEY by_n (n),
  KEY by_b (b),
  KEY by_a (a) INVISIBLE
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c)
SELECT n, n, CONCAT('a', n), MOD(n, 100), CONCAT('c', n)
FROM numbers;
