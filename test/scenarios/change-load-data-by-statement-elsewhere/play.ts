import { rm } from 'node:fs/promises';
import type { Play } from '../../support/scenario/scenario.ts';

/** A session logs its LOAD DATA as a statement; the table it loads is another one, and its file is named like ours. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const file = `/tmp/${stage.arena.control.name}.t`;
  await session.query(`SELECT id + 100000, v, w INTO OUTFILE '${file}' FROM pool`);
  await session.query("SET SESSION binlog_format = 'STATEMENT'");
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, `LOAD DATA INFILE '${file}' INTO TABLE others (id, v, w)`);
  await migration;
  await rm(file, { force: true });
};
