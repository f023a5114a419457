import type { TableName } from '../../sql/inspect.ts';
import { digest } from '../../support/digest.ts';

/** The tables of one migration. */
export interface TableNames {
  readonly original: TableName;
  readonly ghost: TableName;
  readonly changelog: TableName;
  /** The sentry table has this name before the swap, the retired table after it. */
  readonly retired: TableName;
  /** Schemas that exist only for this migration. */
  readonly ownSchemas: readonly string[];
  /**
   * RENAME takes metadata locks in the order of names. Where the original's name comes first, a RENAME that waits for a lock
   * waits for the original's, and nothing can come between UNLOCK and RENAME. Without that there is no swap.
   */
  readonly originalSortsFirst: boolean;
}

/** What a clone is for. */
export type ClonePurpose = 'plan' | 'migration' | 'rehearsal';

const cloneSuffixes: Readonly<Record<ClonePurpose, string>> = { plan: '_ghp', migration: '_ghr', rehearsal: '_rhp' };

/** Where a dry run happens. A migration has a place of its own for it, because a plan may be made at the same time. */
export function planClone(original: TableName, apart: boolean, purpose: ClonePurpose = 'plan'): TableName {
  const suffix = cloneSuffixes[purpose];
  if (apart) return { schema: withSuffix(`${original.schema}_${original.name}`, suffix), name: original.name };
  return { schema: original.schema, name: withSuffix(original.name, suffix) };
}

/** Where the statements of a run are tried one after the other; see `plan/stage.ts`. */
export function stageSchema(schema: string): string {
  return withSuffix(schema, '_ghs');
}

/** The dry run renames its clone to this name and back, to measure a RENAME. */
export function planCloneAway(clone: TableName): TableName {
  return { schema: clone.schema, name: withSuffix(clone.name, '_aw') };
}

/** Stands beside a clone, or in a schema of clones, from before the first is made until after the last is dropped. */
export function cloneMark({ schema, name }: TableName): TableName {
  return { schema, name: name === '' ? 'ghostship dry run' : withSuffix(name, '_mk') };
}

/** Whose clone a table beside its original is, by its name; `null` where the name does not tell, as one that is cut. */
export function cloneOriginal({ schema, name }: TableName): TableName | null {
  for (const suffix of Object.values(cloneSuffixes)) {
    const end = [suffix, `${suffix}_aw`, `${suffix}_mk`].find((one) => name.endsWith(one));
    if (end !== undefined && name.length > end.length) return { schema, name: name.slice(0, -end.length) };
  }
  return null;
}

/** The longest name on MySQL and MariaDB. */
const maxLength = 64;

interface Suffixes {
  readonly ghost: string;
  readonly changelog: string;
  readonly retired: string;
}

const ofMigrations: Suffixes = { ghost: '_gho', changelog: '_ghc', retired: '_del' };

/**
 * A migration on the source makes its tables on every replica as well. Those of a rehearsal must never be in their way there, not
 * even where the rehearsal died. The last one is never made.
 */
const ofRehearsals: Suffixes = { ghost: '_rho', changelog: '_rhc', retired: '_rhd' };

/** @param apart true puts ghost and retired table into schemas of their own, see `own-schema.ts` */
export function nameTables(original: TableName, apart: boolean): TableNames {
  return nameWith(ofMigrations, original, apart);
}

/** The tables of a rehearsal, named so that no source ever makes one of them. */
export function nameRehearsalTables(original: TableName, apart: boolean): TableNames {
  return nameWith(ofRehearsals, original, apart);
}

function nameWith(suffixes: Suffixes, original: TableName, apart: boolean): TableNames {
  const sibling = (suffix: string): TableName => ({
    schema: apart ? withSuffix(`${original.schema}_${original.name}`, suffix) : original.schema,
    name: withSuffix(original.name, suffix),
  });
  // It has the original's own name, because the server makes names of constraints from the name of the table.
  const ghost = apart ? { ...sibling(suffixes.ghost), name: original.name } : sibling(suffixes.ghost);
  const retired = sibling(suffixes.retired);
  const lockKey = (table: TableName): Buffer => Buffer.from(`${table.schema}\0${table.name}`.toLowerCase());
  return {
    original,
    ghost,
    retired,
    changelog: { schema: original.schema, name: withSuffix(original.name, suffixes.changelog) },
    ownSchemas: apart ? [ghost.schema, retired.schema] : [],
    originalSortsFirst: [ghost, retired].every((other) => Buffer.compare(lockKey(original), lockKey(other)) < 0),
  };
}

/** Rows of the ghost that a revert is writing anew wait here, with the values that only the old definition has. */
export function nameSetAside({ original }: Pick<TableNames, 'original'>): TableName {
  return { schema: original.schema, name: withSuffix(original.name, '_gha') };
}

/** What a trigger is called on the ghost. It is free unless somebody else carries over a trigger of the same name. */
export function nameOnGhost(trigger: string): string {
  return withSuffix(trigger, '_gho');
}

/** What the retired table is called in an outcome: with its schema only where that is one of its own. */
export function retiredLabel({ retired, original }: TableNames): string {
  return labelBeside(retired, original);
}

/** The same of the ghost. */
export function ghostLabel({ ghost, original }: TableNames): string {
  return labelBeside(ghost, original);
}

function labelBeside({ schema, name }: TableName, original: TableName): string {
  return schema === original.schema ? name : `${schema}.${name}`;
}

/** The name of the lock that prevents a second migration. It has at most 64 characters, whatever the name of the table. */
export function lockName(original: TableName): string {
  return `ghostship:${digest(`${original.schema}.${original.name}`.toLowerCase()).slice(0, 40)}`;
}

/**
 * A name that is too long is cut. A digest of the whole name keeps it different from similar names, and what stands before it sorts
 * behind what is cut off.
 */
export function withSuffix(name: string, suffix: string): string {
  if (name.length + suffix.length <= maxLength) return name + suffix;
  const at = maxLength - suffix.length - 9;
  const separator = name.charAt(at) < '~' ? '~' : '\u{ff5e}';
  return `${name.slice(0, at)}${separator}${digest(name).slice(0, 8)}${suffix}`;
}
