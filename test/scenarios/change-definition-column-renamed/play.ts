import type { Play } from '../../support/scenario/scenario.ts';

/** Somebody else renames a column, and the server only notes it. Whatever it was, the migration must not go on. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(session, 'ALTER TABLE t RENAME COLUMN v TO theirs');
  await stage.cutOver();
  await migration;
};
