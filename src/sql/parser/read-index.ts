import type { ClauseBody, IndexKind, IndexPart } from './clause.ts';
import type { Name } from './span.ts';
import { spanOf, splitAtCommas, TokenCursor } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/** Takes `[UNIQUE|FULLTEXT|…] INDEX [name] (parts) options`. Null, and nothing taken, if no index comes next. */
export function readIndex(cursor: TokenCursor, constraintName: Name | null): ClauseBody | null {
  const index = readIndexKind(cursor);
  if (index === null) return null;
  cursor.take('IF', 'NOT', 'EXISTS');
  const ownName = cursor.sees('USING') ? null : cursor.name();
  if (cursor.take('USING')) cursor.next();
  const parts = readIndexParts(cursor.group() ?? []);
  return { kind: 'add-index', index, name: ownName ?? constraintName, parts, used: isUsed(cursor.rest()) };
}

/** Takes the words that say which kind of index follows, INDEX or KEY included. */
export function readIndexKind(cursor: TokenCursor): IndexKind | null {
  if (cursor.take('PRIMARY', 'KEY')) return 'primary';
  if (cursor.take('VECTOR', 'INDEX') || cursor.take('VECTOR', 'KEY')) return 'vector';
  const special = cursor.takeAny(['UNIQUE', 'FULLTEXT', 'SPATIAL']);
  const isIndex = cursor.takeAny(['INDEX', 'KEY']) !== null;
  if (special === null) return isIndex ? 'plain' : null;
  return specialKinds[special];
}

export function readIndexParts(list: readonly Token[]): readonly IndexPart[] {
  return splitAtCommas(list)
    .filter((part) => part.length > 0)
    .map((part) => {
      const cursor = new TokenCursor(part);
      const column = cursor.name();
      return { ...spanOf(part, 0), column, hasPrefixLength: column !== null && cursor.group() !== null };
    });
}

/** From the options behind the parts. */
export function isUsed(options: readonly Token[]): boolean {
  return !options.some(
    ({ keyword }, index) => keyword === 'INVISIBLE' || (keyword === 'IGNORED' && options[index - 1]?.keyword !== 'NOT'),
  );
}

const specialKinds = { UNIQUE: 'unique', FULLTEXT: 'fulltext', SPATIAL: 'spatial' } as const;
