import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
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

test('the first ten requests that change something go at once, many go one a second', async () => {
  process.env.GITHUB_REPOSITORY ??= 'octo/shop';
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    const { octokit, owner, repo } = connectRepository('a token');
    const sentAt: number[] = [];
    const fetch = (): Promise<Response> => {
      sentAt.push(Date.now());
      return Promise.resolve(Response.json({}));
    };
    const request = { fetch };
    const all = Promise.all([
      ...Array.from({ length: 12 }, () =>
        octokit.rest.issues.createComment({ owner, repo, issue_number: 1, body: 'text', request }),
      ),
      octokit.rest.issues.listComments({ owner, repo, issue_number: 1, request }),
    ]);
    const done = all.then(() => true);
    for (let ms = 0; !(await Promise.race([done, setImmediate(false)])) && ms < 20_000; ms += 10) {
      mock.timers.tick(10);
    }
    assert.equal(sentAt.length, 13);
    const [tenth = NaN, eleventh = NaN, twelfth = NaN] = sentAt.slice(10);
    assert.ok(tenth < 1_000, `the first ten, and what only reads, were sent within ${tenth} ms`);
    assert.ok(eleventh > 9_900 && eleventh < 11_000, `the eleventh was sent after ${eleventh} ms`);
    assert.ok(twelfth - eleventh > 900, `the twelfth was sent ${twelfth - eleventh} ms later`);
  } finally {
    mock.timers.reset();
  }
});
