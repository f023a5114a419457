CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a LONGTEXT,
  b JSON,
  c JSON,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c)
SELECT n, n, CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}'), CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}'), CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}')
FROM numbers;
