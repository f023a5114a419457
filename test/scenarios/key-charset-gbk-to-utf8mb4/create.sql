CREATE TABLE t (
  id VARCHAR(30) CHARACTER SET gbk NOT NULL,
  n INT,
  v VARCHAR(40) NOT NULL,
  w DECIMAL(10, 2),
  PRIMARY KEY (id),
  KEY by_n (n)
);

INSERT INTO t (id, n, v, w)
SELECT CONCAT(ELT(1 + MOD(n, 6), '乗', '中', 'a', '文', '一', '丂'), n), n, CONCAT('row ', n), IF(MOD(n, 7) = 0, NULL, n / 3)
FROM numbers;
