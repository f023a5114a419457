import type { Play } from '../../support/scenario/scenario.ts';
import { openXaBranch } from '../../support/scenario/xa.ts';

/** Nobody ends a prepared transaction. */
export const play: Play = async (stage) => {
  await using branch = await openXaBranch(stage, ['UPDATE t SET w = -w WHERE id BETWEEN 900100 AND 900200']);
  await stage.migrate();
  await branch.end('ROLLBACK');
};
