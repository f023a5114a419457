CREATE TABLE t (
  id INET4 NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT INET_NTOA(MOD(n * 16777259, 4294967296)), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
