ALTER TABLE t ADD SPATIAL KEY by_place (place)
