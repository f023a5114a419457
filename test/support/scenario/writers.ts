import type mysql from 'mysql2/promise';
import { type Random, seededRandom } from '../random.ts';
import type { Row } from '../servers/index.ts';
import type { Arena } from './arena.ts';
import { everydayWrites, type Write } from './everyday-writes.ts';
import { withoutCounter } from './table-description.ts';

/** Sessions that write to both tables at once until they are stopped. */
export interface Writers {
  /** Transactions acknowledged so far. */
  readonly committed: number;
  /** Resolves when every session has ended its last transaction. @throws what a session could not go on after */
  stop(): Promise<void>;
}

/** So that a few sessions do not take all of the processor from the server and the migration. */
const pauseMs = 10;

/** Resolves when all are connected, so that they write from the migration's first moment on. */
export async function startWriters(arena: Arena, seed: number): Promise<Writers> {
  const progress = { committed: 0, stopped: false };
  const sessions = await Promise.all(Array.from({ length: arena.scenario.writers }, () => arena.openSession()));
  // A session that fails is heard of at the end; until then its rejection must not count as unhandled.
  const all = Promise.all(
    sessions.map((session, index) => write(session, arena, seededRandom(seed + index), progress)),
  );
  all.catch(() => {});
  return {
    get committed() {
      return progress.committed;
    },
    async stop() {
      progress.stopped = true;
      await all;
    },
  };
}

interface Progress {
  committed: number;
  stopped: boolean;
}

async function write(session: mysql.Connection, arena: Arena, random: Random, progress: Progress): Promise<void> {
  while (!progress.stopped) {
    const end = await writeOnce(session, arena, random);
    if (end === 'swapped') break;
    if (end === 'committed') progress.committed++;
    await new Promise((resolve) => setTimeout(resolve, random.between(1, 2 * pauseMs)));
  }
  await session.end();
}

/**
 * One transaction on both tables. Whatever the server objects to (a key that is taken, a deadlock, a column that has
 * another name by now) undoes it on both.
 */
async function writeOnce(
  session: mysql.Connection,
  arena: Arena,
  random: Random,
): Promise<'committed' | 'undone' | 'swapped'> {
  const { shape, scenario } = arena;
  const writes = everydayWrites({ shape, random, rows: scenario.rows });
  const undone = random.chance(0.1) ? everydayWrites({ shape, random, rows: scenario.rows }) : [];
  const end = random.chance(0.15) ? 'ROLLBACK' : 'COMMIT';
  try {
    await session.query('BEGIN');
    if (scenario.writersEndAtSwap && (await isSwapped(session, arena))) {
      await session.query('ROLLBACK');
      return 'swapped';
    }
    // Both tables must see the same current time.
    if (shape.hasClock) await session.query(`SET timestamp = ${1_700_000_000 + random.between(0, 1_000_000)}`);
    if (shape.autoIncrement !== null && random.chance(0.2)) await append(session, arena, random);
    if (undone.length > 0) {
      await session.query('SAVEPOINT before_undone');
      await writeBoth(session, arena, undone);
      await session.query('ROLLBACK TO before_undone');
    }
    await writeBoth(session, arena, writes);
    await session.query(end);
    return end === 'COMMIT' ? 'committed' : 'undone';
  } catch (error) {
    if (!isAnswer(error)) throw error;
    await session.query('ROLLBACK');
    return 'undone';
  }
}

/** Holds for the rest of the transaction: a table that a transaction has read is not swapped. */
async function isSwapped(session: mysql.Connection, { originalTable, controlTable }: Arena): Promise<boolean> {
  await session.query(`SELECT 1 FROM ${originalTable} LIMIT 0`);
  return (await readDefinition(session, originalTable)) !== (await readDefinition(session, controlTable));
}

async function readDefinition(session: mysql.Connection, table: string): Promise<string> {
  const [[created]] = (await session.query(`SHOW CREATE TABLE ${table}`)) as unknown as [[Row]];
  return withoutCounter(String(created['Create Table']));
}

async function writeBoth(
  session: mysql.Connection,
  { originalTable, controlTable }: Arena,
  writes: readonly Write[],
): Promise<void> {
  for (const statement of writes) {
    await session.query(statement(originalTable));
    await session.query(statement(controlTable));
  }
}

/** A row that the server numbers; the control gets the same number. */
async function append(session: mysql.Connection, arena: Arena, random: Random): Promise<void> {
  const { shape, scenario, originalTable, controlTable } = arena;
  const columns = shape.writable.filter((column) => column !== shape.autoIncrement);
  const row = random.between(1, scenario.rows);
  const from = `FROM pool WHERE n = ${row}`;
  await session.query('DO LAST_INSERT_ID(0)');
  await session.query(`INSERT INTO ${originalTable} (${columns.join()}) SELECT ${columns.join()} ${from}`);
  await session.query(
    `INSERT INTO ${controlTable} (${shape.autoIncrement}, ${columns.join()}) SELECT LAST_INSERT_ID(), ${columns.join()} ${from}`,
  );
}

/** An error the server answered with, after which the session lives on. */
export function isAnswer(error: unknown): boolean {
  const { errno, fatal } = error as { errno?: unknown; fatal?: unknown };
  return typeof errno === 'number' && errno > 0 && fatal !== true;
}
