import type { Play } from '../../support/scenario/scenario.ts';

/** Another schema has tables of these names, and they come and go. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await session.query(`CREATE DATABASE ${stage.arena.control.name}_x`);
  await session.query(`USE ${stage.arena.control.name}_x`);
  await stage.migrateDuring(async () => {
    for (const table of ['t', 't_gho', 't_del']) {
      await session.query(`CREATE TABLE ${table} (id INT NOT NULL PRIMARY KEY, a INT, b INT, c INT, d INT)`);
      await session.query(`INSERT INTO ${table} (id) VALUES (1), (2)`);
      await session.query(`TRUNCATE TABLE ${table}`);
      await session.query(`DROP TABLE ${table}`);
    }
  });
  await session.query(`DROP DATABASE ${stage.arena.control.name}_x`);
};
