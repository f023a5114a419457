CREATE TABLE t (
  a TINYINT NOT NULL,
  b ENUM('z', 'a,b', 'it''s') NOT NULL,
  c VARCHAR(10) CHARACTER SET latin1 NOT NULL,
  d DATETIME(3) NOT NULL,
  e BIGINT UNSIGNED NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (e, a, b, c, d),
  KEY by_n (n)
);

INSERT INTO t (a, b, c, d, e, n, v, w)
SELECT MOD(n, 3) - 1, 1 + MOD(n, 3), ELT(1 + MOD(n, 2), 'ö', 'O'), TIMESTAMP '2024-03-31 02:30:00' + INTERVAL MOD(n, 4) MICROSECOND, 18446744073709551615 - n, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
