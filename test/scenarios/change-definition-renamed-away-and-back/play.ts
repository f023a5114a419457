import type { Play } from '../../support/scenario/scenario.ts';

/** The name belongs to another table for a moment. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(session, 'RENAME TABLE t TO elsewhere', 'RENAME TABLE elsewhere TO t');
  await stage.cutOver();
  await migration;
};
