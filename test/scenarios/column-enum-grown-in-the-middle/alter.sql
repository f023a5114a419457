ALTER TABLE t MODIFY a ENUM('a', 'new', 'b', 'c') NOT NULL DEFAULT 'new'
