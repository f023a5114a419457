alter table `jobs` add `attempts` tinyint unsigned not null default '0' after `payload`;
alter table `jobs` add index `jobs_attempts_index`(`attempts`)
