ALTER TABLE t ADD INDEX lower_c ((LOWER(c))), ADD INDEX sums ((b + 1), (n * 2))
