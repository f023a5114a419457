SET sql_generate_invisible_primary_key = 1;
CREATE TABLE t (n INT, v VARCHAR(40), KEY by_n (n));
SET sql_generate_invisible_primary_key = 0;
INSERT INTO t (n, v) SELECT n, CONCAT('row ', n) FROM numbers;
