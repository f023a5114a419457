import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

const [server] = testServers();
assert.ok(server !== undefined);

test('--notify tells a webhook of the end, and its trouble is no trouble of the migration', async () => {
  const texts: string[] = [];
  const listener = createServer((request, response) => {
    void text(request).then((body) => {
      texts.push((JSON.parse(body) as { text: string }).text);
      response.writeHead(texts.length === 1 ? 200 : 500).end();
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/secretpath`;
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
  const migrate = (column: string, notify: string, env: Record<string, string> = {}) =>
    run(
      tmpdir(),
      ['migrate', '--alter', `ALTER TABLE t ADD COLUMN ${column} INT`, '--notify', notify, '--target', database.url],
      env,
    );
  try {
    assert.equal((await migrate('a', url)).exitCode, 0);
    assert.match(texts[0] ?? '', /^Ghostship: Shipped\. t is changed/u);
    const refused = await migrate('b', 'env:HOOK', { HOOK: url });
    assert.equal(refused.exitCode, 0);
    assert.match(refused.stderr, /Warning: The webhook of notify answered 500\./u);
    assert.doesNotMatch(refused.stderr + refused.stdout, /secretpath/u);
    const unknown = await migrate('c', 'env:NO_SUCH_HOOK');
    assert.equal(unknown.exitCode, 2);
    assert.match(unknown.stderr, /env:NO_SUCH_HOOK is not set/u);
    assert.equal((await database.query("SHOW COLUMNS FROM t LIKE 'c'")).length, 0);
    const wrong = await migrate('d', 'secretpath');
    assert.equal(wrong.exitCode, 2);
    assert.doesNotMatch(wrong.stderr, /secretpath/u);
  } finally {
    listener.close();
    listener.closeAllConnections();
  }
});
