CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  d ENUM('ä', 'b'),
  KEY by_n (n)
) DEFAULT CHARSET = latin1;

INSERT INTO t (id, n, d)
SELECT n, n, 1 + MOD(n, 2)
FROM numbers;
