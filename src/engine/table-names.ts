import { createHash } from 'node:crypto';
import type { TableName } from '../sql/inspect.ts';

/** The tables of one migration. */
export interface TableNames {
  readonly original: TableName;
  readonly ghost: TableName;
  readonly changelog: TableName;
  /** The sentry table before the swap, the retired table after it: one name. */
  readonly retired: TableName;
  /** Schemas that exist for this migration alone. */
  readonly ownSchemas: readonly string[];
  /**
   * RENAME takes metadata locks in name order. Where the original's comes first, a RENAME that waits for a table's lock
   * waits for the original's, and nothing can come between UNLOCK and RENAME.
   */
  readonly originalSortsFirst: boolean;
}

/** Where a dry run happens. A migration has a place of its own for it, because a plan may be made at the same time. */
export function planClone(original: TableName, apart: boolean, purpose: 'plan' | 'migration' = 'plan'): TableName {
  const suffix = purpose === 'plan' ? '_ghp' : '_ghr';
  if (apart) return { schema: withSuffix(`${original.schema}_${original.name}`, suffix), name: original.name };
  return { schema: original.schema, name: withSuffix(original.name, suffix) };
}

/** What the server says of a clone, said of its original. */
export function inTheirNames(text: string, clone: TableName, original: TableName): string {
  const there = clone.schema === original.schema ? text : text.replaceAll(clone.schema, original.schema);
  return clone.name === original.name ? there : there.replaceAll(clone.name, original.name);
}

/** Where the dry run moves its clone, and back, to see what a RENAME takes. */
export function planCloneAway(clone: TableName): TableName {
  return { schema: clone.schema, name: withSuffix(clone.name, '_aw') };
}

/** MySQL and MariaDB: 64 characters. */
const maxLength = 64;

/** @param apart ghost and retired table in schemas of their own, see `own-schema.ts` */
export function nameTables(original: TableName, apart: boolean): TableNames {
  const sibling = (suffix: string): TableName => ({
    schema: apart ? withSuffix(`${original.schema}_${original.name}`, suffix) : original.schema,
    name: withSuffix(original.name, suffix),
  });
  // Under the original's own name, because that is what the server makes up names of constraints from.
  const ghost = apart ? { ...sibling('_gho'), name: original.name } : sibling('_gho');
  const retired = sibling('_del');
  const lockKey = (table: TableName): Buffer => Buffer.from(`${table.schema}\0${table.name}`.toLowerCase());
  return {
    original,
    ghost,
    retired,
    changelog: { schema: original.schema, name: withSuffix(original.name, '_ghc') },
    ownSchemas: apart ? [ghost.schema, retired.schema] : [],
    originalSortsFirst: [ghost, retired].every((other) => Buffer.compare(lockKey(original), lockKey(other)) < 0),
  };
}

/** The name of the lock that keeps a second migration away; at most 64 characters, whatever the table is called. */
export function lockName(original: TableName): string {
  return `ghostship:${digest(`${original.schema}.${original.name}`.toLowerCase(), 40)}`;
}

/** A name too long is cut, and told from its neighbours by a digest of the whole. */
export function withSuffix(name: string, suffix: string): string {
  if (name.length + suffix.length <= maxLength) return name + suffix;
  const head = name.slice(0, maxLength - suffix.length - 9);
  return `${head}~${digest(name, 8)}${suffix}`;
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
