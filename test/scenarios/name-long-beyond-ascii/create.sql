CREATE TABLE `éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé` (
  id INT NOT NULL PRIMARY KEY,
  n INT
);

INSERT INTO `éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé` (id, n)
SELECT n, n
FROM numbers;
