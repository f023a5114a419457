ALTER TABLE t DROP INDEX by_b, ADD INDEX by_c_b (c, b DESC), RENAME INDEX by_a TO renamed, ADD UNIQUE KEY a_c (a, c), ADD INDEX prefix (c(10)) COMMENT 'it''s short'
