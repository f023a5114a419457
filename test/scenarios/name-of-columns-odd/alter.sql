ALTER TABLE t MODIFY `select` BIGINT, CHANGE `a.b` `a``.b` INT, MODIFY `Ünï cödé` VARCHAR(30)
