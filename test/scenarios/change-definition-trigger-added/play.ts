import type { Play } from '../../support/scenario/scenario.ts';

/** A trigger that the ghost would not have. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(session, 'CREATE TRIGGER theirs BEFORE INSERT ON t FOR EACH ROW SET NEW.w = 1');
  await stage.cutOver();
  await migration;
};
