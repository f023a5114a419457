ALTER TABLE t ADD UNIQUE KEY by_body (body)
