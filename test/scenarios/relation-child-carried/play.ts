import type { Play } from '../../support/scenario/scenario.ts';

/** Rows of parents are deleted and renumbered all the time, and the children go with them. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let id = 0;
  await stage.migrateDuring(async () => {
    id++;
    await stage.transaction(session, `DELETE FROM a_parent WHERE id = ${id}`);
    await stage.transaction(session, `UPDATE a_parent SET id = id + 10000 WHERE id = ${id + 400}`);
    await stage.transaction(session, `UPDATE t SET w = -w WHERE id = ${id * 7}`);
  });
  await stage.transaction(session, 'DELETE FROM a_parent WHERE id BETWEEN 800 AND 810');
};
