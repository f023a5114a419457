CREATE TABLE t (
  tenant UUID NOT NULL,
  address INET6 NOT NULL,
  id INT NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (tenant, address, id),
  KEY by_n (n)
);

INSERT INTO t (tenant, address, id, n, v, w)
SELECT ELT(1 + MOD(n, 3), '11111111-1111-1111-8111-111111111120', 'ffffffff-ffff-4fff-bfff-ffffffffff00', '01020304-0506-7708-890a-0b0c0d0e0f10'), CONCAT('::', HEX(1 + MOD(n, 5)), ':0'), n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
