import type { Play } from '../../support/scenario/scenario.ts';

/** A session logs its statement instead of the rows it changed. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await session.query("SET SESSION binlog_format = 'STATEMENT'");
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, 'UPDATE t SET w = w + 1 WHERE id < 100');
  await stage.cutOver();
  await migration;
};
