import { rm } from 'node:fs/promises';
import type { Play } from '../../support/scenario/scenario.ts';

/** Rows are loaded from a file that the server has written itself. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const file = `/tmp/${stage.arena.control.name}.rows`;
  await session.query(`SELECT id + 100000, v, w INTO OUTFILE '${file}' FROM pool`);
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(session, `LOAD DATA INFILE '${file}' INTO TABLE t (id, v, w)`);
  await migration;
  await rm(file, { force: true });
};
