-- MariaDB does so between two TEXTs of one collation, too.
CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a TEXT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a)
SELECT n, n, CONCAT('ü', n, REPEAT(' ', 200 + MOD(n, 90)))
FROM numbers;
