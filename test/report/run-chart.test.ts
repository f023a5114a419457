import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChart } from '../../src/report/run-chart.ts';
import { failedRun, hostileRun, longRun } from './played-runs.ts';

test('the summary draws phases, holds, attempts, rate and lag of what took time', () => {
  const text = runChart(longRun().record);
  assert.match(text, /<summary>Timeline, copy rate and lag of orders<\/summary>/u);
  assert.match(
    text,
    /gantt\n {2}dateFormat x\n {2}axisFormat %H:%M:%S\n {2}todayMarker off\n {2}section Phases\n {4}checking :\d+, \d+\n {4}copying :\d+, \d+/u,
  );
  assert.match(text, /section Held[\s\S]*stream-lag :active, \d+, \d+[\s\S]*paused :active, \d+, \d+/u);
  assert.match(text, /attempt 2 undone :crit, milestone, \d+, \d+\n {4}attempt 3 :milestone, \d+, \d+/u);
  assert.match(
    text,
    /title "Rows copied per second"\n {2}x-axis "minutes" 0 --> 89\.7\n {2}y-axis "rows\/s" 0 --> 6\d{4}\n/u,
  );
  assert.match(text, /title "Lag of the stream of changes"\n[^\n]*\n {2}y-axis "ms" 0 --> 3100\n/u);
  for (const [, values = ''] of text.matchAll(/line \[([^\]]*)\]/gu)) assert.equal(values.split(', ').length, 60);
});

test('what was done at once is not drawn', () => {
  const text = runChart(failedRun().record);
  assert.deepEqual(
    [...text.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, title]) => title),
    ['Timeline, copy rate and lag of orders'],
  );
});

test('no text of others stands in a drawing', () => {
  const [, ...drawings] = runChart(hostileRun().record).split('```mermaid\n');
  assert.equal(drawings.length, 3);
  assert.doesNotMatch(drawings.join(''), /<script|alert|onerror/u);
});
