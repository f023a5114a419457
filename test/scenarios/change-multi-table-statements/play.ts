import type { Play } from '../../support/scenario/scenario.ts';

/** One statement changes rows of two tables, or of one table by another. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    const low = (round++ * 41) % 2300;
    await stage.transaction(
      session,
      `UPDATE t JOIN other ON other.id = t.id SET t.w = other.w, other.w = other.w + 1 WHERE t.id BETWEEN ${low} AND ${low + 30}`,
    );
    await stage.transaction(session, `DELETE t, other FROM t JOIN other ON other.id = t.id WHERE t.id = ${low + 15}`);
  });
};
