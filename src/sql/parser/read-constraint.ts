import type { CheckConstraint } from './column-definition.ts';
import type { Name, TableReference } from './span.ts';
import { spanOf, type TokenCursor } from './token-cursor.ts';

/** Takes `CONSTRAINT [IF NOT EXISTS] [name]` if it comes next; the name may be missing. */
export function readConstraintName(cursor: TokenCursor): Name | null {
  if (!cursor.take('CONSTRAINT')) return null;
  cursor.take('IF', 'NOT', 'EXISTS');
  return ['CHECK', 'FOREIGN', 'PRIMARY', 'UNIQUE'].some((kind) => cursor.sees(kind)) ? null : cursor.name();
}

/** Takes `CHECK (…) [[NOT] ENFORCED]`; `name` is what stood before it. Null if something else comes next. */
export function readCheck(cursor: TokenCursor, name: Name | null): CheckConstraint | null {
  const mark = cursor.mark;
  if (!cursor.take('CHECK')) return null;
  cursor.group();
  const enforced = readEnforced(cursor);
  return { ...spanOf(cursor.since(mark), 0), name, enforced };
}

/** Takes `[NOT] ENFORCED`; a constraint is enforced unless it says otherwise. */
export function readEnforced(cursor: TokenCursor): boolean {
  if (cursor.take('NOT', 'ENFORCED')) return false;
  cursor.take('ENFORCED');
  return true;
}

/** Takes `REFERENCES table (columns) [MATCH …] [ON DELETE …] [ON UPDATE …]`. */
export function readReferences(cursor: TokenCursor): TableReference | null {
  if (!cursor.take('REFERENCES')) return null;
  const table = cursor.tableName();
  cursor.group();
  if (cursor.take('MATCH')) cursor.next();
  while (cursor.take('ON', 'DELETE') || cursor.take('ON', 'UPDATE')) readReferentialAction(cursor);
  return table;
}

/** CASCADE and RESTRICT are one word; SET NULL, SET DEFAULT and NO ACTION are two. */
function readReferentialAction(cursor: TokenCursor): void {
  cursor.takeAny(['SET', 'NO']);
  cursor.next();
}
