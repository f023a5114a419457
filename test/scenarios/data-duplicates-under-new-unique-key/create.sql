CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  email VARCHAR(60),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, email)
SELECT n, n, CONCAT(n, '@example.org')
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, email) VALUES
  (100001, 'twice'),
  (100002, 'twice');
