import type { Clause, ClauseBody } from './clause.ts';
import { readAdd } from './read-add-clause.ts';
import { readAlterClause } from './read-alter-clause.ts';
import { readColumn } from './read-column.ts';
import { readDrop } from './read-drop-clause.ts';
import { readModifier } from './read-modifier.ts';
import { readPartitionClause } from './read-partition-clause.ts';
import { readTableOptions } from './read-table-options.ts';
import { spanOf, TokenCursor } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/**
 * One clause of an ALTER TABLE, from its tokens; none if there are no tokens. `ADD (a INT, b INT)` gives a clause for
 * each element. A clause that is not known here is `unknown`; it is no error.
 */
export function readClause(text: string, tokens: readonly Token[]): readonly Clause[] {
  if (tokens.length === 0) return [];
  const span = spanOf(tokens, 0);
  const partition = readPartitionClause(new TokenCursor(tokens));
  if (partition !== null) return [{ ...partition, ...span }];
  const cursor = new TokenCursor(tokens);
  if (cursor.take('ADD')) return readAdd(text, cursor, span);
  return [{ ...readOther(text, cursor), ...span }];
}

function readOther(text: string, cursor: TokenCursor): ClauseBody {
  if (cursor.take('DROP')) return readDrop(cursor);
  if (cursor.take('ALTER')) return readAlterClause(cursor);
  if (cursor.take('MODIFY')) return readModify(text, cursor);
  if (cursor.take('CHANGE')) return readChange(text, cursor);
  if (cursor.take('RENAME')) return readRename(cursor);
  if (cursor.take('CONVERT', 'TO')) return readConvert(cursor);
  if (cursor.take('DISCARD', 'TABLESPACE')) return { kind: 'tablespace', operation: 'discard' };
  if (cursor.take('IMPORT', 'TABLESPACE')) return { kind: 'tablespace', operation: 'import' };
  if (cursor.take('WITH', 'VALIDATION') || cursor.take('WITHOUT', 'VALIDATION')) return { kind: 'validation' };
  if (cursor.take('FORCE')) return { kind: 'force' };
  if (cursor.take('ORDER', 'BY')) return { kind: 'order-by' };
  if (cursor.take('ENABLE', 'KEYS') || cursor.take('DISABLE', 'KEYS')) return { kind: 'keys' };
  if (cursor.takeAny(['SECONDARY_LOAD', 'SECONDARY_UNLOAD']) !== null) return { kind: 'secondary-engine' };
  return readModifier(cursor) ?? readTableOptions(text, cursor) ?? { kind: 'unknown' };
}

function readModify(text: string, cursor: TokenCursor): ClauseBody {
  takeColumnWords(cursor);
  const column = readColumn(text, cursor);
  return column === null ? { kind: 'unknown' } : { kind: 'modify-column', column };
}

function readChange(text: string, cursor: TokenCursor): ClauseBody {
  takeColumnWords(cursor);
  const from = cursor.name();
  const column = from === null ? null : readColumn(text, cursor);
  return from === null || column === null ? { kind: 'unknown' } : { kind: 'change-column', from, column };
}

function takeColumnWords(cursor: TokenCursor): void {
  cursor.take('COLUMN');
  cursor.take('IF', 'EXISTS');
}

function readRename(cursor: TokenCursor): ClauseBody {
  const what = cursor.takeAny(['COLUMN', 'INDEX', 'KEY']);
  if (what === null) return readRenameTable(cursor);
  cursor.take('IF', 'EXISTS');
  const from = cursor.name();
  const to = cursor.take('TO') ? cursor.name() : null;
  if (from === null || to === null) return { kind: 'unknown' };
  return what === 'COLUMN' ? { kind: 'rename-column', from, to } : { kind: 'rename-index', from, to };
}

function readRenameTable(cursor: TokenCursor): ClauseBody {
  cursor.takeAny(['TO', 'AS', '=']);
  const to = cursor.tableName();
  return to === null ? { kind: 'unknown' } : { kind: 'rename-table', to };
}

function readConvert(cursor: TokenCursor): ClauseBody {
  if (!cursor.take('CHARACTER', 'SET') && !cursor.take('CHARSET')) return { kind: 'unknown' };
  return { kind: 'convert-charset', charset: cursor.name() };
}
