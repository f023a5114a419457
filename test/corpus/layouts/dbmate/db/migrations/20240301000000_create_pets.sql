-- migrate:up
CREATE TABLE pets (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(60) NOT NULL,
  PRIMARY KEY (id)
);

-- migrate:down
DROP TABLE pets;
