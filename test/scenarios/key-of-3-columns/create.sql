CREATE TABLE t (
  day DATE NOT NULL,
  code BINARY(4) NOT NULL,
  amount DECIMAL(8, 2) NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (day, code, amount),
  KEY by_n (n)
);

INSERT INTO t (day, code, amount, n, v, w)
SELECT DATE '2024-02-27' + INTERVAL MOD(n, 4) DAY, UNHEX(RPAD(HEX(MOD(n, 7)), 8, '0')), -n / 4, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
