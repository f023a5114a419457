CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  a VARCHAR(30) CHARACTER SET latin1,
  b VARCHAR(30) CHARACTER SET utf8mb4,
  c TEXT CHARACTER SET utf8mb3,
  d VARCHAR(30) CHARACTER SET gbk,
  e VARCHAR(30) CHARACTER SET utf8mb4,
  f VARCHAR(30) CHARACTER SET sjis,
  g VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  h ENUM('ä', 'ö,') CHARACTER SET latin1,
  i SET('ä', 'ö') CHARACTER SET utf8mb4,
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t (id, n, a, b, c, d, e, f, g, h, i)
SELECT n, n, CONCAT('äÖß€', n), CONCAT('äÖß', n), CONCAT('Ωж', n), CONCAT('乗中', n), CONCAT('é', n), CONCAT('ソ表', n), CONCAT('A', n), 1 + MOD(n, 2), MOD(n, 4)
FROM numbers;
