ALTER TABLE t DROP PRIMARY KEY, DROP INDEX by_code, ADD KEY by_w (w), ADD KEY by_id (id, v), ADD KEY by_v (v)
