ALTER TABLE t ADD UNIQUE KEY by_place (place)
