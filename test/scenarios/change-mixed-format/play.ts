import type { Play } from '../../support/scenario/scenario.ts';

/** MIXED is STATEMENT wherever the server thinks that is safe. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await session.query("SET SESSION binlog_format = 'MIXED'");
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, "INSERT INTO t (id, v) VALUES (-1, 'by statement')");
  await stage.cutOver();
  await migration;
};
