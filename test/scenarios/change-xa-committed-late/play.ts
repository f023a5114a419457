import type { Play } from '../../support/scenario/scenario.ts';
import { openXaBranch } from '../../support/scenario/xa.ts';

/** Prepared while rows are copied and committed long after: the ghost must not take the old values for good. */
export const play: Play = async (stage) => {
  const migration = stage.migrate();
  await stage.untilCopying();
  await using committed = await openXaBranch(stage, [
    'UPDATE t SET w = -w WHERE id BETWEEN 900100 AND 900200',
    'UPDATE t SET id = id + 50000 WHERE id BETWEEN 900300 AND 900310',
  ]);
  await using undone = await openXaBranch(stage, [
    'UPDATE t SET w = -w WHERE id BETWEEN 900500 AND 900600',
    'DELETE FROM t WHERE id BETWEEN 900700 AND 900710',
  ]);
  await stage.untilWritten(60);
  await committed.end('COMMIT');
  await undone.end('ROLLBACK');
  await migration;
};
