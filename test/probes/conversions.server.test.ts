import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCertain } from '../../src/engine/probes/hazard.ts';
import { createDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { type Conversion, foretold, open, replaced } from './conversions.ts';
import { createTable, judge, openSession, prepare, type Verdict } from './probed-change.ts';

for (const server of testServers()) {
  test(`values are called unfit where the server refuses to convert them, and only there: ${server.name}`, async () => {
    const wrong: string[] = [];
    for await (const { what, hazards, refusal } of convert(server, foretold)) {
      const isUnfit = hazards.some(isCertain);
      if (isUnfit !== (refusal !== null)) wrong.push(`${what}: ${isUnfit ? 'called unfit' : String(refusal)}`);
      if (hazards.some(({ count }) => count === 'unknown')) wrong.push(`${what}: left open`);
    }
    assert.deepEqual(wrong, []);
  });

  test(`what the server takes is never called unfit: ${server.name}`, async () => {
    for await (const { what, hazards, refusal } of convert(server, open)) {
      if (refusal === null) assert.equal(hazards.some(isCertain), false, what);
    }
  });

  test(`what a migration does not take, though the server does, is called unfit: ${server.name}`, async () => {
    for await (const { what, hazards, refusal } of convert(server, replaced)) {
      assert.equal(refusal, null, what);
      assert.equal(hazards.some(isCertain), true, what);
    }
  });
}

async function* convert(
  server: TestServer,
  conversions: readonly Conversion[],
): AsyncGenerator<Verdict & { readonly what: string }> {
  await using database = await createDatabase(server);
  await using session = await openSession(server, database);
  for (const { from, to, values } of conversions) {
    const clauses = `MODIFY c ${to}`;
    const elements = `id INT PRIMARY KEY, c ${from}`;
    await createTable(session, elements, '(1, NULL)');
    const change = await prepare(session, database.name, clauses);
    for (const value of values) {
      await createTable(session, elements, `(1, ${value})`);
      const verdict = await judge(session, change, clauses);
      yield { ...verdict, what: `${value} from ${from} to ${to}` };
    }
  }
}
