import { findInAnyCase } from '../../mysql/find-table.ts';
import { type ForeignKey, inspectTable, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Flavor, Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { cascades, type OwnForeignKey, readForeignKeys, selectForeignKeyNames } from '../../sql/foreign-keys.ts';
import { selectInnodbChildren, type TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { MigrateOptions } from '../request.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { newRelations } from './original.ts';
import { refusal } from './refusals.ts';

/** True where the server makes a foreign key of what the statement says. */
export function addsForeignKeys(alter: AlterStatement, server: Server): boolean {
  return alter.addsForeignKey && (hasForeignKeyClause(alter) || !ignoresReferences(server));
}

/**
 * The clone that the statement was tried on is in another schema, where all names are free. What the table has that its
 * definition is without is dropped before the statement is carried out.
 *
 * @throws GhostshipError `invalid-statement`
 */
export async function refuseTakenNames(
  session: Session,
  { table, createStatement }: TableDefinition,
  added: readonly OwnForeignKey[],
  isTriedWith: (other: TableName) => boolean,
): Promise<void> {
  const names = added.map(({ name }) => name);
  const own = readForeignKeys(createStatement, table.schema);
  const isLeft = (child: string, key: string): boolean =>
    sameName(child, table.name) && !own.some(({ name }) => sameName(name, key));
  const found = names.length === 0 ? [] : await session.rows(selectForeignKeyNames(table.schema, names));
  const isKnown = (child: string): boolean =>
    !sameName(child, table.name) && isTriedWith({ schema: table.schema, name: child });
  const taken = found.find(({ child, name }) => !isLeft(String(child), String(name)) && !isKnown(String(child)));
  if (taken === undefined) return;
  throw new GhostshipError(
    'invalid-statement',
    `The server refuses the statement on ${table.name}: Duplicate foreign key constraint name '${String(taken.name)}'. ${String(taken.child)} has a foreign key of this name.`,
    { hint: 'Give the foreign key another name.' },
  );
}

function hasForeignKeyClause(alter: AlterStatement): boolean {
  return alter.statement.clauses.some(({ kind }) => kind === 'add-foreign-key');
}

/** Those of a column, which MySQL makes a foreign key of since 9.0 (MySQL 9.0 release notes). */
function ignoresReferences({ flavor, version }: Server): boolean {
  return flavor === 'mysql' && Number.parseInt(version, 10) < 9;
}

/** What a server does with foreign keys. */
export interface KeyHandling {
  readonly flavor: Flavor;
  /** Rows that it changes for a foreign key stand in the binary log. */
  readonly cascadesAreLogged: boolean;
  /** Foreign keys of the table that refer to none, or to one that this user may not see. MariaDB does not mind. */
  readonly withoutParent: readonly OwnForeignKey[];
}

/** Since 9.6 MySQL carries foreign keys out above InnoDB, where they reach the binlog (MySQL manual, `innodb_native_foreign_keys`). */
export async function knowForeignKeys(
  { server, session }: ControlConnection,
  { createStatement, table, parentsByThen = [] }: TableDefinition,
): Promise<KeyHandling> {
  const withoutParent: OwnForeignKey[] = [];
  const own = server.flavor === 'mysql' ? readForeignKeys(createStatement, table.schema) : [];
  for (const key of own) {
    if (parentsByThen.some((parent) => sameTable(parent, key.parent))) continue;
    if ((await findInAnyCase(session, key.parent)).length === 0) withoutParent.push(key);
  }
  return {
    flavor: server.flavor,
    cascadesAreLogged: server.facts.variables.innodb_native_foreign_keys === 'OFF',
    withoutParent,
  };
}

/** What stands in the way of a copy. */
export function foreignKeyRefusals(
  original: TableDefinition,
  alter: AlterStatement,
  keys: KeyHandling,
  options: Pick<MigrateOptions, 'foreignKeys'>,
): (GhostshipError | null)[] {
  const { name } = original.table;
  const children = keysTo(original.table, original);
  const isOwn = ({ child }: ForeignKey): boolean => sameTable(child, original.table);
  const [others, itself] = [children.filter((key) => !isOwn(key)), children.filter(isOwn)];
  return [
    others.length > 0
      ? refusal(
          'unsupported-table',
          `Other tables refer to ${name}: ${others.map(describeForeignKey).join(', ')}. Their foreign keys would follow the old table out of the way.`,
          dropAndAdd,
        )
      : null,
    itself.length > 0
      ? refusal(
          'unsupported-table',
          `${name} refers to itself: ${itself.map((key) => key.name).join(', ')}. A copy would refer to the old table.`,
          dropAndAdd,
        )
      : null,
    ...ownKeyRefusals(original, alter, keys, options),
    droppedForeignKeys(original, alter).length > 0
      ? refusal(
          'unsupported-statement',
          `The statement drops a foreign key of ${name}, and does something else for which the table must be copied.`,
          'The copy has no foreign keys yet. Drop the foreign key in a statement of its own, which the server carries out in place.',
        )
      : null,
  ];
}

/** InnoDB tells of a foreign key at once, and of the others {@link original} may be older. */
export async function hiddenChildren(
  session: Session,
  server: Server,
  original: TableDefinition,
): Promise<GhostshipError | null> {
  const names = await namesOfHiddenChildren(session, server, original);
  if (names.length === 0) return null;
  const known = original.source ?? original;
  const now = await inspectTable(session, known.table);
  if (keysTo(known.table, now).length > keysTo(known.table, known).length) return newRelations(known.table);
  return refusal(
    'unsupported-table',
    `Tables that this user may not see refer to ${original.table.name}: ${names.join(', ')}. Their foreign keys would follow the old table out of the way.`,
    dropAndAdd,
  );
}

const dropAndAdd = 'Drop these foreign keys before the migration and add them again after it.';

/**
 * Children in schemas that this user may not look into: only InnoDB's own list has them, and only with PROCESS.
 *
 * @returns none where all are seen
 */
export async function namesOfHiddenChildren(
  session: Session,
  { flavor }: Server,
  definition: TableDefinition,
): Promise<string[]> {
  const known = definition.source ?? definition;
  const rows = await session.rows(selectInnodbChildren(known.table, flavor)).catch(() => []);
  const seen = keysTo(known.table, known);
  if (rows.length <= seen.length) return [];
  const isSeen = (name: string): boolean => seen.some(({ child }) => sameName(name, `${child.schema}/${child.name}`));
  return rows.map((row) => String(row.child)).filter((name) => !isSeen(name));
}

/** Foreign keys that lead to the table, its own among them. */
export function keysTo(table: TableName, definition: TableDefinition | null): ForeignKey[] {
  return (definition?.foreignKeys ?? []).filter(({ parent }) => sameTable(parent, table));
}

/** DROP CONSTRAINT may mean a foreign key, too. */
function droppedForeignKeys({ createStatement, table }: TableDefinition, alter: AlterStatement): string[] {
  const wanted = [...alter.droppedForeignKeys, ...alter.droppedConstraints];
  const own = readForeignKeys(createStatement, table.schema).map(({ name }) => name);
  return own.filter((key) => wanted.some((name) => sameName(name, key)));
}

function ownKeyRefusals(
  original: TableDefinition,
  alter: AlterStatement,
  keys: KeyHandling,
  { foreignKeys }: Pick<MigrateOptions, 'foreignKeys'>,
): (GhostshipError | null)[] {
  const { table } = original;
  const { flavor, cascadesAreLogged } = keys;
  const dropped = droppedForeignKeys(original, alter);
  const own = readForeignKeys(original.createStatement, table.schema).filter(
    ({ name, parent }) => !dropped.includes(name) && !sameTable(parent, table),
  );
  if (own.length === 0) return [];
  const list = own.map((key) => `${key.name} (${table.schema}.${table.name} → ${key.parent.name})`).join(', ');
  const unlogged = cascadesAreLogged ? [] : own.filter(cascades);
  const isRefused = foreignKeys === 'refuse' || (foreignKeys === 'carry' && flavor === 'mariadb');
  const carry = flavor === 'mysql' ? '`foreign-keys: carry` carries them over to the altered table. ' : '';
  const leave = '`foreign-keys: drop` leaves them out. ';
  return [
    isRefused
      ? refusal(
          'unsupported-table',
          foreignKeys === 'carry'
            ? `${table.name} has foreign keys, which no session of MariaDB can carry over in one step: ${list}.`
            : `${table.name} has foreign keys: ${list}.`,
          unlogged.length > 0 ? dropAndAdd : `${carry}${leave}${carry === '' ? dropAndAdd : ''}`.trim(),
        )
      : null,
    parentless(original, own, keys),
    unlogged.length > 0
      ? refusal(
          'unsupported-table',
          `Rows of ${table.name} are changed by ${unlogged.map(({ name, actions }) => `${name} (${actions})`).join(', ')}, which this server does not log.`,
          dropAndAdd,
        )
      : null,
  ];
}

/** MySQL locks the parents when the tables are swapped, and a key cannot be added where there is none. */
function parentless(
  { table }: TableDefinition,
  own: readonly OwnForeignKey[],
  { withoutParent }: KeyHandling,
): GhostshipError | null {
  const found = own.filter(({ name }) => withoutParent.some((key) => key.name === name));
  if (found.length === 0) return null;
  const list = found.map(({ name, parent }) => `${name} (${parent.schema}.${parent.name})`).join(', ');
  return refusal(
    'unsupported-table',
    `Foreign keys of ${table.name} refer to tables that do not exist, or that this user may not see: ${list}.`,
    'Drop these foreign keys in a statement of their own.',
  );
}

function describeForeignKey(key: ForeignKey): string {
  return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}

export function sameTable(left: TableName, right: TableName): boolean {
  return (
    left.schema.toLowerCase() === right.schema.toLowerCase() && left.name.toLowerCase() === right.name.toLowerCase()
  );
}
