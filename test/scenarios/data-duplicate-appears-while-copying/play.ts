import type { Play } from '../../support/scenario/scenario.ts';

/** A row that collides is committed after the migration has begun; rows of writers never do. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, "INSERT INTO t (id, email) VALUES (-1, 'late'), (-2, 'late')");
  await migration;
};
