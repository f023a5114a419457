import type { ClauseBody } from './clause.ts';
import type { Name } from './span.ts';
import type { TokenCursor } from './token-cursor.ts';

/** What stands behind DROP, but for partitions. */
export function readDrop(cursor: TokenCursor): ClauseBody {
  if (cursor.take('PRIMARY', 'KEY')) return { kind: 'drop-primary-key' };
  if (cursor.take('SYSTEM', 'VERSIONING') || cursor.take('PERIOD', 'FOR')) return { kind: 'system-versioning' };
  if (cursor.take('FOREIGN', 'KEY')) return named(cursor, (name) => ({ kind: 'drop-foreign-key', name }));
  const what = cursor.takeAny(['INDEX', 'KEY', 'CHECK', 'CONSTRAINT', 'COLUMN']);
  if (what === 'INDEX' || what === 'KEY') return named(cursor, dropIndex);
  if (what === 'CHECK' || what === 'CONSTRAINT') return named(cursor, (name) => ({ kind: 'drop-constraint', name }));
  return named(cursor, (column) => ({ kind: 'drop-column', column }));
}

/** The primary key is the index called PRIMARY, a name no other index can have. */
export function dropIndex(name: Name): ClauseBody {
  return name.text.toUpperCase() === 'PRIMARY' ? { kind: 'drop-primary-key' } : { kind: 'drop-index', name };
}

function named(cursor: TokenCursor, clause: (name: Name) => ClauseBody): ClauseBody {
  cursor.take('IF', 'EXISTS');
  const name = cursor.name();
  return name === null ? { kind: 'unknown' } : clause(name);
}
