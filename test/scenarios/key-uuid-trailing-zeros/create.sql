CREATE TABLE t (
  id UUID NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT(LPAD(HEX(n), 8, '0'), '-0000-', ELT(1 + MOD(n, 4), '0000', '1000', '4000', '7000'), '-', ELT(1 + MOD(n, 3), '0000', '8000', 'c000'), '-000000000000'), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
