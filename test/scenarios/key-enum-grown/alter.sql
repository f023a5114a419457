ALTER TABLE t MODIFY id ENUM('z', 'a,b', 'it''s', 'new') NOT NULL
