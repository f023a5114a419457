-- MySQL warns of each of these values that it will not take them for ever; it takes them as a date and so does its own ALTER.
CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(40),
  b VARCHAR(40),
  c TEXT,
  d VARBINARY(40),
  e ENUM('2024/1/2', '2024.01.03'),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e)
SELECT n, n, CONCAT('2024/1/', 1 + MOD(n, 28)), CONCAT('2024.1.', 1 + MOD(n, 28), ' 10-11-12'), CONCAT('2024-01-02  10:11:', MOD(n, 60)), CONCAT('2024/1/', 1 + MOD(n, 28), ' 10:11:12'), 1 + MOD(n, 2)
FROM numbers;
