import type { Play } from '../../support/scenario/scenario.ts';

/** The migration key is not the primary key, which is all that a MINIMAL image names. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await session.query("SET binlog_row_image = 'MINIMAL'");
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, 'UPDATE t SET w = w + 1 WHERE id = 5');
  await stage.cutOver();
  await migration;
};
