import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { countTables, createSchema, dropSchema, dropTable, selectAnyRow, setComment } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { createClone, leftovers, readComments } from './ghost.ts';
import { planClone, planCloneAway } from './table-names.ts';

/** The empty table of a dry run. It is dropped when the dry run ends. */
export interface Clone extends AsyncDisposable {
  readonly name: TableName;
}

/** A later dry run recognizes a clone with rows by this comment. */
const comment = 'Ghostship dry run';

/**
 * @param apart true puts it into a schema of its own, see `own-schema.ts`
 * @throws GhostshipError `leftover-tables` where another table with rows has the name
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

/** Call it before rows are written to the clone. */
export async function markClone(session: Session, clone: TableName): Promise<void> {
  await session.run(setComment(clone, comment));
}

/** A clone that an interrupted dry run left is empty or has the comment. Any other table belongs to somebody else. */
async function refuseForeign(session: Session, tables: readonly TableName[]): Promise<void> {
  for (const [table, found] of await readComments(session, tables)) {
    if (found !== comment && (await session.rows(selectAnyRow(table))).length > 0) throw leftovers([table]);
  }
}

async function isEmptySchema(session: Session, schema: string): Promise<boolean> {
  const [row] = await session.rows(countTables(schema));
  return Number(row?.tables_left) === 0;
}
