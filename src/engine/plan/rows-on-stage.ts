import { readCreateStatement, type TableDefinition } from '../../mysql/inspect-table.ts';
import { isBadData, isDuplicate, ServerError, serverErrors } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { setAutoIncrement } from '../../sql/ghost.ts';
import { showWarnings, type TableName } from '../../sql/inspect.ts';
import { fillWithFirst, forgetNumber, selectNumber } from '../../sql/rows-met.ts';
import { personalSqlMode, withSqlMode } from '../../sql/session-settings.ts';
import { ident, raw, type Sql, sql, tableName } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type DataWork, refusedByServer } from '../direct/check-data.ts';
import { refuseBereft } from './leaves-children.ts';
import { findOrphan, refuseOrphans, refuseTaken } from './meets-rows.ts';
import type { Stage } from './stage.ts';
import type { Standing } from './standings.ts';

/** A statement that changes rows of one table, and reads no other. */
export interface TriedRows {
  readonly work: DataWork;
  readonly table: TableName;
  /** Whether an INSERT goes on where a row with the same key is there. */
  readonly bearsDuplicates: boolean;
  /** `look` where rows of the user are read for it. */
  readonly rows: 'look' | 'leave';
  /** Gives the statement with every table as the function says. */
  readonly inPlace: (name: (table: TableName) => string) => string;
}

/** Fewer where they are large. */
const mostSampled = { rows: 1_000, bytes: 8 * 2 ** 20 } as const;

/** A table that rows can be tried on. */
interface Trial {
  readonly stage: Stage;
  readonly standing: Standing;
  readonly definition: TableDefinition;
  readonly clone: TableName;
  /** Whether it has a column with AUTO_INCREMENT. */
  readonly isNumbered: boolean;
}

/**
 * Writes the rows of an INSERT into the clone as the statements so far leave it, and takes them back: what the server says there of
 * a value it will say to the migration. Then holds them against the rows of the user.
 *
 * @throws GhostshipError `invalid-statement` with the server's words; `duplicate-rows`, `data-does-not-fit` for rows that are there
 */
export async function insertOnStage(stage: Stage, tried: TriedRows): Promise<void> {
  const trial = await findTrial(stage, tried.table);
  if (trial === null) return;
  const { standing, definition, isNumbered } = trial;
  await inTrial(trial, tried, async (session) => {
    if (isNumbered) await session.run(forgetNumber);
    await session.run(statementOf(tried, stage));
    if (tried.rows === 'leave') return;
    const [taken] = isNumbered ? await session.rows(selectNumber) : [];
    const hasNumbers = taken !== undefined && Number(taken.number) !== 0;
    const met = { stage, definition, place: tried.work.place, session };
    if (!tried.bearsDuplicates) await refuseTaken(met, standing, hasNumbers);
    await refuseOrphans(met);
  });
}

/**
 * Does to the first rows of the table, in the clone as the statements so far leave it, what an UPDATE or DELETE would do, and takes that
 * back.
 *
 * @throws GhostshipError `data-does-not-fit` with the server's words, and for rows that refer to none
 */
export async function changeOnStage(stage: Stage, tried: TriedRows): Promise<void> {
  const trial = tried.rows === 'leave' ? null : await findTrial(stage, tried.table);
  if (trial === null || trial.standing.rowsChanged) return;
  await inTrial(trial, tried, async (session) => {
    const filled = await fill(session, trial);
    if (filled === 'not') return;
    const met = { stage, definition: trial.definition, place: tried.work.place, session };
    const hadOrphans = (await findOrphan(met)) !== null;
    // In which order rows are changed, and so which of them meet, is for the server to say, and a clone has other statistics.
    try {
      await session.run(statementOf(tried, stage));
    } catch (error) {
      if (isDuplicate(error)) return;
      if (!(error instanceof ServerError) || !isOfRows(error)) throw error;
      const { message, hint } = refusedByServer(error, tried.work.place);
      throw new GhostshipError('data-does-not-fit', message, { hint, cause: error });
    }
    if (!hadOrphans) await refuseOrphans(met);
    if (filled === 'whole') await refuseBereft(met, trial.standing);
  });
}

/**
 * A trigger that is run before each row may change it, and a default may count a sequence on: nothing is tried then.
 *
 * @returns `null` where that is so, and where there is no clone
 */
async function findTrial(stage: Stage, table: TableName): Promise<Trial | null> {
  const standing = await stage.tables.bring(table);
  const definition = await stage.tables.look(table);
  if (standing?.isStaged !== true || definition === null) return null;
  const { triggers, createStatement } = definition;
  if (triggers.some(({ timing }) => timing === 'BEFORE') || /\b(?:next|last|set)val\(/iu.test(createStatement))
    return null;
  const isNumbered = definition.columns.some(({ autoIncrement }) => autoIncrement);
  return { stage, standing, definition, clone: stage.tables.staged(definition.table), isNumbered };
}

function statementOf({ inPlace }: TriedRows, { tables }: Stage): Sql {
  return raw(inPlace((named) => tableName(tables.staged(named)).text));
}

async function inTrial(
  { stage, clone, isNumbered }: Trial,
  { work }: TriedRows,
  change: (session: Session) => Promise<void>,
): Promise<void> {
  try {
    await keepingCounter(stage.asking, clone, isNumbered, () => stage.tryRows(change));
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    if (isOfRows(error)) throw refusedByServer(error, work.place);
  }
}

/** The server does not take the counter of a clone back with the rows. */
export async function keepingCounter(
  session: Session,
  clone: TableName,
  isNumbered: boolean,
  change: () => Promise<void>,
): Promise<void> {
  const counter = isNumbered ? counterOf(await readCreateStatement(session, clone)) : null;
  try {
    await change();
  } finally {
    if (counter !== null) await session.run(setAutoIncrement(clone, counter));
  }
}

/** Whatever else happens on the stage says nothing of the statement. SQLSTATE 22 is a data exception, 23 a constraint. */
export function isOfRows(error: ServerError): boolean {
  return /^2[23]/u.test(error.sqlState) || isBadData(error) || isDuplicate(error);
}

/**
 * @returns `whole` where these are all rows of the table; `not` where they cannot be had as they are: the statements before are refused
 *   for them, where that matters
 */
async function fill(session: Session, { standing: { source, map }, clone }: Trial): Promise<'whole' | 'part' | 'not'> {
  if (source === null || map.length === 0) return 'not';
  const columns = map.map(({ from, to }) => ({ ours: to.name, value: ident(from.name) }));
  await session.run(withSqlMode(sql`${'NO_AUTO_VALUE_ON_ZERO'}`));
  try {
    const { warningCount, affectedRows } = await session.run(
      fillWithFirst(clone, source.table, columns, sampleOf(source)),
    );
    const warnings = warningCount === 0 ? [] : await session.rows(showWarnings);
    // What a new column without a default is given, the server's own ALTER gives it, too.
    const isAsItIs = warnings.every(({ Code }) => Number(Code) === serverErrors.ER_NO_DEFAULT_FOR_FIELD);
    if (!isAsItIs) return 'not';
    return affectedRows < sampleOf(source) ? 'whole' : 'part';
  } catch (error) {
    if (error instanceof ServerError) return 'not';
    throw error;
  } finally {
    if (session.alive) await session.run(withSqlMode(personalSqlMode));
  }
}

/** So many of the first rows are tried. */
export function sampleOf({ rowBytes }: TableDefinition): number {
  return Math.max(1, Math.min(mostSampled.rows, Math.floor(mostSampled.bytes / Math.max(1, rowBytes))));
}

/** As SHOW CREATE TABLE has it. */
function counterOf(createStatement: string): bigint {
  return BigInt(/ AUTO_INCREMENT=(\d+)/u.exec(createStatement)?.[1] ?? 1);
}
