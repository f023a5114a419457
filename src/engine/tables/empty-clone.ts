import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { countTables, createSchema, dropSchema, dropTable, selectAnyRow, setComment } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { createClone, leftovers, readComments } from './ghost.ts';
import { planClone, planCloneAway } from './table-names.ts';

/** The empty table of a dry run, dropped when it ends. */
export interface Clone extends AsyncDisposable {
  readonly name: TableName;
}

/** By which a later dry run knows a clone with rows in it. */
const comment = 'Ghostship dry run';

/**
 * @param apart in a schema of its own, see `own-schema.ts`
 * @throws GhostshipError `leftover-tables` where somebody else's table has the name
 */
export async function openClone(session: Session, original: TableDefinition, apart: boolean): Promise<Clone> {
  const name = planClone(original.table, apart);
  const own = [name, planCloneAway(name)];
  const drop = async (): Promise<void> => {
    for (const table of own) await session.run(dropTable(table));
    if (apart && (await isEmptySchema(session, name.schema))) await session.run(dropSchema(name.schema));
  };
  await refuseForeign(session, own);
  await drop();
  if (apart) await session.run(createSchema(name.schema));
  await createClone(session, name, original);
  return { name, [Symbol.asyncDispose]: drop };
}

/** To be done before rows come into it. */
export async function markClone(session: Session, clone: TableName): Promise<void> {
  await session.run(setComment(clone, comment));
}

/** What a dry run left that was cut off is empty or has the mark. */
async function refuseForeign(session: Session, tables: readonly TableName[]): Promise<void> {
  for (const [table, found] of await readComments(session, tables)) {
    if (found !== comment && (await session.rows(selectAnyRow(table))).length > 0) throw leftovers([table]);
  }
}

async function isEmptySchema(session: Session, schema: string): Promise<boolean> {
  const [row] = await session.rows(countTables(schema));
  return Number(row?.tables_left) === 0;
}
