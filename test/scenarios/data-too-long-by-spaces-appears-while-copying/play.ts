import type { Play } from '../../support/scenario/scenario.ts';

/** A value that is too long by its spaces is committed after the migration has begun. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, "INSERT INTO t (id, v) VALUES (-1, CONCAT('x', REPEAT(' ', 50)))");
  await migration;
};
