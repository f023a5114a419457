import type { Play } from '../../support/scenario/scenario.ts';

/** Everything is changed and then was not; a part of another transaction too. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await session.query('BEGIN');
  await session.query(`DELETE FROM ${stage.arena.originalTable} WHERE id BETWEEN 2000 AND 9000`);
  await session.query('ROLLBACK');
  await stage.transaction(
    session,
    'UPDATE t SET w = w + 1 WHERE id BETWEEN 3000 AND 3500',
    'SAVEPOINT here',
    'DELETE FROM t WHERE id BETWEEN 3200 AND 3800',
    'ROLLBACK TO here',
    'UPDATE t SET w = w + 1 WHERE id BETWEEN 3100 AND 3300',
  );
  await migration;
};
