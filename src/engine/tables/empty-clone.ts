import { sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { isDenied } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { viewComment } from '../../sql/cutover.ts';
import { createSchema, dropSchema, dropTables, selectNonTables, selectTables } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { type AlterStatement, readAlter } from '../../sql/parser/alter.ts';
import { withForeignKeyChecks, withoutForeignKeyChecks } from '../../sql/session-settings.ts';
import { createTrialTable } from '../../sql/trial.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { MigrateOptions } from '../request.ts';
import { type ClonePlace, leavePlace, schemaPlace, takePlace } from './clone-place.ts';
import { Family, hasRelatives } from './family.ts';
import { createClone, dropIfEmpty, readComments } from './ghost.ts';
import { leftovers } from './leftovers.ts';
import { grantOnSchemas, hasNamedChecks, needsOwnSchema, noOwnSchema } from './own-schema.ts';
import { cloneMark, planClone, planCloneAway } from './table-names.ts';

/** An empty table to try a statement on, dropped when that is done. */
export interface Clone extends AsyncDisposable {
  readonly name: TableName;
  /** The statement for the clone: foreign keys that it adds refer to clones. */
  readonly alter: AlterStatement;
  /** A definition of the clone as the original would have it. */
  inTheirNames(createStatement: string): string;
  /** The table that this one is a clone of. */
  originalOf(table: TableName): TableName;
}

/** By the comment of the mark beside them, or by their own, a later dry run knows that clones are ours. */
export const comment = 'Ghostship dry run';

export interface CloneRequest {
  readonly original: TableDefinition;
  readonly alter: AlterStatement;
  readonly server: Server;
  readonly foreignKeys: MigrateOptions['foreignKeys'];
  readonly purpose: 'plan' | 'migration';
}

/**
 * A table with foreign keys has them on the clone as well, where the user may make a schema for it: see `family.ts`.
 *
 * @throws GhostshipError `leftover-tables` where somebody else's table has the name, `missing-privileges`
 */
export async function openClone(session: Session, request: CloneRequest): Promise<Clone> {
  const { original, alter, server, foreignKeys, purpose } = request;
  if (hasRelatives(original, alter)) {
    const family = await openFamily(session, request);
    if (family !== null) return family;
    refuseUnseenKeys(request);
  }
  const apart = needsOwnSchema(original, alter, server.flavor, foreignKeys);
  const name = planClone(original.table, apart, purpose);
  const place: ClonePlace = apart ? schemaPlace(name.schema) : name;
  const own = [name, planCloneAway(name), cloneMark(place)];
  for (const table of own) session.naming.add(table, original.table);
  const drop = async (): Promise<void> => {
    await session.run(dropTables(own));
    if (apart) await dropIfEmpty(session, name.schema);
  };
  await takePlace(session, place, original.table.name);
  refuseForeign(place, await readComments(session, own));
  if (apart) await refuseForeignSchema(session, name.schema);
  try {
    await drop();
    if (apart) await session.run(createSchema(name.schema));
  } catch (error) {
    throw apart && isDenied(error) ? noOwnSchema(original.table, error) : error;
  }
  await session.run(createTrialTable(cloneMark(place), comment));
  try {
    await createClone(session, name, original);
  } catch (error) {
    await drop().catch(() => {});
    throw error;
  }
  return {
    name,
    alter,
    inTheirNames: (createStatement) => session.naming.inTheirNames(createStatement),
    originalOf: (table) => table,
    async [Symbol.asyncDispose]() {
      await drop();
      await leavePlace(session, place);
    },
  };
}

export async function dropFamily(session: Session, schema: string): Promise<void> {
  await session.run(withoutForeignKeyChecks);
  const { name: mark } = cloneMark(schemaPlace(schema));
  const tables = (await tablesIn(session, schema)).map(([table]) => table);
  const inOrder = [...tables.filter(({ name }) => name !== mark), ...tables.filter(({ name }) => name === mark)];
  if (tables.length > 0) await session.run(dropTables(inOrder));
  await session.run(dropSchema(schema));
}

/** @returns `null` where the user may not make the schema */
async function openFamily(session: Session, { original, alter, server, purpose }: CloneRequest): Promise<Clone | null> {
  const name = planClone(original.table, true, purpose);
  session.naming.add(name, original.table);
  const drop = (): Promise<void> => dropFamily(session, name.schema);
  const place = schemaPlace(name.schema);
  await takePlace(session, place, original.table.name);
  refuseForeign(place, await tablesIn(session, name.schema));
  await refuseForeignSchema(session, name.schema);
  try {
    await drop();
    await session.run(createSchema(name.schema));
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
  const family = new Family(original, alter, name);
  try {
    await session.run(createTrialTable(cloneMark(place), comment));
    await family.create(session, server.flavor === 'mysql' && hasNamedChecks(original, alter));
  } catch (error) {
    await drop();
    if (isDenied(error)) return null;
    throw error;
  }
  return {
    name,
    alter: forClone(family, alter, server),
    inTheirNames: (text) => family.inTheirNames(text),
    originalOf: (table) => family.originalOf(table),
    async [Symbol.asyncDispose]() {
      await drop();
      await session.run(withForeignKeyChecks);
      await leavePlace(session, place);
    },
  };
}

function forClone(family: Family, alter: AlterStatement, server: Server): AlterStatement {
  const read = readAlter(family.statementFor(alter), server);
  return read.kind === 'alter' ? read : alter;
}

/** A clone without its foreign keys cannot tell what becomes of a statement that names one. */
function refuseUnseenKeys({ original, alter }: CloneRequest): void {
  const { droppedForeignKeys, droppedConstraints, references } = alter;
  if (droppedForeignKeys.length + droppedConstraints.length + references.length === 0) return;
  const { schema, name } = original.table;
  throw new GhostshipError(
    'missing-privileges',
    `To try a statement that ${references.length > 0 ? 'adds foreign keys to' : 'drops foreign keys of'} ${name}, Ghostship needs a short-lived schema beside ${schema}.`,
    { hint: grantOnSchemas(schema) },
  );
}

/** @throws GhostshipError `leftover-tables` */
export function refuseForeign(place: ClonePlace, tables: Iterable<readonly [TableName, string]>): void {
  const found = new Map(tables);
  const foreign = foreignAt(place, found);
  if (foreign.length > 0) throw leftovers(foreign, found);
}

/**
 * We make tables only, so what else is in a schema is somebody's.
 *
 * @throws GhostshipError `leftover-tables`
 */
export async function refuseForeignSchema(session: Session, schema: string): Promise<void> {
  if ((await session.rows(selectNonTables(schema))).length === 0) return;
  throw new GhostshipError(
    'leftover-tables',
    `The schema ${schema} has a view, a routine or an event, and Ghostship needs its name for a moment.`,
    {
      hint: `If nobody needs what is in it, ${dropSchema(schema).text} drops it. Otherwise move it to a schema of another name.`,
    },
  );
}

/** Of what is there, all that is not proved to be ours. That it is empty proves nothing. */
export function foreignAt(place: ClonePlace, tables: Iterable<readonly [TableName, string]>): readonly TableName[] {
  const found = [...tables];
  const mark = cloneMark(place);
  const isMarked = found.some(([{ name }, words]) => sameName(name, mark.name) && words === comment);
  return found.flatMap(([table, words]) => (words === viewComment || !(isMarked || words === comment) ? [table] : []));
}

export async function tablesIn(session: Session, schema: string): Promise<(readonly [TableName, string])[]> {
  const rows = await session.rows(selectTables(schema));
  return rows.map((row) => [{ schema, name: String(row.name) }, String(row.comment)]);
}
