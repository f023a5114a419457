import type { Play } from '../../support/scenario/scenario.ts';

/** No event tells that the ghost is gone: the next statement that needs it does. */
export const play: Play = async (stage) => {
  const session = await stage.arena.original.connect();
  await session.query('SET sql_log_bin = 0');
  const migration = stage.migrate();
  await stage.untilCopying();
  await session.query('DROP TABLE t_gho');
  await stage.cutOver();
  await migration;
};
