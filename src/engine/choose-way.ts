import type { TableDefinition } from '../mysql/inspect-table.ts';
import type { TableName } from '../sql/inspect.ts';
import type { AlterStatement } from '../sql/parser/alter.ts';
import { GhostshipError } from '../support/errors.ts';
import { type AddedKeys, addedKeys } from './added-keys/added-keys.ts';
import { findOnlyServer, type OnlyServer, type WayOptions } from './only-server.ts';
import { refuseTakenChecks } from './preflight/check-names.ts';
import {
  addsForeignKeys,
  foreignKeyRefusals,
  knowForeignKeys,
  refuseTakenNames,
  sameTable,
} from './preflight/foreign-keys.ts';
import { mayNotBeCopied } from './preflight/table.ts';
import { isWorthDoingOnServer, maxIndexedBytes } from './server-alter.ts';
import type { CloneAltered } from './tables/alter-clone.ts';
import type { ControlConnection } from './tables/control-connection.ts';
import { countIfSmall } from './tables/small-table.ts';

/** How a statement is carried out. Plan and migration ask the same question. */
export type Way =
  /** The server does it. `whole` is its own way, while writers of a small table wait. */
  | { readonly kind: 'server'; readonly way: 'instant' | 'inplace' | 'whole' }
  /** The server adds foreign keys in place, and the rows are checked afterwards. */
  | { readonly kind: 'add-keys'; readonly added: AddedKeys }
  /** No copy would be the table that the server makes. */
  | { readonly kind: 'only-server'; readonly only: OnlyServer }
  | { readonly kind: 'copy' };

export interface TriedStatement {
  readonly original: TableDefinition;
  readonly alter: AlterStatement;
  readonly altered: CloneAltered;
  /** The clone after the statement; its definition is in the names of the original. */
  readonly after: TableDefinition;
  /** Whether another table stood beside the clone, as the statements before it leave it. */
  readonly isTriedWith?: (other: TableName) => boolean;
}

/**
 * @param replicas whether the target has any
 * @throws GhostshipError `unsupported-statement`, `invalid-statement` for foreign keys that cannot be added,
 *   `no-migration-key`
 */
export async function chooseWay(
  control: ControlConnection,
  tried: TriedStatement,
  options: WayOptions,
  replicas: boolean,
): Promise<Way> {
  const { server, session } = control;
  const { original, alter, altered, after } = tried;
  const { isTriedWith = () => false } = tried;
  const isKnown = (other: TableName): boolean => sameTable(other, after.table) || isTriedWith(other);
  await refuseTakenChecks(control, original.table, after.createStatement, isKnown);
  if (altered.way !== 'copy' && isWorthDoingOnServer(altered, alter, original, replicas)) {
    return { kind: 'server', way: altered.way };
  }
  if (addsForeignKeys(alter, server)) {
    const added = addedKeys(original.createStatement, after.createStatement, original.table.schema);
    if (added !== null) await refuseTakenNames(session, original, added.foreignKeys, isKnown);
    if ((await countIfSmall(session, original)) !== null) return { kind: 'server', way: 'whole' };
    if (added === null) throw addsMore(original);
    if (added.indexes.length > 0 && replicas && original.dataBytes > maxIndexedBytes) throw indexFirst(original);
    return { kind: 'add-keys', added };
  }
  const keys = await knowForeignKeys(control, original);
  const isRefused = foreignKeyRefusals(original, alter, keys, options).some((one) => one !== null);
  // The server's own copy checks the rows, so it fails as well where there is no parent.
  if (isRefused && keys.withoutParent.length === 0 && (await countIfSmall(session, original)) !== null) {
    return { kind: 'server', way: 'whole' };
  }
  // Slow is better than not at all.
  if (altered.way === 'inplace' && (await mayNotBeCopied(control, original, alter, keys, options))) {
    return { kind: 'server', way: 'inplace' };
  }
  const only = await findOnlyServer(control, { ...tried, replicas, options });
  return only === null ? { kind: 'copy' } : { kind: 'only-server', only };
}

function addsMore({ table }: TableDefinition): GhostshipError {
  return new GhostshipError(
    'unsupported-statement',
    `The statement adds a foreign key to ${table.name}, which is large, and changes something else.`,
    {
      hint: 'Add the foreign key in a statement of its own, after the other changes: it is added in place then.',
    },
  );
}

function indexFirst({ table }: TableDefinition): GhostshipError {
  return new GhostshipError(
    'unsupported-statement',
    `The foreign key needs a new index of ${table.name}, and replicas would fall behind while they build it in one piece.`,
    { hint: 'Add an index on its columns in a statement of its own first.' },
  );
}
