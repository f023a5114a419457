CREATE TABLE t (day DATE NOT NULL, id INT NOT NULL, n INT, v INT, PRIMARY KEY (day, id), KEY by_n (n));
INSERT INTO t SELECT IF(MOD(n, 3) = 0, '0000-00-00', IF(MOD(n, 3) = 1, '2024-00-00', '2024-02-31')), n, n, n FROM numbers;
