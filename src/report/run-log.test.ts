import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunEvent } from '../commands/migrate/run-event.ts';
import { singleStatement, typedPath } from '../commands/statements/file-statement.ts';
import { notStarted } from '../commands/statements/not-started.ts';
import type { EngineEvent, Progress } from '../engine/events.ts';
import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { openRunLog } from './run-log.ts';

const statement = singleStatement(parseFile(typedPath, 'ALTER TABLE users\n  ADD age INT'));
const started: RunEvent = { type: 'started', statement, id: 'x', table: 'users', number: 1, total: 2 };
const engine = (event: EngineEvent): RunEvent => ({ type: 'engine', event });
const progress: Progress = {
  state: 'copying',
  rowsCopied: 1,
  rowsEstimated: 2,
  changesApplied: 0,
  dirtyKeys: 0,
  streamLagMs: 0,
  elapsedMs: 0,
  remainingMs: null,
  rowsPerSecond: 0,
  workers: 1,
  indexBuild: null,
  holds: [],
  throttlePercent: 0,
  lockedBy: null,
};

test('a log tells the start, each state, and how it ended', () => {
  const linesOf = openRunLog();
  const events: RunEvent[] = [
    { type: 'queued', statements: [statement] },
    started,
    engine({ type: 'state', table: '', state: 'preflight' }),
    engine({ type: 'state', table: 'users', state: 'copying' }),
    engine({ type: 'notice', table: 'users', message: 'Two workers.' }),
    engine({
      type: 'cutover-attempt',
      table: 'users',
      attempt: 1,
      lockedMs: 3000,
      failure: 'a long transaction',
      blockers: [],
    }),
    engine({ type: 'cutover-attempt', table: 'users', attempt: 2, lockedMs: 20, failure: null, blockers: [] }),
    engine({ type: 'state', table: 'users', state: 'completed' }),
    {
      type: 'finished',
      outcome: { ...notStarted(statement, 'users'), state: 'completed', algorithm: 'instant', durationMs: 7 },
    },
  ];
  assert.deepEqual(
    events.flatMap(linesOf).map((line) => line.replaceAll('\u00A0', ' ')),
    [
      '1 of 2: ALTER TABLE users ADD age INT',
      'users: checking',
      'users: copying',
      'users: Two workers.',
      'users: Cutover attempt 1 was undone: a long transaction',
      'users: completed (instant) in 7 ms',
    ],
  );
});

test('progress comes now and then, not every second', (context) => {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const linesOf = openRunLog();
  linesOf(started);
  const lines: string[] = [];
  for (now = 1000; now <= 30_000; now += 1000)
    lines.push(...linesOf(engine({ type: 'progress', table: 'users', progress })));
  assert.equal(lines.length, 3);
});
