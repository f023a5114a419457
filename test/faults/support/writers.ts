import type mysql from 'mysql2/promise';
import { type Random, seededRandom, seedFor } from '../../support/random.ts';
import type { TestDatabase } from '../../support/servers/index.ts';

/** Sessions that change the table and its control copy in the same transactions until they are stopped. */
export interface Writers {
  /** Transactions acknowledged so far. */
  readonly committed: number;
  /** The longest that one statement on the table has waited for its answer. */
  readonly longestMs: number;
  /** Resolves when every session has ended its last transaction. */
  stop(): Promise<void>;
}

const usualPauseMs = 4;

/** What writers of one trial do, those of the next must not do again. */
let trials = 0;

/**
 * @param rows ids from 1 to here are written to, most often
 * @param pauseMs of a session after each transaction
 */
export function startWriters(database: TestDatabase, sessions: number, rows: number, pauseMs = usualPauseMs): Writers {
  const state = { committed: 0, longestMs: 0, stopped: false };
  const trial = trials++;
  const all = Promise.all(
    Array.from({ length: sessions }, (_, index) =>
      write(database, rows, pauseMs, state, seededRandom(seedFor(`trial ${trial}, writer ${index}`))),
    ),
  );
  // A writer that fails is heard of at the end.
  all.catch(() => {});
  return {
    get committed() {
      return state.committed;
    },
    get longestMs() {
      return state.longestMs;
    },
    async stop() {
      state.stopped = true;
      await all;
    },
  };
}

interface State {
  committed: number;
  longestMs: number;
  stopped: boolean;
}

async function write(
  database: TestDatabase,
  rows: number,
  pauseMs: number,
  state: State,
  random: Random,
): Promise<void> {
  let session: mysql.Connection | null = null;
  while (!state.stopped) {
    try {
      session ??= await open(database);
      await writeOnce(session, rows, state, random);
    } catch (error) {
      if (isAnswer(error)) await session?.query('ROLLBACK').catch(() => {});
      else {
        // The server went away; whatever it had not committed is undone on both tables.
        session?.destroy();
        session = null;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  session?.destroy();
}

async function open(database: TestDatabase): Promise<mysql.Connection> {
  const session = await database.connect();
  session.on('error', () => {});
  await session.query('SET SESSION innodb_lock_wait_timeout = 20');
  return session;
}

/** A transaction that is undone on the table is undone on the control: the two cannot come apart. */
async function writeOnce(session: mysql.Connection, rows: number, state: State, random: Random): Promise<void> {
  const undone = random.chance(0.1);
  await session.query('BEGIN');
  for (const statement of pick(rows, random)) {
    const startedAt = performance.now();
    await session.query(statement.replaceAll('§', 't'));
    state.longestMs = Math.max(state.longestMs, performance.now() - startedAt);
    await session.query(statement.replaceAll('§', 'control'));
  }
  await session.query(undone ? 'ROLLBACK' : 'COMMIT');
  if (!undone) state.committed++;
}

/** `§` is the table. Values of the unique key `u` move between rows all the time. */
function pick(rows: number, random: Random): string[] {
  const id = random.between(1, rows);
  const other = random.between(1, rows);
  const value = random.between(0, 1_000_000);
  switch (random.between(0, 5)) {
    case 0:
      return [`DELETE FROM § WHERE id = ${id}`];
    case 1:
      return [`REPLACE INTO § (id, u, v, n) VALUES (${id}, ${rows + value}, 'put back ${value}', ${value})`];
    case 2:
      return [`UPDATE IGNORE § SET id = ${other} WHERE id = ${id}`];
    case 3: {
      const free = -1 - value;
      return [
        `UPDATE § SET u = ${free} WHERE id = ${id}`,
        `UPDATE IGNORE § SET u = ${id} WHERE id = ${other}`,
        `UPDATE IGNORE § SET u = ${other} WHERE id = ${id}`,
      ];
    }
    case 4:
      return [`INSERT IGNORE INTO § (id, u, v, n) VALUES (${rows + id}, NULL, 'new ${value}', ${value})`];
    default:
      return [`UPDATE § SET v = 'changed ${value}', n = ${value} WHERE id BETWEEN ${id} AND ${id + 3}`];
  }
}

/** An error the server answered with, after which the session lives on. */
function isAnswer(error: unknown): boolean {
  const { errno, fatal } = error as { errno?: unknown; fatal?: unknown };
  return typeof errno === 'number' && errno > 0 && fatal !== true;
}
