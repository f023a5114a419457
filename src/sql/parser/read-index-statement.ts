import type { Clause } from './clause.ts';
import { mayReachOut } from './reaches-out.ts';
import { dropIndex } from './read-drop-clause.ts';
import { isUsed, readIndexKind, readIndexParts } from './read-index.ts';
import { type Modifier, readModifier } from './read-modifier.ts';
import type { TableReference } from './span.ts';
import type { AlterTable } from './statement.ts';
import { spanOf, type TokenCursor } from './token-cursor.ts';
import { codeOf } from './tokens.ts';

/** Null if it is not a CREATE INDEX with a name and a table. */
export function readCreateIndex(cursor: TokenCursor, text: string): AlterTable | null {
  if (!cursor.take('CREATE')) return null;
  const replaces = cursor.take('OR', 'REPLACE');
  const prefixes = cursor.takeEach(['ONLINE', 'OFFLINE']);
  const headMark = cursor.mark;
  const index = readIndexKind(cursor);
  cursor.take('IF', 'NOT', 'EXISTS');
  const name = cursor.name();
  if (cursor.take('USING')) cursor.next();
  const head = cursor.since(headMark);
  const table = readOn(cursor);
  if (index === null || name === null || table === null) return null;

  const tailMark = cursor.mark;
  const parts = readIndexParts(cursor.group() ?? []);
  const optionsMark = cursor.mark;
  while (!cursor.done && !cursor.sees('ALGORITHM') && !cursor.sees('LOCK')) cursor.next();
  const used = isUsed(cursor.since(optionsMark));
  const tail = cursor.since(tailMark);
  const span = { start: spanOf(head, name.start).start, end: spanOf(tail, table.end).end };
  const dropped: Clause = { ...dropIndex(name), start: name.start, end: name.end };
  const added: Clause = { kind: 'add-index', index, name, parts, used, ...span };
  const add = `ADD ${codeOf(text, head)} ${codeOf(text, tail)}`;
  return {
    kind: 'alter-table',
    spelling: 'CREATE INDEX',
    table,
    ifExists: false,
    prefixes,
    clauses: [...(replaces ? [dropped] : []), added, ...readModifiers(cursor)],
    body: {
      list: replaces ? `DROP INDEX IF EXISTS ${nameOf(text, name)}, ${add}` : add,
      partitioning: '',
      mayReachOut: mayReachOut([...head, ...tail]),
    },
  };
}

/** Null if it is not a DROP INDEX with a name and a table. */
export function readDropIndex(cursor: TokenCursor, text: string): AlterTable | null {
  if (!cursor.take('DROP')) return null;
  const prefixes = cursor.takeEach(['ONLINE', 'OFFLINE']);
  const mark = cursor.mark;
  if (!cursor.take('INDEX')) return null;
  cursor.take('IF', 'EXISTS');
  const name = cursor.name();
  const dropped = cursor.since(mark);
  const table = readOn(cursor);
  if (name === null || table === null) return null;
  const clause: Clause = { ...dropIndex(name), ...spanOf(dropped, name.start) };
  return {
    kind: 'alter-table',
    spelling: 'DROP INDEX',
    table,
    ifExists: false,
    prefixes,
    clauses: [clause, ...readModifiers(cursor)],
    body: { list: `DROP ${codeOf(text, dropped)}`, partitioning: '', mayReachOut: mayReachOut(dropped) },
  };
}

function readOn(cursor: TokenCursor): TableReference | null {
  const table = cursor.take('ON') ? cursor.tableName() : null;
  cursor.takeWait();
  return table;
}

/** Here they follow each other without commas. */
function readModifiers(cursor: TokenCursor): readonly Modifier[] {
  const modifiers: Modifier[] = [];
  for (let found = readModifier(cursor); found !== null; found = readModifier(cursor)) modifiers.push(found);
  return modifiers;
}

function nameOf(text: string, span: { readonly start: number; readonly end: number }): string {
  return text.slice(span.start, span.end);
}
