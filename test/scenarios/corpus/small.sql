CREATE TABLE users (
  id INT NOT NULL PRIMARY KEY,
  tenant_id INT NOT NULL,
  email VARCHAR(190) NOT NULL,
  name VARCHAR(80),
  status ENUM('a', 'b', 'c') NOT NULL
) DEFAULT CHARSET = utf8mb4;
INSERT INTO users SELECT n, MOD(n, 3), CONCAT(n, '@example.org'), CONCAT('Näme ', n), 1 + MOD(n, 3) FROM numbers;

CREATE TABLE orders (
  id INT NOT NULL PRIMARY KEY,
  user_id INT NOT NULL,
  qty INT NOT NULL,
  price DECIMAL(10, 2),
  status VARCHAR(10) NOT NULL,
  created_at DATETIME NOT NULL,
  meta JSON
) DEFAULT CHARSET = utf8mb4;
INSERT INTO orders SELECT n, n, 1 + MOD(n, 9), n / 3, 'a', TIMESTAMP '2024-02-28 23:00:00' + INTERVAL n HOUR, CONCAT('{"city": "c', n, '"}') FROM numbers;

CREATE TABLE events (
  id INT NOT NULL,
  region_id INT NOT NULL,
  created_at DATETIME NOT NULL,
  PRIMARY KEY (id, region_id, created_at)
) DEFAULT CHARSET = utf8mb4;
INSERT INTO events SELECT n, 1 + MOD(n, 5), TIMESTAMP '2023-12-30 00:00:00' + INTERVAL n HOUR FROM numbers;
