import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { notify, webhookOf } from './notify.ts';

async function serve(listener: RequestListener): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test('a message arrives as Slack takes it, and calls nobody by itself', async () => {
  const bodies: string[] = [];
  await using server = await serve((request, response) => {
    void text(request).then((body) => bodies.push(body) && response.end('ok'));
  });
  assert.equal(await notify(server.url, 'users <!channel> & all'), null);
  assert.deepEqual(JSON.parse(bodies[0] ?? ''), { text: 'users &lt;!channel&gt; &amp; all' });
});

test('a webhook that refuses, is silent or is gone is told without its address', async () => {
  await using refusing = await serve((_, response) => {
    response.writeHead(404).end();
  });
  await using silent = await serve(() => undefined);
  await using moved = await serve((_, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  });
  const { url: gone } = await serve(() => undefined).then(async (server) => {
    await server[Symbol.asyncDispose]();
    return server;
  });
  const startedAt = performance.now();
  const answers = await Promise.all([refusing.url, silent.url, moved.url, gone].map((url) => notify(url, 'x', 1_000)));
  assert.ok(performance.now() - startedAt < 10_000);
  assert.deepEqual(answers, [
    'The webhook of notify answered 404.',
    'The webhook of notify did not answer within 1 seconds.',
    'The webhook of notify could not be reached.',
    'The webhook of notify could not be reached.',
  ]);
});

test('the address may stand in the environment', () => {
  assert.equal(webhookOf('env:HOOK', { HOOK: 'https://hooks.example/x' }), 'https://hooks.example/x');
  assert.equal(webhookOf('env:HOOK', {}), null);
  assert.equal(webhookOf('https://hooks.example/y', {}), 'https://hooks.example/y');
  assert.equal(webhookOf(null, {}), null);
});
