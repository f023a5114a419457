import type { Play } from '../../support/scenario/scenario.ts';

/** One row is changed as fast as the server can, and moves to another key and back. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await stage.migrateDuring(async () => {
    await stage.transaction(
      session,
      'UPDATE t SET w = w + 1 WHERE id = 900007',
      'UPDATE t SET w = w * 2 WHERE id = 900009 AND w < 1000000',
    );
    await stage.transaction(session, 'UPDATE t SET id = -id WHERE id IN (-900007, 900007)');
  });
};
