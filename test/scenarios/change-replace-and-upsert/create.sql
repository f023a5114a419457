CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  code VARCHAR(20) NOT NULL,
  w INT,
  UNIQUE KEY by_code (code),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, code, w)
SELECT n, n, CONCAT('c', n), n
FROM numbers;
