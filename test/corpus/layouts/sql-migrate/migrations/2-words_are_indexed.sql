-- +migrate Up
CREATE INDEX by_word ON tags (word);

-- +migrate Down
DROP INDEX by_word ON tags;
