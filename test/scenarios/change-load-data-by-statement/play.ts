import { rm } from 'node:fs/promises';
import type { Play } from '../../support/scenario/scenario.ts';

/** A session logs its LOAD DATA instead of the rows it loaded, with a file name that hides the rest of it if misread. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const file = `/tmp/${stage.arena.control.name}.what's new`;
  const quoted = `'${file.replace("'", "''")}'`;
  await session.query(`SELECT id + 100000, v, w INTO OUTFILE ${quoted} FIELDS TERMINATED BY ';' FROM t`);
  await session.query("SET SESSION binlog_format = 'STATEMENT', sql_mode = 'NO_BACKSLASH_ESCAPES'");
  const migration = stage.migrate();
  await stage.untilCopying();
  const load = `LOAD DATA INFILE ${quoted} INTO TABLE t FIELDS TERMINATED BY ';' (id, v, w)`;
  await stage.transaction(session, load);
  await stage.cutOver();
  await migration;
  await rm(file, { force: true });
};
