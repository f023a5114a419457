CREATE TABLE a_parent (id INT NOT NULL PRIMARY KEY);
INSERT INTO a_parent SELECT n FROM numbers WHERE n <= 1000;
CREATE TABLE z_parent (k VARCHAR(20), m INT, PRIMARY KEY (k, m)) DEFAULT CHARSET = utf8mb4;
INSERT INTO z_parent VALUES ('x', 1), ('y', 2);
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  a INT,
  k VARCHAR(20),
  m INT,
  w INT,
  KEY by_w (w),
  CONSTRAINT `of a` FOREIGN KEY (a) REFERENCES a_parent (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT of_z FOREIGN KEY (k, m) REFERENCES z_parent (k, m)
) DEFAULT CHARSET = utf8mb4;
INSERT INTO t SELECT n, 1 + n % 900, IF(n % 3, 'x', 'y'), IF(n % 3, 1, 2), n FROM numbers;
