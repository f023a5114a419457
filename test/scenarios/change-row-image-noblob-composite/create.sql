CREATE TABLE t (
  body TEXT,
  b VARCHAR(20) NOT NULL,
  n INT,
  a INT NOT NULL,
  w INT,
  PRIMARY KEY (a, b),
  KEY by_n (n)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO t SELECT 'body', CONCAT('b', n), n, MOD(n, 5), n FROM numbers;
