import type { Play } from '../../support/scenario/scenario.ts';

/** A number that is too long is committed after the migration has begun. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, 'INSERT INTO t (id, v) VALUES (-1, 99999.99)');
  await migration;
};
