import { likelyMeant } from '../../sql/parser/misspelt.ts';
import { dashes } from '../../sql/parser/parse-statement.ts';
import { newNames, renamesOf } from '../../sql/parser/renames-of.ts';
import { quoteNames, shippedVerbs } from '../../sql/parser/shipped-verbs.ts';
import type { Name, TableReference } from '../../sql/parser/span.ts';
import type { AlterTable, DataStatement, Statement, TableRename } from '../../sql/parser/statement.ts';
import { storedName } from '../../sql/parser/unstorable-name.ts';
import { ident } from '../../sql/sql.ts';

/** What a statement asks for, as far as it is ours to do. */
export type Task = TableTask | RenameTask | DataTask;

export interface TableTask {
  /**
   * `change` is the engine's work: the table is in use. `create` makes a new table, which nobody uses yet. `drop` renames a
   * table, so that it can come back.
   */
  readonly kind: 'change' | 'create' | 'drop';
  readonly table: TableReference;
  /** Whether a table that is to be changed or dropped may be gone already, or one that is to be made may be there. */
  readonly ifExists: boolean;
}

/** New names for tables, which the server gives at once, in the order of the statement. */
export interface RenameTask {
  readonly kind: 'rename';
  /** The first of them. */
  readonly table: TableReference;
  readonly renames: readonly TableRename[];
  /** Whether tables that are not there are passed over. */
  readonly ifExists: boolean;
}

/** Rows that change in one transaction. */
export type DataTask = DataStatement;

interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}

/** The table with its database. A name without a database means one in `database`. */
export function qualify({ schema, name }: TableReference, database: string): QualifiedName {
  return { schema: schema ?? database, name };
}

/** The names of a renaming with their databases. */
export function renamesIn(
  { renames }: Pick<RenameTask, 'renames'>,
  database: string,
): { readonly from: QualifiedName; readonly to: QualifiedName }[] {
  return renames.map(({ from, to }) => ({ from: qualify(from, database), to: qualify(to, database) }));
}

/** A task, or why there is none: whatever the server says and whoever allows it, the statement is not run. */
export type Request =
  | { readonly task: Task; readonly complaint: null }
  | { readonly task: null; readonly complaint: Complaint };

/** An error that nobody has thrown: a file may have many such statements, and an error is dear. */
export interface Complaint {
  readonly code: 'unsupported-statement' | 'invalid-statement';
  /** It names the statement. */
  readonly message: string;
  readonly hint: string;
}

/** @param place of the statement, for whoever reads the complaint */
export function requestOf(statement: Statement, place: string): Request {
  const found = readTask(statement);
  if ('kind' in found) return { task: found, complaint: null };
  return {
    task: null,
    complaint: { code: 'unsupported-statement', message: messageOf(found, place), hint: found.hint },
  };
}

/** @param name of a statement that has one which no server can hold; `null` for every other */
export function refuseNames(request: Request, name: Name | null, place: string): Request {
  if (name === null || request.task === null) return request;
  const stored = storedName(name.text);
  return {
    task: null,
    complaint: {
      code: 'invalid-statement',
      message: `No server can hold the name ${name.text} (${place}): MySQL would call it ${stored}, and MariaDB refuses it.`,
      hint: `Choose a name without emoji and other characters of four bytes. What MySQL calls ${stored} already is named so in a statement.`,
    },
  };
}

function messageOf({ name, why, meant, isUnread, isShipped }: Unsupported, place: string): string {
  if (isShipped === true) return `${name} (${place}) is not run. ${why ?? ''}`.trim();
  if (meant !== undefined) return `${name} (${place}) seems to be misspelt: did you mean ${meant}?`;
  if (isUnread === true) return `${name} (${place}) cannot be read: no name of a table is found where one must stand.`;
  return why === undefined
    ? `${name} (${place}) is no statement that can be shipped.`
    : `${name} (${place}) cannot be passed over. ${why}`;
}

interface Unsupported {
  readonly name: string;
  readonly hint: string;
  /** Why it matters, of a statement that elsewhere would not. */
  readonly why?: string;
  /** What it is taken for, of a statement that is misspelt. */
  readonly meant?: string;
  /** Whether it would be run elsewhere, and is no statement around others. */
  readonly isShipped?: boolean;
  /** Whether its kind is one that is shipped. */
  readonly isUnread?: true;
}

function readTask(statement: Statement): Task | Unsupported {
  switch (statement.kind) {
    case 'alter-table':
      return (
        readRename(statement) ??
        renamesAmongOthers(statement) ?? { kind: 'change', table: statement.table, ifExists: statement.ifExists }
      );
    case 'create-table':
      return readCreate(statement);
    case 'drop-table':
      return readDrop(statement);
    case 'rename-table':
      return readRename(statement) ?? { name: 'RENAME TABLE', hint: supported };
    case 'data':
      return statement;
    case 'truncate-table':
      return { name: 'TRUNCATE TABLE', hint: supported };
    case 'drop-database':
      return { name: 'DROP DATABASE', hint: supported };
    case 'other':
      if (statement.why !== null) return refusedInFile(statement.verb, statement.why);
      if (statement.verb === dashes)
        return { name: 'What begins with two dashes', hint: 'Write a blank behind them: only then it is a comment.' };
      if (shippedVerbs.includes(statement.verb))
        return { name: `This ${statement.verb}`, hint: quoteNames, isUnread: true };
      return misspelt(statement.verb) ?? { name: statement.verb || 'This statement', hint: supported };
  }
}

const supported =
  'ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE, DROP TABLE and RENAME TABLE are; run anything else by other means.';

/** A person who has mistyped a word is not told that the server's statement is not supported. */
function misspelt(verb: string): Unsupported | null {
  const meant = likelyMeant(verb);
  return meant === null ? null : { name: verb, hint: `Correct the word: write ${meant}.`, meant };
}

function readRename(statement: Extract<Statement, { kind: 'alter-table' | 'rename-table' }>): RenameTask | null {
  const renames = renamesOf(statement) ?? [];
  const [first] = renames;
  if (first === undefined) return null;
  return { kind: 'rename', table: first.from, renames, ifExists: statement.ifExists };
}

/** The copy would be swapped in under the old name. */
function renamesAmongOthers(alter: AlterTable): Unsupported | null {
  const [to] = newNames(alter);
  if (to === undefined) return null;
  const rename = `ALTER TABLE ${nameOf(alter.table)} RENAME TO ${nameOf(to)}`;
  return {
    name: 'RENAME TO together with other clauses',
    hint: `Write two statements: this one without RENAME TO, and behind it ${rename}`,
  };
}

function nameOf({ schema, name }: TableReference): string {
  return [...(schema === null ? [] : [schema]), name].map((part) => ident(part).text).join('.');
}

const takeOut = 'Take it out of the file, if the statements are right without it; nothing was run.';

/** @param why it would not do alone what it does in its file */
function refusedInFile(verb: string, why: string): Unsupported {
  const isShipped = dataVerbs.includes(verb) || shippedVerbs.includes(verb);
  return { name: verb, hint: isShipped ? writeValue : takeOut, why, isShipped };
}

const dataVerbs: readonly string[] = ['INSERT', 'UPDATE', 'DELETE'];
const writeValue = 'Write it in a plain form, with the value itself; nothing was run.';

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
  return { kind: 'create', table: statement.table, ifExists: statement.ifNotExists };
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
