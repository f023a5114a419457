import { withoutCounter } from '../../mysql/inspect-table.ts';
import { type OwnForeignKey, readForeignKeys } from '../../sql/foreign-keys.ts';
import { unquoteIdent } from '../../sql/sql.ts';

/** Foreign keys that a statement adds, and the indexes that it adds with them. */
export interface AddedKeys {
  readonly foreignKeys: readonly OwnForeignKey[];
  /** Names, of the index that InnoDB makes for a foreign key as well. */
  readonly indexes: readonly string[];
}

/**
 * @param before the definition, and `after` what the statement makes of it, both in the names of the original
 * @returns `null` where the statement does anything else: then it could not be taken back without a trace
 */
export function addedKeys(before: string, after: string, schema: string): AddedKeys | null {
  const [old, altered] = [linesOf(before), linesOf(after)];
  const added = altered.filter((line) => !old.includes(line));
  const kept = altered.filter((line) => old.includes(line));
  if (ordered(kept) !== ordered(old)) return null;
  const indexes = added.flatMap((line) => plainIndex.exec(line)?.[1] ?? []).map(unquoteIdent);
  const known = readForeignKeys(before, schema).map(({ name }) => name);
  const foreignKeys = readForeignKeys(after, schema).filter(({ name }) => !known.includes(name));
  return indexes.length + foreignKeys.length === added.length ? { foreignKeys, indexes } : null;
}

const plainIndex = /^\s*KEY (`(?:[^`]|``)+`) /u;

/** CREATE TABLE … LIKE, which makes a clone, puts the indexes of foreign keys last. No statement does only that. */
function ordered(lines: readonly string[]): string {
  const isIndex = (line: string): boolean => plainIndex.test(line);
  return [...lines.filter((line) => !isIndex(line)), ...lines.filter(isIndex).toSorted()].join('\n');
}

function linesOf(createStatement: string): string[] {
  return withoutCounter(createStatement)
    .split('\n')
    .map((line) => line.replace(/,$/u, ''));
}
