CREATE TABLE `Order` (id INT NOT NULL PRIMARY KEY, n INT, v INT, KEY by_n (n));
INSERT INTO `Order` SELECT n, n, n FROM numbers;
