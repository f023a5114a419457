/** How statements begin that are shipped. One that begins so and is not understood has no name where one must stand. */
export const shippedVerbs: readonly string[] = [
  'ALTER TABLE',
  'CREATE INDEX',
  'DROP INDEX',
  'CREATE TABLE',
  'DROP TABLE',
  'RENAME TABLE',
];

/** What to do about it. */
export const quoteNames =
  'Write names in backquotes or without quotes. Double quotes hold a name only where the sql_mode of the server has ANSI_QUOTES.';
