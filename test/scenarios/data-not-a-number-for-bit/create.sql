CREATE TABLE t (id INT PRIMARY KEY, n INT, v VARCHAR(20), KEY by_n (n)) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, v) SELECT n, n, IF(MOD(n, 3) = 0, '', n) FROM numbers;
