import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementsOf } from '../commands/statements/file-statement.ts';
import { notStarted } from '../commands/statements/not-started.ts';
import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { RunBoard } from './run-board.ts';

const statements = statementsOf(parseFile('1.sql', 'ALTER TABLE a ADD x INT; ALTER TABLE b ADD x INT;'));
const [first, second] = statements;
assert.ok(first !== undefined && second !== undefined);

test('at any moment the board says where the run is', () => {
  const board = new RunBoard();
  assert.equal(board.look().title, 'Starting');
  board.observe({ type: 'queued', statements });
  board.observe({ type: 'started', statement: first, id: 'one', table: 'a', number: 1, total: 2 });
  board.observe({ type: 'engine', event: { type: 'state', table: 'a', state: 'copying' } });
  assert.equal(board.look().title, 'a: copying (1 of 2)');
  assert.match(
    board.look().summary,
    /🚢 \| `ALTER TABLE a ADD x INT` \| copying \|\n\| ⏳ \| `ALTER TABLE b ADD x INT` \| waiting/u,
  );

  board.observe({ type: 'finished', outcome: { ...notStarted(first, 'a'), state: 'completed', algorithm: 'copy' } });
  board.observe({ type: 'started', statement: second, id: 'two', table: 'b', number: 2, total: 2 });
  board.observe({ type: 'engine', event: { type: 'state', table: '', state: 'preflight' } });
  board.observe({ type: 'engine', event: { type: 'notice', table: 'b', message: 'Two workers.' } });
  assert.equal(board.look().title, 'b: checking (2 of 2)');
  assert.match(board.look().summary, /✅ \| `ALTER TABLE a[\s\S]*- b: Two workers\./u);
  assert.deepEqual(board.ids, ['one', 'two']);
});
