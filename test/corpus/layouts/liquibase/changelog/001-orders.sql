--liquibase formatted sql

--changeset ida:1
--comment: where orders go
CREATE TABLE orders (
  id INT NOT NULL,
  total DECIMAL(10, 2) NOT NULL,
  CONSTRAINT pk_orders PRIMARY KEY (id)
);
--rollback DROP TABLE orders;

--changeset ida:2
ALTER TABLE orders ADD COLUMN note VARCHAR(255) NULL;
--rollback ALTER TABLE orders DROP COLUMN note;
