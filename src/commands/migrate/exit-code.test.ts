import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../engine/outcome.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { GhostshipError } from '../../support/errors.ts';
import { singleStatement, typedPath } from '../statements/file-statement.ts';
import { notStarted } from '../statements/not-started.ts';
import { exitCodeOf } from './exit-code.ts';
import { failed, isBegun, notBegun, runOutcome } from './run-outcome.ts';

const statement = singleStatement(parseFile(typedPath, 'ALTER TABLE t ADD a INT'));
const waiting = notStarted(statement, 't');
const completed: Outcome = { ...waiting, state: 'completed', tableState: 'changed' };
const failure = (code: GhostshipError['code'], tableState: Outcome['tableState']): Outcome =>
  failed(statement, 't', new GhostshipError(code, 'It failed.', { hint: 'Look.', tableState }));
const exitCode = (...migrations: Outcome[]): number => exitCodeOf(runOutcome(new Date(), migrations));

test('done, and nothing to do', () => {
  assert.equal(exitCode(completed, completed), 0);
  assert.equal(exitCode(), 0);
});

test('a failure that leaves the table alone, whatever was done before it', () => {
  assert.equal(exitCode(failure('rows-differ', 'unchanged')), 1);
  assert.equal(exitCode(completed, failure('rows-differ', 'unchanged'), waiting), 1);
  assert.equal(exitCode(failure('aborted', 'unchanged')), 1);
});

test('wrong usage', () => {
  assert.equal(exitCode(failure('usage', 'unchanged')), 2);
  assert.equal(
    exitCodeOf(runOutcome(new Date(), [], new GhostshipError('bad-target', 'No.', { hint: 'Write it.' }))),
    2,
  );
});

test('a person must look where the table is changed or nobody knows, whatever the code', () => {
  assert.equal(exitCode(failure('connection-lost', 'unknown')), 3);
  assert.equal(exitCode(failure('internal', 'changed')), 3);
  assert.equal(exitCode(failure('usage', 'unknown')), 3);
});

test('a run that yielded goes on when it is run again', () => {
  assert.equal(exitCode({ ...waiting, state: 'yielded' }), 75);
});

test('what has not got its turn goes on with the run, whatever was done before it', () => {
  assert.equal(exitCode({ ...waiting, state: 'yielded', durationMs: 9 }, notBegun(waiting)), 75);
  assert.equal(exitCode(completed, notBegun(waiting)), 75);
  assert.deepEqual(
    [waiting, notBegun(waiting), { ...waiting, state: 'yielded' as const, durationMs: 9 }, completed].map(isBegun),
    [false, false, true, true],
  );
});
