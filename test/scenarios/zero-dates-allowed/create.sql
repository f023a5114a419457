CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  d DATE NOT NULL,
  dt DATETIME NOT NULL,
  ts TIMESTAMP NOT NULL,
  half DATE,
  a INT,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, d, dt, ts, half, a)
SELECT n, n, IF(MOD(n, 3) = 0, '0000-00-00', '2024-01-01'), IF(MOD(n, 3) = 0, '0000-00-00', '2024-01-01 10:00:00'), IF(MOD(n, 3) = 0, '0000-00-00', '2024-01-01 10:00:00'), '2024-00-10', n
FROM numbers;
