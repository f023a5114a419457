import type { Play } from '../../support/scenario/scenario.ts';

/** A session has a temporary table that hides the real one; what it does to it is nobody’s business. */
export const play: Play = async (stage) => {
  await stage.migrateDuring(async () => {
    const session = await stage.arena.openSession();
    await session.query(`USE ${stage.arena.original.name}`);
    await session.query('CREATE TEMPORARY TABLE t (id INT NOT NULL PRIMARY KEY)');
    await session.query('INSERT INTO t VALUES (1), (2)');
    await session.query('DELETE FROM t');
    await session.query('TRUNCATE TABLE t');
    await session.query('DROP TEMPORARY TABLE t');
    await session.end();
  });
};
