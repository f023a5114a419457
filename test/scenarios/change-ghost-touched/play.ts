import type { Play } from '../../support/scenario/scenario.ts';

/** Somebody drops the ghost. */
export const play: Play = async (stage) => {
  const session = await stage.arena.original.connect();
  const migration = stage.migrate();
  await stage.untilCopying();
  await session.query('DROP TABLE t_gho');
  await stage.cutOver();
  await migration;
};
