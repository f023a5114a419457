import type { Play } from '../../support/scenario/scenario.ts';

/** A whole stretch of unique values is shifted by one, so that each row takes the value of its neighbour. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    // At the pace of the writers: more is dirty at once than a busy machine brings over.
    await stage.untilWritten(5);
    const low = 1 + ((round++ * 113) % 2000);
    await stage.transaction(
      session,
      `UPDATE t SET place = -place WHERE place BETWEEN ${low} AND ${low + 100}`,
      `UPDATE t SET place = IF(place = -${low}, ${low + 100}, -place - 1) WHERE place BETWEEN -${low + 100} AND -${low}`,
    );
  });
};
