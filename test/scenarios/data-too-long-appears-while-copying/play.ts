import type { Play } from '../../support/scenario/scenario.ts';

/** A value that is too long is committed after the migration has begun. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, "INSERT INTO t (id, v, w) VALUES (-1, REPEAT('x', 300), REPEAT('x', 300))");
  await migration;
};
