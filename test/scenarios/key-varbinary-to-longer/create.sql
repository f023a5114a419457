CREATE TABLE t (
  id VARBINARY(20) NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT(UNHEX(LPAD(HEX(n DIV 3), 4, '0')), REPEAT(UNHEX('00'), MOD(n, 3))), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
