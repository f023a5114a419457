CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  n INT,
  code VARCHAR(20) NOT NULL,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, code)
SELECT n, n, CONCAT('c', n)
FROM numbers;

-- Writers leave alone what has no n.
INSERT INTO t (id, code) VALUES
  (100001, 'twice'),
  (100002, 'twice');
