-- The server cuts off the spaces that do not fit.
CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a TEXT,
  b VARCHAR(300),
  c MEDIUMTEXT,
  d VARCHAR(300),
  e TEXT COLLATE utf8mb4_bin,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e)
SELECT n, n, CONCAT('ü', n, REPEAT(' ', MOD(n, 90))), CONCAT('b', n, REPEAT(' ', MOD(n, 90))), REPEAT(' ', MOD(n, 90)), CONCAT('ü', n, REPEAT(' ', 200 + MOD(n, 90))), CONCAT('ü', n, REPEAT(' ', 200 + MOD(n, 90)))
FROM numbers;
