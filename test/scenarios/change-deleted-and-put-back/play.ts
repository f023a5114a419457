import type { Play } from '../../support/scenario/scenario.ts';

/** Rows are deleted and come back with other values, in one transaction and in two. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    const low = (round++ * 37) % 2300;
    const range = `id BETWEEN ${low} AND ${low + 60}`;
    const putBack = `INSERT INTO t (id, n, v, w) SELECT id, n, 'back', ${round} FROM ${stage.arena.control.name}.pool WHERE ${range}`;
    await stage.attempt(session, `DELETE FROM t WHERE ${range}`, putBack);
    await stage.attempt(session, `DELETE FROM t WHERE ${range}`);
    await stage.attempt(session, `DELETE FROM t WHERE ${range}`, putBack);
  });
};
