ALTER TABLE t MODIFY a SET('c', 'new', 'b', 'a')
