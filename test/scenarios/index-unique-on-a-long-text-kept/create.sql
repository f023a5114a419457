CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  title TEXT,
  body TEXT,
  KEY by_n (n),
  UNIQUE KEY title (title),
  UNIQUE KEY body (body, n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, title, body)
SELECT n, n, CONCAT('title ', n), CONCAT('the body of ship ', n)
FROM numbers;
