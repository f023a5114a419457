import assert from 'node:assert/strict';
import type { FinishedMigration } from './migration.ts';
import type { Scenario, Verdict } from './scenario.ts';

/** @throws AssertionError unless the migration says that it is done, and a copy that it is proven */
export function checkCompleted(
  { exitCode, outcome }: FinishedMigration,
  { alter, algorithm }: Pick<Scenario, 'alter' | 'algorithm'>,
): void {
  const [migration] = outcome?.migrations ?? [];
  assert.equal(migration?.error?.code, undefined, 'the server accepts what the migration refuses');
  assert.equal(exitCode, 0);
  assert.equal(migration?.state, 'completed');
  assert.equal(migration.tableState, 'changed');
  const ways = onlyByServer.test(alter) ? ['inplace', 'direct'] : [algorithm];
  assert.ok(ways.includes(String(migration.algorithm)), `it went ${String(migration.algorithm)}`);
  if (migration.algorithm === 'copy') assert.equal(migration.verified?.differences, 0);
}

const onlyByServer =
  /\bADD\b.*\bFOREIGN KEY\b|\bADD\b[^,]*\bAUTO_INCREMENT\b(?!\s*=)|\bADD SYSTEM VERSIONING\b|\b(?:DROP|TRUNCATE) PARTITION\b/iu;

/** @throws AssertionError unless it says that it failed, for an expected reason, and left the table alone */
export function checkRefused({ exitCode, outcome }: FinishedMigration, verdict: Verdict): void {
  const [migration] = outcome?.migrations ?? [];
  const { error } = migration ?? {};
  assert.ok(error, 'the migration completes what it must refuse');
  if (verdict.kind === 'refused')
    assert.ok(verdict.codes.includes(error.code), `refused as ${error.code}: ${error.message}`);
  assert.equal(exitCode, 1);
  assert.equal(migration?.state, 'failed');
  assert.equal(migration.tableState, 'unchanged');
  assert.notEqual(error.hint, '');
}
