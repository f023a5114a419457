CREATE TABLE t (
  id TIMESTAMP(3) NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT TIMESTAMP '1970-01-02 00:00:01' + INTERVAL (n * 5) HOUR, n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
