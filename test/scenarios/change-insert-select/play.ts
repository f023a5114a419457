import type { Play } from '../../support/scenario/scenario.ts';

/** Many rows come by one statement, from the table itself and with numbers the server gives. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    round++;
    await stage.attempt(
      session,
      `INSERT INTO t (id, v, w) SELECT id + ${round * 10_000}, v, w FROM t WHERE id BETWEEN ${round} AND ${round + 25}`,
    );
  });
};
