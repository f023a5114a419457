import type { Play } from '../../support/scenario/scenario.ts';

/** Somebody else changes a type; the number of columns stays. Whatever it was, the migration must not go on. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(session, 'ALTER TABLE t MODIFY v VARCHAR(61)');
  await stage.cutOver();
  await migration;
};
