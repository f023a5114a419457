import type { Play } from '../../support/scenario/scenario.ts';

/** Another table’s trigger and a procedure change the rows. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    round++;
    await stage.transaction(session, `INSERT INTO orders (id, t_id) VALUES (${round}, ${round % 2400})`);
  });
};
