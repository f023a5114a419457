-- migrate:up transaction:false
ALTER TABLE pets ADD COLUMN species ENUM('cat', 'dog') NOT NULL DEFAULT 'cat';

-- migrate:down
ALTER TABLE pets DROP COLUMN species;
