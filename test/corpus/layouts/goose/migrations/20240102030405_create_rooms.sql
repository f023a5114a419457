-- +goose Up
-- +goose StatementBegin
CREATE TABLE rooms (
  id INT NOT NULL PRIMARY KEY,
  label VARCHAR(40) NOT NULL DEFAULT 'a; b'
);
-- +goose StatementEnd

-- +goose Down
DROP TABLE rooms;
