import type { Play } from '../../support/scenario/scenario.ts';

/** Two rows trade values that are unique by habit only, while the key that demands it is being built. */
export const play: Play = async (stage) => {
  const session = await stage.arena.openSession();
  let round = 0;
  await stage.migrateDuring(async () => {
    const one = 1 + ((round++ * 7) % 2000);
    await stage.transaction(
      session,
      `UPDATE t SET email = CONCAT('free ', id) WHERE id = ${one}`,
      `UPDATE t SET email = '${one}@example.org' WHERE id = ${one} + 400`,
      `UPDATE t SET email = '${one + 400}@example.org' WHERE id = ${one}`,
    );
    await stage.transaction(
      session,
      `UPDATE t SET email = CONCAT('free ', id) WHERE id = ${one}`,
      `UPDATE t SET email = '${one + 400}@example.org' WHERE id = ${one} + 400`,
      `UPDATE t SET email = '${one}@example.org' WHERE id = ${one}`,
    );
  });
};
