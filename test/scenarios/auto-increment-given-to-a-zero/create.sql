-- The server numbers the row anew that has a 0 where AUTO_INCREMENT is new.
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20));
INSERT INTO t SELECT n - 1, n FROM numbers;
