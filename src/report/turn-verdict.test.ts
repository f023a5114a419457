import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notBegun, runOutcome } from '../commands/migrate/run-outcome.ts';
import { notStarted } from '../commands/statements/not-started.ts';
import type { Outcome } from '../engine/outcome.ts';
import { turnVerdict } from './turn-verdict.ts';

const statement = (table: string): Outcome =>
  notStarted({ file: `${table}.sql`, text: `ALTER TABLE ${table} ADD COLUMN a INT` }, table);
const done = (table: string): Outcome => ({ ...statement(table), state: 'completed', tableState: 'changed' });
const stopped = (table: string): Outcome => ({ ...statement(table), state: 'yielded', durationMs: 9 });
const inTurn = (table: string): Outcome => notBegun(statement(table));

/** Of a run of some statements, for the pull request that has those of one table. */
function verdictFor(table: string, ...migrations: Outcome[]): string {
  const isOwn = (migration: Outcome): boolean => migration.table === table;
  const whole = runOutcome(new Date(), migrations);
  const part = { ...whole, migrations: migrations.filter(isOwn) };
  const { title, sentence } = turnVerdict({ part, whole, isOwn, pullOf: (one) => one.table.length });
  return `${title}. ${sentence}`;
}

test('each pull request hears what waits for what', () => {
  const run = [done('t'), stopped('users'), inTurn('kid'), inTurn('others')];
  assert.equal(
    verdictFor('users', ...run),
    'To be continued. The migration of users goes on in another run; users is as it was before it. 2\u00A0statements of other pull requests wait behind it and follow in the same order: kid (#3) and others (#6).',
  );
  assert.equal(
    verdictFor('kid', ...run),
    'Not begun yet. kid waits behind the migration of users (#5), which goes on in another run; it is begun after it.',
  );
});

test('where the time was up between two statements, none of them has begun', () => {
  assert.equal(
    verdictFor('kid', done('users'), inTurn('t'), inTurn('kid')),
    'Not begun yet. kid waits behind the migration of t (#1), which the next run begins; it is begun after it.',
  );
  assert.match(verdictFor('t', inTurn('t')), /The migration of t was not begun, and the next run begins it\.$/u);
});

test('of very many the first are named', () => {
  const many = Array.from({ length: 30 }, (_, index) => inTurn(`t${index}`));
  assert.match(
    verdictFor('users', stopped('users'), ...many),
    /30\sstatements .*: t0 \(#2\), .*t7 \(#2\) and 22 more\.$/u,
  );
});
