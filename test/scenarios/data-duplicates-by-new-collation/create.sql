CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  email VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  UNIQUE KEY by_email (email),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, email)
SELECT n, n, CONCAT(n, '@example.org')
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, email) VALUES
  (100001, 'Twice'),
  (100002, 'twice');
