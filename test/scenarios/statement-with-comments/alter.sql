/* a note; with a semicolon */ ALTER /* here */ TABLE `t` -- and there
  MODIFY w BIGINT COMMENT 'it''s /* no comment */ -- either', # the last one
  ADD COLUMN added INT DEFAULT 1
