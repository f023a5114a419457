import type mysql from 'mysql2/promise';
import { seededRandom, seedFor } from '../../support/random.ts';
import type { TestDatabase } from '../../support/servers/index.ts';

export interface Keepers {
  readonly committed: number;
  stop(): Promise<void>;
}

/** Change rows of the table and of its control copy in the same transactions, swap their unique values, and delete none. */
export function startKeepers(
  database: TestDatabase,
  sessions: number,
  { from, upTo, pauseMs }: { readonly from: number; readonly upTo: number; readonly pauseMs: number },
): Keepers {
  const state = { committed: 0, stopped: false };
  const work = async (number: number): Promise<void> => {
    const random = seededRandom(seedFor(`keeper ${number}`));
    const session = await database.connect();
    while (!state.stopped) {
      const [one, other] = [random.between(from, upTo), random.between(from, upTo)];
      const free = -10_000_000 - one;
      const value = random.between(0, 1_000_000);
      const statements = random.chance(0.5)
        ? [`UPDATE § SET v = 'changed ${value}', n = ${value} WHERE id BETWEEN ${one} AND ${one + 2}`]
        : [
            `UPDATE § SET u = ${free} WHERE id = ${one}`,
            `UPDATE IGNORE § SET u = ${one} WHERE id = ${other}`,
            `UPDATE IGNORE § SET u = ${other} WHERE id = ${one}`,
          ];
      if (await inBoth(session, statements)) state.committed++;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    session.destroy();
  };
  const all = Promise.all(Array.from({ length: sessions }, (_, number) => work(number)));
  all.catch(() => {});
  return {
    get committed() {
      return state.committed;
    },
    async stop() {
      state.stopped = true;
      await all;
    },
  };
}

/** @returns false where it was undone, by a deadlock for instance */
async function inBoth(session: mysql.Connection, statements: readonly string[]): Promise<boolean> {
  try {
    await session.query('BEGIN');
    for (const statement of statements)
      for (const table of ['t', 'control']) await session.query(statement.replaceAll('§', table));
    await session.query('COMMIT');
    return true;
  } catch {
    await session.query('ROLLBACK');
    return false;
  }
}
