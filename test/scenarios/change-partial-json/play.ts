import type { Play } from '../../support/scenario/scenario.ts';

/** Only the changed part of a document is logged. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await session.query("SET binlog_row_value_options = 'PARTIAL_JSON'");
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, "UPDATE t SET j = JSON_SET(j, '$.a', w) WHERE id < 500");
  await stage.cutOver();
  await migration;
};
