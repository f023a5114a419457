import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseEvent } from './event.ts';
import { readEvent } from './read-event.ts';

test('the payload of an event is what the runner has written into its file', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-event-'));
  context.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'event.json');
  await writeFile(path, '{ "ref": "refs/heads/main" }');
  const event = await readEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path });
  assert.deepEqual(event, { name: 'push', payload: { ref: 'refs/heads/main' } });
});

test('a payload that cannot be read is missed where it is needed, in a sentence', async () => {
  const { name, payload } = await readEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/nowhere/event.json' });
  assert.throws(() => parseEvent(name, payload, ''), { code: 'usage' });
  assert.deepEqual(await readEvent({}), { name: '', payload: {} });
});
