CREATE TABLE t (
  id INT NOT NULL,
  idb VARCHAR(36) CHARACTER SET utf8mb4 GENERATED ALWAYS AS (JSON_UNQUOTE(JSON_EXTRACT(document, '$._id'))) STORED NOT NULL,
  document JSON NOT NULL,
  n INT,
  v INT,
  PRIMARY KEY (id, idb),
  KEY by_n (n)
);

INSERT INTO t (id, document, n, v)
SELECT MOD(n, 300), JSON_OBJECT('_id', CONCAT('k', n)), n, n
FROM numbers;
