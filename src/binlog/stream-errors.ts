import type { TableName } from '../sql/inspect.ts';
import { GhostshipError } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import { describeType } from './harmless-events.ts';
import type { KeyMissing, NullInKey } from './rows-event.ts';
import type { WatchedTable } from './watched.ts';

/* Why a stream of changes cannot be read on. */

export function broken(message: string): GhostshipError {
  return new GhostshipError('stream-broken', message, {
    hint: 'Run the migration again; if it stops here once more, look at the writer the message names.',
  });
}

export function unknownEvent(type: number): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `The binary log holds an event of type ${describeType(type)}, which Ghostship does not read; it may be a change of rows.`,
    {
      hint: 'Run the migration again. If it stops here once more, the server writes what this version cannot read: try a newer one.',
    },
  );
}

export function unknownXa(): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    'An XA transaction was committed that had been prepared before this migration began; what it changed is not known.',
    {
      hint: 'Run the migration again. Where XA is in use, grant XA_RECOVER_ADMIN to the user of the target URL (MySQL): with it, the migration waits for such transactions before it begins.',
    },
  );
}

export function shortImage(table: TableName, error: KeyMissing): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A session changes ${table.name} with a short binlog_row_image: ${sentence(error.message)}`,
    {
      hint: 'Set binlog_row_image=FULL for all sessions while the migration runs, then run it again.',
    },
  );
}

export function nullInKey({ name }: TableName, { column }: NullInKey): GhostshipError {
  return new GhostshipError(
    'no-migration-key',
    `A session changed a row of ${name} that has NULL in ${column}, or writes NULL there. It is part of the migration key, and must not be NULL.`,
    { hint: 'Give such rows a value there, and run the migration again when nobody writes NULL.' },
  );
}

export function statementFormat(table: TableName, text: string): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A session changes ${table.name} with binlog_format=STATEMENT or MIXED; which rows it touched is not known: ${excerpt(text)}`,
    {
      hint: 'Let that session use binlog_format=ROW, then run the migration again.',
    },
  );
}

/** @param why half a sentence */
export function mayChange(table: TableName, why: string, text: string): GhostshipError {
  return new GhostshipError(
    'stream-broken',
    `A session wrote with binlog_format=STATEMENT or MIXED, and what it wrote may have changed ${table.name}, because ${why}: ${excerpt(text)}`,
    {
      hint: 'Let that session use binlog_format=ROW, then run the migration again.',
    },
  );
}

export function copyWritten(copy: TableName, original: TableName): GhostshipError {
  return new GhostshipError(
    'rows-differ',
    `Somebody wrote rows to ${copy.name}, which is the copy of ${original.name} that takes its place.`,
    {
      hint: `Find the session that writes to ${copy.name} and stop it, then run the migration again: it begins with a new copy.`,
    },
  );
}

export function unreadable(table: TableName, charset: string | undefined): GhostshipError {
  const what = charset === undefined ? 'in an unknown character set' : `in the character set ${charset}`;
  return new GhostshipError(
    'stream-broken',
    `The binary log holds a statement ${what} that cannot be read, and it may change ${table.name}.`,
    {
      hint: 'Let the session that sends it use utf8mb4 and binlog_format=ROW, then run the migration again.',
    },
  );
}

export function definitionChanged(table: TableName, text: string): GhostshipError {
  const what = excerpt(text);
  return new GhostshipError('original-changed', `Somebody changed ${table.name} while it was being migrated: ${what}`, {
    hint: 'Run the migration again when nobody else is changing it.',
  });
}

export function otherWidth({ table, width, functionalKeys = [] }: WatchedTable, found: number): GhostshipError {
  if (functionalKeys.length === 0 || found < width)
    return definitionChanged(table, `it has ${found} columns now, and had ${width}`);
  return new GhostshipError(
    'stream-broken',
    `Rows of ${table.name} have ${found} columns in the binary log, and the table has ${width}: this server seems to log the hidden columns of its functional keys (${functionalKeys.join(', ')}).`,
    {
      hint: 'Drop these keys before the migration and add them again after it, or upgrade the server.',
    },
  );
}

/** The statement's head; literals in it are left out, they may be anybody's data. */
function excerpt(text: string): string {
  const plain = text.replaceAll(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/gsu, "'…'").replaceAll(/\s+/gu, ' ');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
