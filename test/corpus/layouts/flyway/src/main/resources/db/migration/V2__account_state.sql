/* Who may sign in. */
ALTER TABLE account
  ADD COLUMN state TINYINT NOT NULL DEFAULT 1, -- 1 is open
  ADD INDEX by_state (state);
