CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  a VARCHAR(10),
  KEY by_n (n)
) DEFAULT CHARSET = latin1;

INSERT INTO t (id, n, a)
SELECT n, n, n
FROM numbers;
