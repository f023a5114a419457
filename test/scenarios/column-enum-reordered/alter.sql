ALTER TABLE t MODIFY a ENUM('c', 'it''s', 'a,b')
