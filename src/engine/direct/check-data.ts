import { unknownTable } from '../../mysql/find-table.ts';
import { askServer, type Server } from '../../mysql/server.ts';
import { isDenied, isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { explain } from '../../sql/data.ts';
import { selectTable, type TableName } from '../../sql/inspect.ts';
import { type Quoting, quotingOf } from '../../sql/parser/quoting.ts';
import { withOurSettings, withSettingsOfPersons } from '../../sql/session-settings.ts';
import { raw } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseLedger } from './refuse-ledger.ts';
import { withoutCalls } from './without-calls.ts';

/** A statement that changes rows. */
export interface DataWork {
  readonly statement: string;
  /** How it was read. */
  readonly quoting: Quoting;
  /** Where it stands, as in `migrations/1.sql:3`. */
  readonly place: string;
  /** All that it names. */
  readonly tables: readonly TableName[];
  /** Rows that it writes out itself. */
  readonly rows: number;
  /** Of the session of a person: what is named without a schema is in it. */
  readonly database: string;
  /** How many rows it may examine. */
  readonly maxRows: number;
  /** EXPLAIN only estimates. Rows are locked no longer than this, and what takes longer is undone. */
  readonly maxStatementMs: number;
}

export interface Examined {
  /** How many the server expects, whatever the calls give; `null` where it could not be asked for them. */
  readonly rows: number | null;
  /** What the statement calls, by name. It is not called to know more. */
  readonly calls: readonly string[];
}

/**
 * What stands in the way of a statement, and what it costs.
 *
 * @param session with our settings, which it has again afterwards
 * @param known what the server has said of itself already
 * @throws GhostshipError `unsupported-statement`, `unknown-table`, `unsupported-table`, `invalid-statement`,
 *   `missing-privileges`, `statement-not-allowed` above the limit
 */
export async function checkData(session: Session, work: DataWork, known: Server | null = null): Promise<Examined> {
  const server = known ?? (await askServer(session));
  refuseOtherQuotes(work, server);
  for (const table of work.tables) await refuseTable(session, table);
  const { rows, calls } = await estimate(session, server, work);
  if (rows === null) return { rows, calls };
  const examined = work.rows + rows;
  refuseTooMany(work, examined, calls);
  return { rows: examined, calls };
}

/** @throws GhostshipError `statement-not-allowed` above the limit */
export function refuseTooMany(work: DataWork, examined: number, calls: readonly string[] = []): void {
  if (examined <= work.maxRows) return;
  const unlessCalls = calls.length === 0 ? '' : ` What ${calls.join(', ')} would give is not asked for this.`;
  throw new GhostshipError(
    'statement-not-allowed',
    `${work.place} would examine about ${examined} rows, more than the ${work.maxRows} of max-data-rows.${unlessCalls}`,
    {
      hint: 'Its rows would be locked until all of it is done. Write several statements that examine fewer rows each, such as one for each of some ranges of the key, or set a larger max-data-rows in the config file.',
    },
  );
}

/** A server that reads the statement in another way than it was read would run something else. */
function refuseOtherQuotes({ statement, quoting, place }: DataWork, { sqlMode }: Server): void {
  const now = quotingOf(sqlMode.split(','));
  const isOther =
    (statement.includes('"') && now.ansiQuotes !== quoting.ansiQuotes) ||
    (statement.includes('\\') && now.plainBackslashes !== quoting.plainBackslashes);
  if (!isOther) return;
  throw new GhostshipError(
    'unsupported-statement',
    `The quotes and backslashes of ${place} were read by another sql_mode than the server has now, which is ${sqlMode === '' ? 'empty' : sqlMode}.`,
    { hint: 'The sql_mode was changed meanwhile. Run this again.' },
  );
}

/** A statement that is not undone together with its note in the ledger could be run twice. */
async function refuseTable(session: Session, table: TableName): Promise<void> {
  refuseLedger(table);
  const [found] = await session.rows(selectTable(table));
  if (found === undefined) throw await unknownTable(session, table, 'Check its name, and the database of target.');
  if (found.type === 'VIEW') {
    throw new GhostshipError(
      'unsupported-table',
      `${table.name} is a view, which may show tables that nobody has allowed.`,
      {
        hint: 'Name its tables instead.',
      },
    );
  }
  if (found.engine === 'InnoDB') return;
  throw new GhostshipError(
    'unsupported-table',
    `${table.name} is not InnoDB, so what is done to it cannot be undone.`,
    {
      hint: 'Run the statement yourself, or change the engine of the table first.',
    },
  );
}

async function estimate(session: Session, { flavor }: Server, work: DataWork): Promise<Examined> {
  const { text, calls } = await withoutCalls(session, work, work.database, flavor);
  try {
    await session.run(withSettingsOfPersons);
    return { rows: rowsExamined(await session.rows(explain(raw(text), flavor))), calls };
  } catch (error) {
    if (isUnreadable(error, calls)) return { rows: null, calls };
    throw error instanceof ServerError ? refusedByServer(error, work.place) : error;
  } finally {
    if (session.alive) await session.run(withOurSettings);
  }
}

/** Whether the server does not read what stands for calls: then the statement itself may be right. */
export function isUnreadable(error: unknown, calls: readonly string[]): boolean {
  return calls.length > 0 && isServerError(error, 'ER_PARSE_ERROR');
}

export function refusedByServer(error: ServerError, place: string): GhostshipError {
  const denied = isDenied(error);
  return new GhostshipError(
    denied ? 'missing-privileges' : 'invalid-statement',
    `The server refuses ${place}: ${error.message}`,
    {
      hint: denied
        ? 'Grant what the message names. No row was changed.'
        : 'Correct the statement or the rows; this statement has changed nothing.',
      cause: error,
    },
  );
}

/**
 * Tables of one SELECT are joined in loops, each for every row of those before it. A subquery that depends on others may run once
 * for each of their rows.
 */
function rowsExamined(plan: readonly Row[]): number {
  const queries = new Map<number, { rows: number; depends: boolean }>();
  for (const { id, select_type, rows } of plan) {
    if (id === null || id === undefined || rows === null || rows === undefined) continue;
    const query = queries.get(Number(id)) ?? { rows: 1, depends: /DEPENDENT|UNCACHEABLE/u.test(String(select_type)) };
    queries.set(Number(id), { ...query, rows: query.rows * Math.max(1, Number(rows)) });
  }
  const all = [...queries.values()];
  const outer = all.filter(({ depends }) => !depends).reduce((sum, { rows }) => sum + rows, 0);
  const inner = all.filter(({ depends }) => depends).reduce((sum, { rows }) => sum + rows, 0);
  return outer + inner * Math.max(1, outer);
}
