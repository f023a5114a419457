import type { Play } from '../../support/scenario/scenario.ts';

/** Only the changed part of a document is logged; with short images little more than that. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  for (const image of ['FULL', 'MINIMAL', 'NOBLOB']) {
    await session.query(`SET binlog_row_image = ${image}, binlog_row_value_options = 'PARTIAL_JSON'`);
    await stage.transaction(session, "UPDATE t SET j = JSON_SET(j, '$.a', w) WHERE id < 500");
    await stage.transaction(
      session,
      "UPDATE t SET k = JSON_SET(k, '$[0]', -w), j = JSON_REMOVE(j, '$.a') WHERE id > 300",
    );
    await stage.transaction(session, 'UPDATE t SET id = -id WHERE id BETWEEN 20 AND 40');
    await stage.transaction(session, "UPDATE t SET j = '{}', k = NULL WHERE id < 0");
  }
  await stage.cutOver();
  await migration;
};
