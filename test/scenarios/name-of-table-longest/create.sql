CREATE TABLE a_name_as_long_as_the_server_allows_which_is_sixty_four_characte (id INT NOT NULL PRIMARY KEY, n INT, v INT, KEY by_n (n));
INSERT INTO a_name_as_long_as_the_server_allows_which_is_sixty_four_characte SELECT n, n, n FROM numbers;
