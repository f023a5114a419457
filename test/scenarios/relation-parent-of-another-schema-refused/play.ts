import type { Play } from '../../support/scenario/scenario.ts';

/** The child lives in another schema, where a look at one schema does not see it. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  const { control, originalTable } = stage.arena;
  await session.query(
    `CREATE TABLE ${control.name}.child (id INT NOT NULL PRIMARY KEY, t_id INT, FOREIGN KEY (t_id) REFERENCES ${originalTable} (id))`,
  );
  await stage.migrate();
  await session.query(`DROP TABLE ${control.name}.child`);
};
