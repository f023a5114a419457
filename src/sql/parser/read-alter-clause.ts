import type { ClauseBody } from './clause.ts';
import { readEnforced } from './read-constraint.ts';
import type { TokenCursor } from './token-cursor.ts';

/** What stands behind the ALTER of a column, index or constraint. */
export function readAlterClause(cursor: TokenCursor): ClauseBody {
  const what = cursor.takeAny(['INDEX', 'KEY', 'CHECK', 'CONSTRAINT', 'COLUMN']);
  cursor.take('IF', 'EXISTS');
  const name = cursor.name();
  if (name === null) return { kind: 'unknown' };
  if (what === 'INDEX' || what === 'KEY') return { kind: 'alter-index', name, used: readUsed(cursor) };
  if (what === 'CHECK' || what === 'CONSTRAINT') return { kind: 'alter-check', name, enforced: readEnforced(cursor) };
  return { kind: 'alter-column', column: name, action: readColumnAction(cursor) };
}

function readUsed(cursor: TokenCursor): boolean {
  return cursor.take('VISIBLE') || cursor.take('NOT', 'IGNORED');
}

function readColumnAction(cursor: TokenCursor): Extract<ClauseBody, { kind: 'alter-column' }>['action'] {
  if (cursor.take('SET', 'DEFAULT')) return 'set-default';
  if (cursor.take('DROP', 'DEFAULT')) return 'drop-default';
  if (cursor.take('SET', 'VISIBLE')) return 'set-visible';
  return cursor.take('SET', 'INVISIBLE') ? 'set-invisible' : 'other';
}
