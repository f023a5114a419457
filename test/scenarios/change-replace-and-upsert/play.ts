import type { Play } from '../../support/scenario/scenario.ts';

/** REPLACE deletes what is in its way, by either key; ON DUPLICATE KEY UPDATE changes it. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    const id = 1 + ((round++ * 41) % 2300);
    await stage.attempt(
      session,
      `REPLACE INTO t (id, n, code, w) VALUES (${id}, ${id}, 'c${id + 60}', 1)`,
      `INSERT INTO t (id, n, code, w) VALUES (${id + 100000}, NULL, 'c${id + 30}', 2) ON DUPLICATE KEY UPDATE w = w + 5, id = id + 200000`,
      `INSERT IGNORE INTO t (id, code) VALUES (${id}, 'ignored'), (${300000 + round}, 'kept ${round}')`,
    );
  });
};
