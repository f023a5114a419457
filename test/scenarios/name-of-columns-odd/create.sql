CREATE TABLE t (`i``d` INT NOT NULL, `key` INT NOT NULL, n INT, `select` INT, `a.b` INT, `Ünï cödé` VARCHAR(20), `s` INT, `g` INT, `o` INT, `k0` INT, PRIMARY KEY (`key`, `i``d`), KEY by_n (n)) DEFAULT CHARSET = utf8mb4;
INSERT INTO t SELECT n, MOD(n, 3), n, n, n, n, n, n, n, n FROM numbers;
