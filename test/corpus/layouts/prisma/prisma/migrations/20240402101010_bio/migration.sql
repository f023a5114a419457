-- AlterTable
ALTER TABLE `Author` ADD COLUMN `bio` TEXT NULL;

-- CreateIndex
CREATE INDEX `Author_bio_idx` ON `Author`(`bio`(20));
