import type { Play } from '../../support/scenario/scenario.ts';

/** A key changes to one that the collation calls the same. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    // At the pace of the writers: more is dirty at once than a busy machine brings over.
    await stage.untilWritten(5);
    const low = (round++ * 53) % 2300;
    const change = round % 2 === 0 ? 'UPPER(id)' : 'LOWER(id)';
    await stage.attempt(session, `UPDATE t SET id = ${change} WHERE n BETWEEN ${low} AND ${low + 40}`);
  });
};
