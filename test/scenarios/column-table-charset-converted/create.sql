CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(30),
  b TEXT,
  c CHAR(8),
  d ENUM('a', 'b'),
  e VARCHAR(10) CHARACTER SET ascii,
  f VARBINARY(10),
  g TINYTEXT,
  KEY by_n (n),
  UNIQUE KEY by_a (a)
) DEFAULT CHARSET = latin1;

INSERT INTO t (id, n, a, b, c, d, e, f, g)
SELECT n, n, CONCAT('äÖ€', n), REPEAT('ß', MOD(n, 50)), 'é', 1 + MOD(n, 2), n, UNHEX('E400'), 'ü'
FROM numbers;
