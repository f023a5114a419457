ALTER TABLE `we``ird täble.x` MODIFY v BIGINT
