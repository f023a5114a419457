import { readCreateStatement, withoutCounter } from '../../mysql/inspect-table.ts';
import { readTableId } from '../../mysql/read-table-id.ts';
import type { Flavor } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { withoutForeignKeys } from '../../sql/foreign-keys.ts';
import { alterTable, dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { readAlter } from '../../sql/parser/alter.ts';
import { raw, tableName } from '../../sql/sql.ts';
import { bodyBy, type CheapWay } from '../tables/alter-clone.ts';
import { stageSchema } from '../tables/table-names.ts';
import type { Stage } from './stage.ts';
import type { StatementPlan } from './statement-plan.ts';

/** One statement as two, of which the server does the first instantly. */
export interface Split {
  /** The clauses of each, without ALTER TABLE. */
  readonly instant: string;
  readonly rest: string;
  /** Whether the server does the second in place, and rewrites no row. */
  readonly isRestCheap: boolean;
}

/**
 * Tries, on an empty table of the stage, whether a part of a statement that copies the table is instant by itself. Both statements
 * together must make of the table what the one does.
 *
 * @returns `null` where it cannot be split, or nothing would be gained
 */
export async function findSplit(stage: Stage, plan: StatementPlan): Promise<Split | null> {
  const { server } = stage.control;
  const alter = readAlter(plan.statement, server);
  const [home] = stage.tables.schemas;
  if (plan.algorithm !== 'copy' || home === undefined || alter.kind !== 'alter') return null;
  if (alter.hasIgnore || alter.statement.body.mayReachOut) return null;
  const table = { schema: alter.table.schema ?? home, name: alter.table.name };
  const asked = { table, columns: [], createStatement: plan.before };
  if ((await stage.dryRun.whyNotInstant(asked, alter)) !== null) return null;
  const clauses = alter.statement.clauses.filter(({ kind }) => kind !== 'algorithm' && kind !== 'lock');
  const texts = clauses.map(({ start, end }) => plan.statement.slice(start, end));
  // The elements of `ADD (a INT, b INT)` do not stand alone.
  if (
    texts.length < 2 ||
    texts.length > maxClauses ||
    texts.some((text) => !/^(?:ADD|DROP|MODIFY|CHANGE|ALTER|RENAME)\b/iu.test(text))
  )
    return null;
  const scratch = { schema: stageSchema(home), name: 'ghostship_split' };
  try {
    await make(stage.asking, scratch, plan.before);
    return await split(stage.asking, scratch, texts, plan, server.flavor);
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  } finally {
    await stage.asking.run(dropTable(scratch));
  }
}

/** Each is tried by itself. */
const maxClauses = 20;

async function split(
  session: Session,
  scratch: TableName,
  texts: readonly string[],
  plan: StatementPlan,
  flavor: Flavor,
): Promise<Split | null> {
  const rest: string[] = [];
  const instant: string[] = [];
  for (const text of texts) ((await isDone(session, scratch, text, 'instant', flavor)) ? instant : rest).push(text);
  if (instant.length === 0 || rest.length === 0) return null;
  const others = rest.join(', ');
  const idBefore = await readTableId(session, scratch, flavor);
  const isInPlace = await isDone(session, scratch, others, 'inplace', flavor);
  if (!isInPlace) await session.run(alterTable(scratch, others));
  // In place a table may be built anew as well, and is copied instead.
  const isRestCheap = isInPlace && idBefore !== '' && idBefore === (await readTableId(session, scratch, flavor));
  const made = definition(await readCreateStatement(session, scratch));
  return made === definition(plan.after) ? { instant: instant.join(', '), rest: others, isRestCheap } : null;
}

async function isDone(
  session: Session,
  scratch: TableName,
  clauses: string,
  way: CheapWay,
  flavor: Flavor,
): Promise<boolean> {
  const alter = readAlter(`ALTER TABLE t ${clauses}`);
  if (alter.kind !== 'alter') return false;
  try {
    await session.run(alterTable(scratch, bodyBy(way, alter, flavor)));
    return true;
  } catch (error) {
    if (error instanceof ServerError) return false;
    throw error;
  }
}

async function make(session: Session, scratch: TableName, created: string): Promise<void> {
  const { text } = tableName(scratch);
  await session.run(raw(withoutForeignKeys(created).replace(head, () => `CREATE TABLE ${text}`)));
}

const head = /^CREATE TABLE `(?:[^`]|``)+`/u;

function definition(created: string): string {
  return withoutCounter(withoutForeignKeys(created)).replace(head, '');
}
