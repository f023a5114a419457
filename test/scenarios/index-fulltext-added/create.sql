CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  title VARCHAR(100),
  body TEXT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, title, body)
SELECT n, n, CONCAT('word', MOD(n, 50), ' title ', n), CONCAT('the body of ship ', n)
FROM numbers;
