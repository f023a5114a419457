import type { Play } from '../../support/scenario/scenario.ts';

/** Another table begins to refer to this one. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const migration = stage.migrate();
  await stage.untilCopying();
  await stage.both(
    session,
    'CREATE TABLE child (id INT NOT NULL PRIMARY KEY, t_id INT, FOREIGN KEY (t_id) REFERENCES t (id))',
  );
  await stage.cutOver();
  await migration;
  await stage.both(session, 'DROP TABLE child');
};
