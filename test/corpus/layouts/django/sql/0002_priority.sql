--
-- Add field priority to ticket
--
ALTER TABLE `desk_ticket` ADD COLUMN `priority` smallint UNSIGNED DEFAULT 3 NOT NULL CHECK (`priority` >= 0);
ALTER TABLE `desk_ticket` ALTER COLUMN `priority` DROP DEFAULT;
--
-- Create index ticket_opened on field(s) opened of model ticket
--
CREATE INDEX `ticket_opened` ON `desk_ticket` (`opened`);
