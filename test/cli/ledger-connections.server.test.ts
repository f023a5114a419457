import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openWireTap } from '../faults/support/wire-tap.ts';
import { casesFor, createDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* A connection costs a handshake, and servers are short of them. Which databases the ledger knows is asked on one that is there. */

const commands: readonly (readonly [name: string, exitCode: number, ...args: string[]])[] = [
  ['migrate', 0, '--alter', 'ALTER TABLE t ADD COLUMN a INT'],
  ['status', 0],
  ['cleanup', 0],
  ['cutover', 1, '--table', 't'],
];

for (const server of testServers()) {
  describe(`no connection is opened for the names in the ledger alone, on ${server.name}`, { timeout: 60_000 }, () => {
    for (const [command, expected, ...args] of casesFor(server, commands)) {
      it(`by ${command}`, async () => {
        await using database = await createDatabase(server);
        await database.query('CREATE TABLE t (id INT PRIMARY KEY)');
        await using tap = await openWireTap(server);
        const url = new URL(`${database.url}?ssl-mode=disabled`);
        url.port = String(tap.port);
        const { exitCode, stderr } = await run(import.meta.dirname, [command, '--target', url.href, ...args]);
        assert.equal(exitCode, expected, stderr);
        const asking = tap.wires.filter(({ statements }) => statements.some((text) => namesInLedger.test(text)));
        assert.ok(asking.length > 0, 'nobody asks');
        for (const { statements } of asking) {
          const others = statements.filter((text) => !opening.test(text) && !namesInLedger.test(text));
          assert.ok(others.length > 0, `it asks only ${statements.at(-1)}`);
        }
      });
    }
  });
}

const namesInLedger = /^SELECT DISTINCT table_name FROM .*ghostship_migrations/u;
const opening = /^(?:SET SESSION sql_mode|SELECT VERSION\(\))/u;
