CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT,
  n INT NOT NULL,
  a VARCHAR(60) NOT NULL,
  b INT,
  PRIMARY KEY (a, id),
  KEY by_n (n),
  KEY z (b),
  KEY starts_with_the_counter (id, b),
  KEY w (a),
  KEY v (b, n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b)
SELECT n, n, CONCAT('a', n), MOD(n, 100)
FROM numbers;
