ALTER TABLE account DROP INDEX by_state, DROP COLUMN state;
