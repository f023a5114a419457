CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  tenant_id INT NOT NULL,
  email VARCHAR(190) NOT NULL,
  name VARCHAR(80),
  status ENUM('a', 'b', 'c') NOT NULL,
  nickname VARCHAR(64),
  age INT,
  uuid CHAR(36),
  delta INT,
  secret INT INVISIBLE,
  qty INT,
  price DECIMAL(10, 2),
  total DECIMAL(12, 2) AS (qty * price) STORED,
  title VARCHAR(100),
  body TEXT,
  loc POINT NOT NULL,
  meta JSON,
  a BIGINT NOT NULL,
  b BIGINT NOT NULL,
  c VARCHAR(20),
  x INT,
  created_at DATETIME NOT NULL,
  KEY idx_email (email),
  KEY idx_a (a),
  CONSTRAINT chk_age CHECK (age > 0),
  CONSTRAINT c1 CHECK (a > 0)
) DEFAULT CHARSET = utf8mb4;
INSERT INTO users (id, tenant_id, email, name, status, nickname, age, uuid, delta, secret, qty, price, title, body, loc, meta, a, b, c, x, created_at)
SELECT n, MOD(n, 3), CONCAT(n, '@example.org'), CONCAT('Näme ', n), 1 + MOD(n, 3), 'nick', 18 + n, n, -n, n, n, n / 3, CONCAT('title ', n), 'body',
  POINT(n, n), CONCAT('{"id": ', n, ', "zip": [', n, ']}'), n, n * 2, 'c', n, TIMESTAMP '2024-02-28 23:00:00' + INTERVAL n HOUR
FROM numbers;

CREATE TABLE orders (
  id INT NOT NULL PRIMARY KEY,
  user_id INT,
  price DECIMAL(10, 2),
  qty INT,
  CONSTRAINT chk_qty CHECK (qty > 0)
) DEFAULT CHARSET = utf8mb4;
INSERT INTO orders SELECT n, n, n / 3, 1 + n FROM numbers;

CREATE TABLE events (
  id INT NOT NULL,
  region_id INT NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id, region_id, created_at)
) DEFAULT CHARSET = utf8mb4
PARTITION BY HASH (id) PARTITIONS 4;
INSERT INTO events SELECT n, 1 + MOD(n, 5), TIMESTAMP '2023-12-30 00:00:00' + INTERVAL n HOUR FROM numbers;

CREATE TABLE places (
  id INT NOT NULL PRIMARY KEY,
  loc POINT NOT NULL
);
INSERT INTO places SELECT n, POINT(n, n) FROM numbers;
