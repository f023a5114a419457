CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  email VARCHAR(60),
  KEY emails (email),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, email)
SELECT n, n, IF(MOD(n, 2), NULL, CONCAT(n, '@example.org'))
FROM numbers;
