import type { TableName } from '../../sql/parser/span.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type FileStatement, placeOf } from './file-statement.ts';

/** What a statement asks for, as far as it is ours to do. */
export type Task =
  /** A change of a table that is in use: the engine's work. */
  | { readonly kind: 'change'; readonly table: TableName; readonly statement: FileStatement }
  /** A new table; nobody uses it yet. */
  | { readonly kind: 'create'; readonly table: TableName; readonly statement: FileStatement }
  /** A table that goes away: it is renamed, so that it can come back. */
  | { readonly kind: 'drop'; readonly table: TableName; readonly statement: FileStatement };

/** @throws GhostshipError `unsupported-statement`, naming it */
export function taskOf(statement: FileStatement): Task {
  const { parsed } = statement;
  switch (parsed.kind) {
    case 'alter-table':
      return { kind: 'change', table: parsed.table, statement };
    case 'create-table':
      if (parsed.temporary)
        throw refuse(statement, 'CREATE TEMPORARY TABLE', 'It would be gone with the connection that made it.');
      if (parsed.replaces)
        throw refuse(
          statement,
          'CREATE OR REPLACE TABLE',
          'It drops a table without a way back; write DROP TABLE and CREATE TABLE.',
        );
      return { kind: 'create', table: parsed.table, statement };
    case 'drop-table': {
      const [table, ...more] = parsed.tables;
      if (parsed.temporary || table === undefined)
        throw refuse(statement, 'DROP TEMPORARY TABLE', 'There is none on a new connection.');
      if (more.length > 0)
        throw refuse(
          statement,
          'DROP TABLE of several tables',
          'Write one DROP TABLE for each, so that each can be told apart.',
        );
      return { kind: 'drop', table, statement };
    }
    case 'rename-table':
      throw refuse(
        statement,
        'RENAME TABLE',
        'No application could follow it at the moment it happens; run it by other means in a maintenance window.',
      );
    case 'truncate-table':
      throw refuse(statement, 'TRUNCATE TABLE', outside);
    case 'drop-database':
      throw refuse(statement, 'DROP DATABASE', outside);
    case 'other':
      throw refuse(statement, parsed.verb === '' ? 'This statement' : parsed.verb, outside);
  }
}

const outside =
  'ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE are; run anything else by other means.';

function refuse(statement: FileStatement, name: string, hint: string): GhostshipError {
  return new GhostshipError(
    'unsupported-statement',
    `${name} (${placeOf(statement)}) is no statement that can be shipped.`,
    { hint },
  );
}
