import type { Play } from '../../support/scenario/scenario.ts';

/** Somebody deletes from the ghost behind our back after it was verified. */
export const play: Play = async (stage) => {
  const session = await stage.arena.original.connect();
  const migration = stage.migrate();
  await stage.untilCopying();
  await session.query('DROP TABLE t_gho');
  await stage.cutOver();
  await migration;
};
