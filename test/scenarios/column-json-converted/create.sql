CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a TEXT,
  b JSON,
  c VARCHAR(100) CHARACTER SET latin1,
  d JSON,
  f JSON,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, f)
SELECT n, n, CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}'), CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}'), CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}'), CAST(n AS CHAR), CONCAT('{"n": ', n, ', "x": [1.10, 9007199254740993, "é"]}')
FROM numbers;
