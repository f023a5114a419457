import assert from 'node:assert/strict';
import { test } from 'node:test';
import { options } from '../commands/options/options.ts';
import { jobLimitMs } from './job-limit.ts';

test('a run ends half an hour before GitHub ends the job or its token', () => {
  const hours = ['github-hosted', 'self-hosted', ''].map((environment) => jobLimitMs(environment));
  assert.deepEqual(hours, [5.5 * 3_600_000, 23.5 * 3_600_000, null]);
  assert.match(options['max-runtime'].description, /5h30m[\s\S]*23h30m/u);
});
