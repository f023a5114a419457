CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  tags JSON,
  KEY by_n (n),
  KEY first_tags ((CAST(tags->'$[0]' AS SIGNED)))
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, tags)
SELECT n, n, CONCAT('[', n, ', ', n + 1, ']')
FROM numbers;
