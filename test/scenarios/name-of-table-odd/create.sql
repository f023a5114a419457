CREATE TABLE `we``ird täble.x` (id INT NOT NULL PRIMARY KEY, n INT, v INT, KEY by_n (n));
INSERT INTO `we``ird täble.x` SELECT n, n, n FROM numbers;
