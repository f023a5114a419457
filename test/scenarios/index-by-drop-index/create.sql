CREATE TABLE t (id INT NOT NULL PRIMARY KEY, n INT, email VARCHAR(60), KEY by_n (n), KEY by_email (email)) DEFAULT CHARSET = utf8mb4;
INSERT INTO t SELECT n, n, CONCAT(n, '@example.org') FROM numbers;
