import assert from 'node:assert/strict';
import type { Outcome } from '../../../src/engine/outcome.ts';
import { lockName } from '../../../src/engine/tables/table-names.ts';
import type { ErrorCode } from '../../../src/support/errors.ts';
import { waitFor } from '../../support/wait-for.ts';
import { checkpointOf, statusOf } from './checkpoint.ts';
import type { Run } from './run.ts';
import type { Trial } from './trial.ts';

/** @throws AssertionError unless it is done, and the table is the altered one with every row of the control */
export async function expectCompleted(trial: Trial, run: Run): Promise<Outcome> {
  const outcome = await run.outcome;
  await trial.writers.stop();
  assert.equal(outcome.error, null, JSON.stringify(outcome.error));
  assert.equal(outcome.state, 'completed');
  assert.equal(outcome.tableState, 'changed');
  assert.equal(await isAltered(trial), true, 'it says completed, and the table is not altered');
  await expectSameRows(trial);
  await expectNothingLeft(trial, outcome.retired === null ? [] : [outcome.retired]);
  return outcome;
}

/** @throws AssertionError unless it failed with one of the codes and the table is as it was */
export async function expectFailed(trial: Trial, run: Run, ...codes: readonly ErrorCode[]): Promise<Outcome> {
  const outcome = await run.outcome;
  await trial.writers.stop();
  await expectTruth(trial, outcome);
  assert.ok(outcome.error !== null, 'it completes');
  assert.ok(codes.includes(outcome.error.code), `${outcome.error.code}: ${outcome.error.message}`);
  assert.equal(outcome.tableState, 'unchanged');
  assert.notEqual(outcome.error.hint, '');
  await expectSameRows(trial);
  return outcome;
}

/** What it says of the table is so. */
export async function expectTruth(trial: Trial, outcome: Outcome): Promise<void> {
  if (outcome.tableState === 'unknown') return;
  assert.equal(outcome.tableState, (await isAltered(trial)) ? 'changed' : 'unchanged', JSON.stringify(outcome));
}

/** The usual statement adds a column of this name. */
export async function isAltered(trial: Trial): Promise<boolean> {
  const columns = await trial.query(
    `SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '${trial.database.name}'
     AND TABLE_NAME = 't' AND COLUMN_NAME = 'added'`,
  );
  return columns.length > 0;
}

export async function expectSameRows(trial: Trial): Promise<void> {
  const same = ['u', 'v', 'n'].map((column) => `x.${column} <=> y.${column}`).join(' AND ');
  const differences = await trial.query(
    `SELECT 'lost or stale' AS what, x.id FROM control x LEFT JOIN t y ON y.id = x.id WHERE y.id IS NULL OR NOT (${same})
     UNION ALL
     SELECT 'too many', y.id FROM t y LEFT JOIN control x ON x.id = y.id WHERE x.id IS NULL`,
  );
  assert.deepEqual(differences.slice(0, 20), [], `${differences.length} rows differ`);
}

/** It has ended, and has either undone everything or left what the next run goes on with. */
export async function expectWorkOrNothingLeft(trial: Trial): Promise<void> {
  const status = await statusOf(trial);
  if (status === null) return await expectNothingLeft(trial);
  assert.match(status.progress.state, /^(yielded|failed)$/u);
  assert.deepEqual(status.connections, []);
  assert.notEqual((await checkpointOf(trial))?.watermark, null);
  await expectNothingLeft(trial, ['t_ghc', 't_gho']);
}

/** It was told to stop: another run goes on, or everything is undone. */
export async function expectStopped(trial: Trial, run: Run): Promise<void> {
  const outcome = await run.outcome;
  if (outcome.state !== 'yielded') await expectFailed(trial, run, 'aborted', 'time-limit');
  assert.equal(outcome.tableState, 'unchanged');
  await expectWorkOrNothingLeft(trial);
  if (outcome.state !== 'yielded') return;
  assert.equal(outcome.error, null);
  assert.equal((await expectCompleted(trial, trial.migrate())).resumed, true);
}

/** No table of ours, no name lock, no connection. */
export async function expectNothingLeft(trial: Trial, kept: readonly string[] = []): Promise<void> {
  const tables = await trial.query(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${trial.database.name}' AND TABLE_NAME NOT IN ('audit', 'parent') ORDER BY name`,
  );
  assert.deepEqual(
    tables.map(({ name }) => String(name)),
    ['control', 't', ...kept].sort(),
    'tables were left behind',
  );
  await expectNoConnections(trial);
}

export async function expectNoConnections(trial: Trial): Promise<void> {
  await waitFor(() => trial.tap.wires.every((wire) => !wire.isOpen), {
    timeoutMs: 10_000,
    what: 'the connections of the migration to be closed',
  });
  const name = lockName({ schema: trial.database.name, name: 't' });
  await waitFor(async () => (await trial.query(`SELECT IS_FREE_LOCK('${name}') AS free`))[0]?.free === 1, {
    timeoutMs: 10_000,
    what: 'the name lock to be free',
  });
}

/** Whatever came of it, the next run gets through. */
export async function expectNextRunCompletes(trial: Trial): Promise<void> {
  await expectCompleted(trial, trial.migrate());
}
