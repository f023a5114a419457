import type { Play } from '../../support/scenario/scenario.ts';
import { openXaBranch } from '../../support/scenario/xa.ts';

/** Prepared before the migration, committed when that has made its ghost: its rows stand in the binlog before the stream. */
export const play: Play = async (stage) => {
  await using branch = await openXaBranch(stage, [
    'UPDATE t SET w = -w WHERE id BETWEEN 900100 AND 900200',
    'DELETE FROM t WHERE id BETWEEN 900300 AND 900310',
  ]);
  const migration = stage.migrate();
  await stage.untilPrepared();
  await branch.end('COMMIT');
  await migration;
};
