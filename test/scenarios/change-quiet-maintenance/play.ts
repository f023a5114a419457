import type { Play } from '../../support/scenario/scenario.ts';

/** ANALYZE, CHECK and FLUSH change nothing. */
export const play: Play = async (stage) => {
  const session = await stage.arena.original.connect();
  await stage.migrateDuring(async () => {
    for (const statement of ['ANALYZE TABLE t', 'CHECK TABLE t', 'FLUSH BINARY LOGS']) await session.query(statement);
  });
};
