--
-- Create model Ticket
--
CREATE TABLE `desk_ticket` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `subject` varchar(120) NOT NULL, `opened` datetime(6) NOT NULL);
