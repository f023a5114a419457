import type { Play } from '../../support/scenario/scenario.ts';

/** The table is emptied. Whatever it was, the migration must not go on. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(session, 'TRUNCATE TABLE t');
  await stage.cutOver();
  await migration;
};
