CREATE TABLE t (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  n INT,
  letters ENUM('Active', 'Off'),
  accents ENUM('é', 'b'),
  digits ENUM('2', '1'),
  kept ENUM('x', 'y')
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO t (id, n, letters, accents, digits, kept)
SELECT n, n, 1 + MOD(n, 2), 1 + MOD(n, 2), 1 + MOD(n, 2), 1 + MOD(n, 2)
FROM numbers;
