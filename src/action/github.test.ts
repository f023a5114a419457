import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { connectRepository } from './github.ts';

test('each request has a deadline of its own', async () => {
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end('[]'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.GITHUB_REPOSITORY ??= 'octo/shop';
  const { octokit, owner, repo } = connectRepository('a token');
  const signals: unknown[] = [];
  octokit.hook.after('request', (_, options) => {
    signals.push(options.request?.signal);
  });
  for (const number of [1, 2]) await octokit.rest.issues.listComments({ baseUrl, owner, repo, issue_number: number });
  server.close();
  assert.equal(signals.length, 2);
  assert.ok(signals.every((signal) => signal instanceof AbortSignal));
  assert.notEqual(signals[0], signals[1]);
});
