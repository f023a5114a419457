-- +migrate Up
-- Labels of things.
CREATE TABLE tags (id INT PRIMARY KEY, word VARCHAR(30) NOT NULL);

-- +migrate Down
DROP TABLE tags;
