-- A unique key on a long text is a hidden column to MariaDB, which copies such a table to set its counter.
CREATE TABLE t (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20), body LONGTEXT, UNIQUE KEY by_body (body));
INSERT INTO t SELECT n, n, n FROM numbers;
DELETE FROM t WHERE id > 1000;
