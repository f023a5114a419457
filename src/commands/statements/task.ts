import { dashes } from '../../sql/parser/parse-statement.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import type { Statement } from '../../sql/parser/statement.ts';
import { GhostshipError } from '../../support/errors.ts';

/** What a statement asks for, as far as it is ours to do. */
export interface Task {
  /**
   * `change` is the engine's work: the table is in use. `create` makes a new table, which nobody uses yet. `drop` renames a
   * table, so that it can come back.
   */
  readonly kind: 'change' | 'create' | 'drop';
  readonly table: TableReference;
  /** Whether a table that is to be dropped may be gone already. */
  readonly ifExists: boolean;
}

/** The table with its database. A name without a database means one in `database`. */
export function qualify(
  { schema, name }: TableReference,
  database: string,
): { readonly schema: string; readonly name: string } {
  return { schema: schema ?? database, name };
}

/** A task, or why there is none: whatever the server says and whoever allows it, the statement is not run. */
export type Request =
  | { readonly task: Task; readonly complaint: null }
  /** With `unsupported-statement`, naming the statement. */
  | { readonly task: null; readonly complaint: GhostshipError };

/** @param place of the statement, for whoever reads the complaint */
export function requestOf(statement: Statement, place: string): Request {
  const found = readTask(statement);
  if ('kind' in found) return { task: found, complaint: null };
  const { name, hint } = found;
  const message = `${name} (${place}) is no statement that can be shipped.`;
  return { task: null, complaint: new GhostshipError('unsupported-statement', message, { hint }) };
}

interface Unsupported {
  readonly name: string;
  readonly hint: string;
}

function readTask(statement: Statement): Task | Unsupported {
  switch (statement.kind) {
    case 'alter-table':
      return { kind: 'change', table: statement.table, ifExists: false };
    case 'create-table':
      return readCreate(statement);
    case 'drop-table':
      return readDrop(statement);
    case 'rename-table':
      return {
        name: 'RENAME TABLE',
        hint: 'Applications would still use the old name at that moment; run it by other means in a maintenance window.',
      };
    case 'truncate-table':
      return { name: 'TRUNCATE TABLE', hint: supported };
    case 'drop-database':
      return { name: 'DROP DATABASE', hint: supported };
    case 'other':
      if (statement.verb === dashes)
        return { name: 'What begins with two dashes', hint: 'Write a blank behind them: only then it is a comment.' };
      return { name: statement.verb === '' ? 'This statement' : statement.verb, hint: supported };
  }
}

const supported =
  'ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE are; run anything else by other means.';

function readCreate(statement: Extract<Statement, { kind: 'create-table' }>): Task | Unsupported {
  if (statement.temporary)
    return { name: 'CREATE TEMPORARY TABLE', hint: 'It would be gone with the connection that made it.' };
  if (statement.replaces)
    return {
      name: 'CREATE OR REPLACE TABLE',
      hint: 'It drops a table without a way back; write DROP TABLE and CREATE TABLE.',
    };
  if (statement.selects)
    return {
      name: 'CREATE TABLE … SELECT',
      hint: 'It reads rows that no plan shows; create the table with its columns, and fill it by other means.',
    };
  return { kind: 'create', table: statement.table, ifExists: false };
}

function readDrop({ temporary, ifExists, tables }: Extract<Statement, { kind: 'drop-table' }>): Task | Unsupported {
  const [table, ...more] = tables;
  if (temporary || table === undefined)
    return { name: 'DROP TEMPORARY TABLE', hint: 'There is none on a new connection.' };
  if (more.length > 0)
    return {
      name: 'DROP TABLE of several tables',
      hint: 'Write one DROP TABLE for each, so that each can be told apart.',
    };
  return { kind: 'drop', table, ifExists };
}
