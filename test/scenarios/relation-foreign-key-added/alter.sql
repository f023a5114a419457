ALTER TABLE t ADD CONSTRAINT of_parent FOREIGN KEY (parent_id) REFERENCES parent (id)
