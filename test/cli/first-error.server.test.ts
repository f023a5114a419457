import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { RunOutcome } from '../../src/commands/migrate/run-outcome.ts';
import { firstErrorCode } from '../../src/commands/plan/first-error.ts';
import type { PlanReport } from '../../src/commands/plan/plan-report.ts';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/* Where several statements fail, plan and run name the same one first. */

const misfit = 'ALTER TABLE t MODIFY v VARCHAR(2) NOT NULL';
const duplicate = 'ALTER TABLE t ADD UNIQUE twice (w)';
const invalid = 'ALTER TABLE u ADD COLUMN id INT';
const unknown = 'ALTER TABLE nowhere ADD a INT';
const forbidden = 'ALTER TABLE u DROP COLUMN x';
const unfit = 'TRUNCATE TABLE u';
const notAllowed = 'DROP TABLE u';
const good = 'ALTER TABLE u ADD COLUMN y INT';

const runs: readonly { readonly statements: readonly string[]; readonly code: string }[] = [
  { statements: [misfit, invalid], code: 'data-does-not-fit' },
  { statements: [good, misfit, invalid], code: 'data-does-not-fit' },
  { statements: [good, invalid, misfit], code: 'invalid-statement' },
  { statements: [good, duplicate, misfit], code: 'duplicate-rows' },
  { statements: [good, forbidden, invalid], code: 'statement-not-allowed' },
  { statements: [misfit, forbidden], code: 'data-does-not-fit' },
  { statements: [good, unknown, forbidden], code: 'unknown-table' },
  { statements: [misfit, unfit], code: 'unsupported-statement' },
  { statements: [misfit, notAllowed], code: 'data-does-not-fit' },
  { statements: [notAllowed, misfit], code: 'statement-not-allowed' },
  { statements: [misfit, unfit, "ALTER TABLE u COMMENT 'open"], code: 'invalid-statement' },
  { statements: [misfit, 'ALTER TABLE u ADD `🦄` INT'], code: 'invalid-statement' },
];

for (const server of testServers()) {
  describe(`the first error on ${server.name}`, { timeout: 600_000 }, () => {
    let home: TestDatabase;
    let folder = '';
    before(async () => {
      home = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-first-'));
      await home.query('CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(9) NOT NULL, w INT NOT NULL)');
      await home.query("INSERT INTO t VALUES (1, 'long', 1), (2, 'x', 1)");
      await home.query('CREATE TABLE u (id INT PRIMARY KEY, x INT)');
    });
    after(async () => {
      await home[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    for (const { statements, code } of casesFor(server, runs)) {
      test(`${statements.join('; ')}: ${code}`, async () => {
        await writeFile(join(folder, '1.sql'), `${statements.join(';\n')};\n`);
        const allow = 'multiple-alters-same-table,add-unique-index,shrink-column,not-null-on-existing';
        const flags = ['--target', home.url, '--files', '1.sql', '--allow', allow];
        for (const command of ['plan', 'migrate']) await run(folder, [command, ...flags, '--json', `${command}.json`]);
        const plan = (await readJson(folder, 'plan.json')) as unknown as PlanReport;
        const outcome = (await readJson(folder, 'migrate.json')) as unknown as RunOutcome;
        assert.equal(outcome.error?.code, code, 'the run');
        assert.equal(firstErrorCode(plan), code, 'the plan');
      });
    }
  });
}
