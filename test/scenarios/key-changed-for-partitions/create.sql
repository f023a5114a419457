CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT,
  n INT,
  created_at DATETIME NOT NULL,
  v VARCHAR(40) NOT NULL,
  PRIMARY KEY (id),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, created_at, v)
SELECT n, n, TIMESTAMP '2024-01-01 00:00:00' + INTERVAL n * 5 HOUR, CONCAT('row ', n)
FROM numbers;
