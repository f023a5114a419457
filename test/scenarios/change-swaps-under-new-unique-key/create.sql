CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  email VARCHAR(60),
  w INT,
  KEY emails (email),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, email, w)
SELECT n, n, CONCAT(n, '@example.org'), n
FROM numbers;
