import { rm } from 'node:fs/promises';
import type { Play } from '../../support/scenario/scenario.ts';

/** A session logs its LOAD DATA instead of the rows it loaded, from a file whose name has a quote in it. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const file = `/tmp/${stage.arena.control.name}.what's new`;
  const quoted = `'${file.replace("'", "''")}'`;
  await session.query(`SELECT id + 100000, v, w INTO OUTFILE ${quoted} FROM t`);
  await session.query("SET SESSION binlog_format = 'STATEMENT'");
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, `LOAD DATA INFILE ${quoted} INTO TABLE t (id, v, w)`);
  await stage.cutOver();
  await migration;
  await rm(file, { force: true });
};
