ALTER TABLE t MODIFY a ENUM('c', 'b', 'a')
