import { createHash } from 'node:crypto';
import type { TableName } from '../sql/inspect.ts';

/** The tables of one migration. */
export interface TableNames {
  readonly original: TableName;
  readonly ghost: TableName;
  readonly changelog: TableName;
  /** The sentry table before the swap, the retired table after it: one name. */
  readonly retired: TableName;
  /**
   * RENAME takes metadata locks in name order. Where the original's comes first, a RENAME that waits for a table's lock
   * waits for the original's, and nothing can come between UNLOCK and RENAME.
   */
  readonly originalSortsFirst: boolean;
}

/** Where a dry run happens. */
export function planClone(original: TableName): TableName {
  return { schema: original.schema, name: withSuffix(original.name, '_ghp') };
}

/** MySQL and MariaDB: 64 characters. */
const maxLength = 64;

export function nameTables(original: TableName): TableNames {
  const sibling = (suffix: string): TableName => ({ schema: original.schema, name: withSuffix(original.name, suffix) });
  const ghost = sibling('_gho');
  const retired = sibling('_del');
  const bytes = (table: TableName): Buffer => Buffer.from(table.name.toLowerCase());
  return {
    original,
    ghost,
    retired,
    changelog: sibling('_ghc'),
    originalSortsFirst: [ghost, retired].every((other) => Buffer.compare(bytes(original), bytes(other)) < 0),
  };
}

/** The name of the lock that keeps a second migration away; at most 64 characters, whatever the table is called. */
export function lockName(original: TableName): string {
  return `ghostship:${digest(`${original.schema}.${original.name}`.toLowerCase(), 40)}`;
}

/** A name too long is cut, and told from its neighbours by a digest of the whole. */
function withSuffix(name: string, suffix: string): string {
  if (name.length + suffix.length <= maxLength) return name + suffix;
  const head = name.slice(0, maxLength - suffix.length - 9);
  return `${head}~${digest(name, 8)}${suffix}`;
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
