CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL PRIMARY KEY,
  n INT,
  w INT,
  KEY by_n (n)
);

INSERT INTO t SELECT CONCAT('Key', n), n, n FROM numbers;
