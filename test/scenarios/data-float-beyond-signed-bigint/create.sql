-- INSERT … SELECT would take the last one.
CREATE TABLE t (
  id INT NOT NULL PRIMARY KEY,
  v DOUBLE
);

INSERT INTO t (id, v)
SELECT n, n * 1000
FROM numbers;

INSERT INTO t (id, v)
VALUES (-1, 9.3e18);
