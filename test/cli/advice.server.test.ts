import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import type { Advice } from './advices.ts';
import { allAdvices } from './all-advices.ts';
import { type CliRun, run } from './cli.ts';

/* Each refusal says what is in the way, in the user's names, and what it advises works. */

for (const server of testServers()) {
  describe(`advice on ${server.name}`, { timeout: 600_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-advice-'));
    });
    beforeEach(async () => {
      database = await createDatabase(server);
    });
    afterEach(() => database[Symbol.asyncDispose]());
    after(() => rm(folder, { recursive: true }));

    const ghostship = (command: 'plan' | 'migrate', alter: string, options: readonly string[]): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', alter, ...options]);
    const runAll = async (statements: readonly string[]): Promise<void> => {
      const session = await database.connect();
      for (const statement of statements) await session.query(statement);
    };
    const isHere = ({ servers }: Advice): boolean => servers === undefined || servers.includes(server.flavor);

    for (const advice of allAdvices.filter(isHere)) {
      test(advice.what, async () => {
        const options = advice.options ?? [];
        await runAll(advice.create);
        for (const command of ['plan', 'migrate'] as const) {
          const { exitCode, stdout, stderr } = await ghostship(command, advice.statement, options);
          assert.equal(exitCode, 1, `${command} is not refused: ${stdout}`);
          const said = stdout + stderr;
          assert.match(said, advice.says, command);
          assert.doesNotMatch(said, /_gh[opr]\b|#sql/u, command);
          assert.equal(said.split(advice.advises).length, 2, `${command} says it once: ${said}`);
        }
        await runAll(advice.first ?? []);
        for (const statement of advice.ships ?? []) {
          for (const command of ['plan', 'migrate'] as const) {
            const { exitCode, stdout, stderr } = await ghostship(command, statement, advice.withOptions ?? options);
            assert.equal(exitCode, 0, `${command} of ${statement}: ${stdout}${stderr}`);
          }
        }
        await runAll(advice.afterwards ?? []);
      });
    }
  });
}
