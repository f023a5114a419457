import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { MigrationStatus } from '../commands/control/status.ts';
import { openWatchBars } from './watch-bars.ts';

const migration: MigrationStatus = {
  id: 'a',
  table: 'users',
  statement: 'ALTER TABLE users ADD a INT',
  file: null,
  state: 'preflight',
  life: 'running',
  startedAt: null,
  finishedAt: null,
  silentMs: 0,
  progress: null,
  retired: null,
  inTheWay: null,
  ageMs: null,
  paused: false,
  throttlePercent: 0,
  cutoverOrdered: false,
  awaitsCutover: false,
  cutover: { attempts: 0, lastFailure: null, waiting: null },
  swapped: false,
  became: null,
  run: { url: null, pullRequest: null, commit: null, actor: null, namespace: null },
  outcome: null,
};

test('a terminal shows a bar for each migration, and none for one that is finished', async () => {
  let written = '';
  const terminal = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const stream = Object.assign(terminal, { isTTY: true, columns: 120, rows: 40 }) as unknown as NodeJS.WriteStream;
  const bars = openWatchBars(stream);
  bars.show([migration, { ...migration, id: 'b', table: 'orders', life: 'finished' }]);
  await setTimeout(600);
  assert.match(written, /users: checking/u);
  assert.doesNotMatch(written, /orders/u);
  bars.show([{ ...migration, state: 'queued' }]);
  await setTimeout(600);
  assert.match(written, /users: queued/u);
  bars.close();
});
