import type { Clause, ClauseBody } from './clause.ts';
import { readColumn } from './read-column.ts';
import { readCheck, readConstraintName, readReferences } from './read-constraint.ts';
import { readIndex } from './read-index.ts';
import type { Name, Span } from './span.ts';
import { spanOf, splitAtCommas, TokenCursor } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/** What stands behind ADD. A list in parentheses gives one clause, with its own span, for each element. */
export function readAdd(text: string, cursor: TokenCursor, span: Span): readonly Clause[] {
  const isSystemVersioning = cursor.take('SYSTEM', 'VERSIONING') || cursor.take('PERIOD', 'FOR');
  if (isSystemVersioning) return [{ kind: 'system-versioning', ...span }];
  const hasColumnWord = cursor.take('COLUMN');
  if (hasColumnWord) cursor.take('IF', 'NOT', 'EXISTS');
  const list = cursor.group();
  if (list !== null) return readElements(text, list);
  const body = (hasColumnWord ? null : readConstraint(cursor)) ?? readAddColumn(text, cursor);
  return [{ ...body, ...span }];
}

/** The list of columns, indexes and constraints that CREATE TABLE and `ADD (…)` have in parentheses. */
export function readElements(text: string, tokens: readonly Token[]): readonly Clause[] {
  return splitAtCommas(tokens)
    .filter((element) => element.length > 0)
    .map((element) => {
      const cursor = new TokenCursor(element);
      return { ...(readConstraint(cursor) ?? readAddColumn(text, cursor)), ...spanOf(element, 0) };
    });
}

function readAddColumn(text: string, cursor: TokenCursor): ClauseBody {
  cursor.take('IF', 'NOT', 'EXISTS');
  const column = readColumn(text, cursor);
  return column === null ? { kind: 'unknown' } : { kind: 'add-column', column };
}

/** Null, and nothing taken, if what comes next is a column. */
function readConstraint(cursor: TokenCursor): ClauseBody | null {
  const name = readConstraintName(cursor);
  const check = readCheck(cursor, name);
  if (check !== null) return { kind: 'add-check', name, enforced: check.enforced };
  if (cursor.take('FOREIGN', 'KEY')) return readForeignKey(cursor, name);
  return readIndex(cursor, name);
}

function readForeignKey(cursor: TokenCursor, constraintName: Name | null): ClauseBody {
  cursor.take('IF', 'NOT', 'EXISTS');
  const indexName = cursor.name();
  cursor.group();
  return { kind: 'add-foreign-key', name: constraintName ?? indexName, references: readReferences(cursor) };
}
