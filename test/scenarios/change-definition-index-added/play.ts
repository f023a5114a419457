import type { Play } from '../../support/scenario/scenario.ts';

/** Somebody else adds an index. Whatever it was, the migration must not go on. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(session, 'CREATE INDEX theirs ON t (v)');
  await stage.cutOver();
  await migration;
};
