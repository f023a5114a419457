CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(30),
  KEY by_n (n)
) DEFAULT CHARSET = latin1;

INSERT INTO t (id, n, a)
SELECT n, n, CONCAT('äÖ€', n)
FROM numbers;
