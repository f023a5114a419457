import assert from 'node:assert/strict';
import { mapColumns } from '../../src/engine/mapping/column-map.ts';
import { convertedValue } from '../../src/engine/mapping/conversion.ts';
import { convertsAsServer } from '../../src/engine/mapping/copied-columns.ts';
import { requireAlter } from '../../src/engine/preflight/read-alter.ts';
import type { Hazard } from '../../src/engine/probes/hazard.ts';
import { addedColumns, type ProbedAlter } from '../../src/engine/probes/probe.ts';
import { probeRows } from '../../src/engine/probes/probe-rows.ts';
import { inspectTable } from '../../src/mysql/inspect-table.ts';
import { askServer } from '../../src/mysql/server.ts';
import { ServerError } from '../../src/mysql/server-errors.ts';
import { connect, type Session } from '../../src/mysql/session.ts';
import { alterTable, createTableLike, dropTable } from '../../src/sql/ghost.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { convertingSqlMode, copySqlMode } from '../../src/sql/sql-mode.ts';
import type { TestDatabase, TestServer } from '../support/servers/index.ts';

/** What came of one statement: what the probes foretold, and what the server did. */
export interface Verdict {
  readonly hazards: readonly Hazard[];
  /** The server's own words, `null` where it took the statement. */
  readonly refusal: string | null;
}

/** A session as the engine has it: global sql_mode, the server's own time zone. */
export async function openSession(server: TestServer, database: TestDatabase): Promise<Session> {
  const { host, port, user, password } = server;
  const session = await connect(
    { host, port, user, password, database: database.name, sslMode: 'preferred' },
    'probing rows',
  );
  await session.run(raw('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
  return session;
}

/**
 * Table `t`, made anew. Its rows may hold what a strict server would not take today.
 *
 * @param elements what stands between the parentheses of CREATE TABLE
 * @param rows as behind VALUES
 */
export async function createTable(session: Session, elements: string, rows: string, partitions = ''): Promise<void> {
  await session.run(raw('DROP TABLE IF EXISTS t'));
  await session.run(raw(`CREATE TABLE t (${elements}) DEFAULT CHARSET = utf8mb4 ${partitions}`));
  await session.run(raw("SET SESSION sql_mode = ''"));
  await session.run(raw(`INSERT INTO t VALUES ${rows}`));
  await session.run(raw('SET SESSION sql_mode = @@GLOBAL.sql_mode'));
}

/**
 * Probes the rows of table `t` for a change, and then lets the server carry it out with ALGORITHM=COPY.
 *
 * @param clauses what stands behind ALTER TABLE t
 */
export async function tryChange(session: Session, schema: string, clauses: string): Promise<Verdict> {
  return judge(session, await prepare(session, schema, clauses), clauses);
}

/** As {@link tryChange}, where the change is prepared already. */
export async function judge(session: Session, change: ProbedAlter, clauses: string): Promise<Verdict> {
  const hazards = await probe(session, change);
  try {
    // Under READ COMMITTED a copy of MariaDB's takes periods that overlap.
    await session.run(raw('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ'));
    const comma = clauses.startsWith('PARTITION') ? '' : ',';
    await session.run(raw(`ALTER TABLE t ALGORITHM=COPY${comma} ${clauses}`));
    return { hazards, refusal: null };
  } catch (error) {
    return { hazards, refusal: error instanceof Error ? error.message : String(error) };
  } finally {
    await session.run(raw('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
  }
}

export async function foretell(session: Session, schema: string, clauses: string): Promise<readonly Hazard[]> {
  return probe(session, await prepare(session, schema, clauses));
}

export function probe(session: Session, change: ProbedAlter): Promise<readonly Hazard[]> {
  return probeRows(session, change, new AbortController().signal);
}

/** Everything the probes are given, from an empty clone that is gone again: its constraints have names to free. */
export async function prepare(session: Session, schema: string, clauses: string): Promise<ProbedAlter> {
  const server = await askServer(session);
  const table = { schema, name: 't' };
  const clone = { schema, name: 't_clone' };
  await session.run(dropTable(clone));
  await session.run(createTableLike(clone, table));
  const alter = requireAlter(`ALTER TABLE t ${clauses}`, server);
  await session.run(alterTable(clone, alter.body));
  const original = await inspectTable(session, table);
  const altered = await inspectTable(session, clone);
  if (original === null || altered === null) throw new Error('The table or its clone is gone.');
  await session.run(dropTable(clone));
  const map = mapColumns(original, altered, alter);
  return { server, original, altered, map, added: addedColumns(altered, map), rewritten: true };
}

/**
 * Copies the rows of table `t` as a migration does, into a table that is altered already.
 *
 * @param clauses what stands behind ALTER TABLE
 * @returns what the rows of `c` are then, by their id; `null` where a row is refused
 */
export async function copyRows(
  session: Session,
  { map, server }: ProbedAlter,
  clauses: string,
): Promise<string | null> {
  const column = map.find(({ from }) => from.name === 'c');
  assert.ok(column !== undefined);
  const mode = convertsAsServer(map, server.flavor) ? convertingSqlMode(server.sqlMode) : copySqlMode(server.sqlMode);
  await session.run(raw('DROP TABLE IF EXISTS copied'));
  await session.run(raw('CREATE TABLE copied LIKE t'));
  await session.run(raw(`ALTER TABLE copied ${clauses}`));
  try {
    await session.run(sql`SET SESSION sql_mode = ${mode}`);
    await session.run(sql`INSERT INTO copied SELECT id, ${convertedValue(column, server.flavor)} FROM t`);
    return await readValues(session, 'copied');
  } catch (error) {
    assert.ok(error instanceof ServerError, String(error));
    return null;
  } finally {
    await session.run(raw('SET SESSION sql_mode = @@GLOBAL.sql_mode'));
  }
}

/** The bytes of `c`, and its number where it is one, by the id of the row. */
export async function readValues(session: Session, table: string): Promise<string> {
  const rows = await session.rows(raw(`SELECT id, HEX(CONCAT(c)) AS text, HEX(c) AS bytes FROM ${table} ORDER BY id`));
  return rows.map(({ id, text, bytes }) => `${id}: ${text}/${bytes}`).join('\n');
}
