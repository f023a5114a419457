/** A folder as a migration tool keeps it, and what is to become of its statements. */
export interface Layout {
  /** Of the folder below layouts/. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly flags?: readonly string[];
  /** Statements that run, in this order: how each begins. */
  readonly runs: readonly string[];
  /** What is not run, as it is told: the file, and a part of the reason. */
  readonly leftOut: readonly (readonly [file: string, why: RegExp])[];
}

export const layouts: readonly Layout[] = [
  {
    folder: 'golang-migrate',
    files: ['db/migrations/*.sql'],
    runs: ['CREATE TABLE IF NOT EXISTS books', 'ALTER TABLE books ADD COLUMN isbn', 'ALTER TABLE books ADD INDEX'],
    leftOut: [
      ['db/migrations/000001_create_books.down.sql', /golang-migrate/u],
      ['db/migrations/000002_add_isbn.down.sql', /golang-migrate/u],
      ['db/migrations/000002_add_isbn.up.sql', /BEGIN/u],
      ['db/migrations/000002_add_isbn.up.sql', /COMMIT/u],
    ],
  },
  {
    folder: 'goose',
    files: ['migrations/*.sql'],
    runs: ['CREATE TABLE rooms', 'ALTER TABLE rooms ADD COLUMN seats', 'ALTER TABLE rooms MODIFY label VARCHAR(80)'],
    leftOut: [
      ['migrations/20240102030405_create_rooms.sql', /\+goose Down/u],
      ['migrations/20240203040506_seats.sql', /\+goose Down/u],
    ],
  },
  {
    folder: 'dbmate',
    files: ['db/migrations/*.sql'],
    runs: ['CREATE TABLE pets', 'ALTER TABLE pets ADD COLUMN species'],
    leftOut: [
      ['db/migrations/20240301000000_create_pets.sql', /migrate:down/u],
      ['db/migrations/20240302000000_species.sql', /migrate:down/u],
    ],
  },
  {
    folder: 'drizzle',
    files: ['drizzle/*.sql'],
    runs: [
      'CREATE TABLE `posts`',
      'CREATE TABLE `users`',
      'ALTER TABLE `posts` ADD CONSTRAINT',
      'ALTER TABLE `users` ADD `name`',
      'CREATE INDEX `by_title`',
    ],
    leftOut: [],
  },
  {
    folder: 'flyway',
    files: ['src/main/resources/db/migration/*.sql'],
    runs: ['CREATE TABLE account', 'ALTER TABLE account\n  ADD COLUMN state'],
    leftOut: [['src/main/resources/db/migration/U2__account_state.sql', /Flyway/u]],
  },
  {
    folder: 'sql-migrate',
    files: ['migrations/*.sql'],
    runs: ['CREATE TABLE tags', 'CREATE INDEX by_word'],
    leftOut: [
      ['migrations/1-create_tags.sql', /\+migrate Down/u],
      ['migrations/2-words_are_indexed.sql', /\+migrate Down/u],
    ],
  },
  {
    folder: 'liquibase',
    files: ['changelog/*.sql'],
    runs: ['CREATE TABLE orders', 'ALTER TABLE orders ADD COLUMN note'],
    leftOut: [
      ['changelog/001-orders.sql', /--rollback DROP TABLE/u],
      ['changelog/001-orders.sql', /--rollback ALTER TABLE/u],
    ],
  },
  {
    folder: 'rails',
    files: ['db/structure.sql'],
    flags: ['--data-statements', 'run'],
    runs: [
      'CREATE TABLE `ar_internal_metadata`',
      'CREATE TABLE `posts`',
      'CREATE TABLE `schema_migrations`',
      'INSERT INTO `schema_migrations`',
    ],
    leftOut: [['db/structure.sql', /SET/u]],
  },
  {
    folder: 'django',
    files: ['sql/*.sql'],
    runs: [
      'CREATE TABLE `desk_ticket`',
      'ALTER TABLE `desk_ticket` ADD COLUMN `priority`',
      'ALTER TABLE `desk_ticket` ALTER COLUMN `priority`',
      'CREATE INDEX `ticket_opened`',
    ],
    leftOut: [],
  },
  {
    folder: 'prisma',
    files: ['prisma/migrations/**/*.sql'],
    flags: ['--allow', 'add-foreign-key'],
    runs: [
      'CREATE TABLE `Author`',
      'CREATE TABLE `Essay`',
      'ALTER TABLE `Essay` ADD CONSTRAINT',
      'ALTER TABLE `Author` ADD COLUMN',
      'CREATE INDEX `Author_bio_idx`',
    ],
    leftOut: [],
  },
  {
    folder: 'laravel',
    files: ['database/**/*.sql'],
    flags: ['--allow', 'drop-table'],
    runs: [
      'DROP TABLE IF EXISTS `jobs`',
      'CREATE TABLE `jobs`',
      'alter table `jobs` add `attempts`',
      'alter table `jobs` add index',
    ],
    leftOut: [['database/schema/mysql-schema.sql', /SET/u]],
  },
  {
    folder: 'mybatis',
    files: ['scripts/*.sql'],
    runs: ['CREATE TABLE CHANGELOG', 'ALTER TABLE CHANGELOG MODIFY DESCRIPTION VARCHAR(300)'],
    leftOut: [
      ['scripts/20240501120000_create_changelog.sql', /@UNDO/u],
      ['scripts/20240501130000_wider.sql', /@UNDO/u],
    ],
  },
];
