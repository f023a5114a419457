import type { Session } from '../../mysql/session.ts';
import { viewComment } from '../../sql/cutover.ts';
import { dropTables, selectAnyRow, selectNonTables } from '../../sql/ghost.ts';
import { selectSchemas, type TableName } from '../../sql/inspect.ts';
import { askPlace, type ClonePlace, schemaPlace } from './clone-place.ts';
import { comment, dropFamily, foreignAt, tablesIn } from './empty-clone.ts';
import { readComments } from './ghost.ts';
import { type ClonePurpose, cloneMark, cloneOriginal, planClone, planCloneAway, stageSchema } from './table-names.ts';

/** A place that holds something. */
export interface FoundPlace {
  readonly place: ClonePlace;
  /** Whose clone it is; `null` for the stage, which is for all tables of a schema. */
  readonly original: TableName | null;
}

export type CloneFate =
  /** @param unmarked tables that are empty, as a clone is, and have no mark of ours */
  | { readonly kind: 'dropped'; readonly tables: readonly TableName[]; readonly unmarked: readonly TableName[] }
  | { readonly kind: 'schema-dropped' }
  | { readonly kind: 'schema-kept' }
  | { readonly kind: 'running' };

/** Where dry runs beside some schemas have made something that is there still, living or dead. */
export async function findPlaces(
  session: Session,
  schemas: readonly string[],
  purposes: readonly ClonePurpose[],
): Promise<FoundPlace[]> {
  const present = new Set((await session.rows(selectSchemas)).map((row) => String(row.name)));
  const found: FoundPlace[] = [];
  for (const schema of schemas) {
    const tables = (await tablesIn(session, schema)).filter(([, words]) => words !== viewComment);
    found.push(...placesBeside(tables, purposes), ...placesApart(tables, present, purposes));
    const stage = stageSchema(schema);
    if (present.has(stage)) found.push({ place: schemaPlace(stage), original: null });
  }
  return found;
}

/**
 * Drops what lies there, if its dry run is dead. What has not our mark stays.
 *
 * @param session may have no other place
 * @param isDry whether it is only told what would be dropped
 */
export async function dropDead(session: Session, found: FoundPlace, isDry: boolean): Promise<CloneFate> {
  const { place, original } = found;
  if (!(await askPlace(session, place))) return { kind: 'running' };
  if (place.name === '') {
    if (!(await isOurSchema(session, place.schema, original))) return { kind: 'schema-kept' };
    if (!isDry) await dropFamily(session, place.schema);
    return { kind: 'schema-dropped' };
  }
  const present = await readComments(session, [place, planCloneAway(place), cloneMark(place)]);
  const foreign = foreignAt(place, present);
  const tables = [...present.keys()].filter((table) => !foreign.includes(table));
  if (!isDry && tables.length > 0) await session.run(dropTables(tables));
  const unmarked: TableName[] = [];
  for (const table of foreign.filter((one) => present.get(one) !== viewComment))
    if ((await session.rows(selectAnyRow(table))).length === 0) unmarked.push(table);
  return { kind: 'dropped', tables, unmarked };
}

/** One whose original is gone since is known by our mark. */
function placesBeside(
  tables: readonly (readonly [TableName, string])[],
  purposes: readonly ClonePurpose[],
): FoundPlace[] {
  const present = new Set(tables.map(([{ name }]) => name));
  const found = new Map<string, FoundPlace>();
  const add = (original: TableName): void => {
    for (const purpose of purposes) {
      const place = planClone(original, false, purpose);
      const isThere = [place, planCloneAway(place), cloneMark(place)].some(({ name }) => present.has(name));
      if (isThere) found.set(place.name, { place, original });
    }
  };
  for (const [table, words] of tables) {
    add(table);
    const original = words === comment ? cloneOriginal(table) : null;
    if (original !== null) add(original);
  }
  return [...found.values()];
}

function placesApart(
  tables: readonly (readonly [TableName, string])[],
  present: ReadonlySet<string>,
  purposes: readonly ClonePurpose[],
): readonly FoundPlace[] {
  return tables.flatMap(([original]) =>
    purposes
      .map((purpose) => planClone(original, true, purpose).schema)
      .filter((schema) => present.has(schema))
      .map((schema) => ({ place: schemaPlace(schema), original })),
  );
}

/**
 * Two originals may have the same schema for their clones, such as b of a_x and x_b of a: the clone itself, or the table on
 * which privileges are tried, tells. Both have the same lock.
 */
async function isOurSchema(session: Session, schema: string, original: TableName | null): Promise<boolean> {
  if ((await session.rows(selectNonTables(schema))).length > 0) return false;
  const tables = await tablesIn(session, schema);
  if (foreignAt(schemaPlace(schema), tables).length > 0) return false;
  if (original === null || tables.every(([, words]) => words === comment)) return true;
  return tables.some(([{ name }]) => name.toLowerCase() === original.name.toLowerCase());
}
