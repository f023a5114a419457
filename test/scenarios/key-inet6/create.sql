CREATE TABLE t (
  id INET6 NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT_WS(':', HEX(MOD(n * 2654435761, 65536)), 0, 0, HEX(n), '', ''), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
