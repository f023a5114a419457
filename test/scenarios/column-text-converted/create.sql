CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(20),
  b VARCHAR(20),
  c VARCHAR(20),
  d VARCHAR(20),
  e VARCHAR(40),
  f VARCHAR(40),
  g VARCHAR(10),
  h VARCHAR(10),
  i VARCHAR(40),
  j TEXT,
  k VARCHAR(40),
  l VARBINARY(40),
  m VARCHAR(20),
  o CHAR(20),
  p BINARY(6),
  q VARBINARY(6),
  r BLOB,
  s VARCHAR(4),
  u VARCHAR(3),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r, s, u)
SELECT n, n, n, CONCAT('-', n, '.125'), CONCAT(n, 'e-3'), DATE '2024-02-28' + INTERVAL MOD(n, 3) DAY, TIMESTAMP '2024-02-28 12:13:14.5' + INTERVAL n SECOND, SEC_TO_TIME(n), ELT(1 + MOD(n, 2), 'Yes', 'NO'), ELT(1 + MOD(n, 3), 'x,y', '', 'z'), CONCAT('🚢', n, '  '), CONCAT('ü ', n, ' '), CONCAT('é', n), CONCAT('é', n), CONCAT('c', n, ' '), CONCAT('c', n), CONCAT('b', n), CONCAT('b', n), CONCAT('b', n), 1901 + MOD(n, 200), MOD(n, 2)
FROM numbers;
