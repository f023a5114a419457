ALTER TABLE `users` ADD `name` varchar(80);--> statement-breakpoint
CREATE INDEX `by_title` ON `posts` (`title`);
