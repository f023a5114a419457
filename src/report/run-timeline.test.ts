import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunRecord } from './run-record/run-record.ts';
import { runTimeline } from './run-timeline.ts';

test('the timeline of a run has phases, attempts and notices in their order', () => {
  const record = new RunRecord();
  assert.equal(runTimeline(record), '');
  const statement = { file: '1.sql', text: 'ALTER TABLE a\n  ADD x INT' };
  record.observe({ type: 'started', statement, id: 'one', table: 'a', number: 1, total: 1 });
  const tell = (event: Parameters<RunRecord['observe']>[0] & { type: 'engine' }): void => record.observe(event);
  tell({ type: 'engine', event: { type: 'state', table: 'a', state: 'copying' } });
  tell({ type: 'engine', event: { type: 'notice', table: 'a', message: 'Two <workers>.' } });
  const failure = 'somebody holds the table';
  tell({
    type: 'engine',
    event: { type: 'cutover-attempt', table: 'a', attempt: 1, lockedMs: 5, failure, blockers: [] },
  });
  const text = runTimeline(record);
  assert.match(text, /<summary>Timeline of ALTER TABLE a ADD x INT<\/summary>/u);
  assert.match(
    text,
    /copying \|\n.*Two &lt;workers&gt;\. \|\n.*attempt 1 was undone: somebody holds[^\n]*\n.*ended \|/u,
  );
});
