import type { Play } from '../../support/scenario/scenario.ts';

/** The server’s own ALTER comes after the value was corrected and accepts it; the migration may have met it before. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  await stage.migrate();
  await stage.transaction(session, 'DELETE FROM t WHERE id = 999999');
};
