import type { Play } from '../../support/scenario/scenario.ts';

/** One transaction touches every row, some of them several times and under several keys. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.transaction(
    session,
    "UPDATE t SET v = CONCAT(v, '!')",
    'DELETE FROM t WHERE MOD(id, 5) = 0',
    'UPDATE t SET id = id + 1000000 WHERE MOD(id, 5) = 1',
    'UPDATE t SET id = id - 1000000 WHERE id > 1000000 AND MOD(id, 2) = 1',
  );
  await migration;
};
