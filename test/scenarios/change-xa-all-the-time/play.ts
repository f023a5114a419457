import type { Play } from '../../support/scenario/scenario.ts';
import { openXaBranch } from '../../support/scenario/xa.ts';

/** Every transaction is an XA one; some are committed in one phase. */
export const play: Play = async (stage) => {
  let round = 0;
  await stage.migrateDuring(async () => {
    const low = 900001 + ((round++ * 97) % 390);
    await using branch = await openXaBranch(stage, [
      `UPDATE t SET w = ${round} WHERE id BETWEEN ${low} AND ${low + 5}`,
    ]);
    await branch.end(round % 3 === 0 ? 'ROLLBACK' : 'COMMIT');
  });
};
