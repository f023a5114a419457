CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  v VARCHAR(200),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4 COMMENT = 'it''s; kept';

INSERT INTO t (id, n, v)
SELECT n, n, REPEAT('v', MOD(n, 200))
FROM numbers;
