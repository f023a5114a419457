import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Finding } from '../../src/lint/finding.ts';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Rules that know the definition and the rows: what the plan says of a statement is what the merge does with it. */

interface Case {
  readonly change: string;
  /** Rule and severity of each finding, in order. */
  readonly found: readonly string[];
  /** What one of them must say of the rows. */
  readonly evidence?: RegExp;
  readonly suggestion?: string;
  /** Whether plan and migrate take it. */
  readonly passes: boolean;
}

const cases: readonly Case[] = [
  { change: 'MODIFY name VARCHAR(200) NULL', found: [], passes: true },
  { change: 'MODIFY number BIGINT NULL', found: [], passes: true },
  {
    change: 'MODIFY name VARCHAR(9) NULL',
    found: ['shrink-column notice'],
    evidence: /All rows fit/u,
    passes: true,
  },
  { change: 'MODIFY name VARCHAR(3) NULL', found: ['shrink-column error'], evidence: /1 row/u, passes: false },
  { change: 'MODIFY number TINYINT NULL', found: ['narrow-numeric error'], evidence: /1 row/u, passes: false },
  { change: 'MODIFY number SMALLINT NULL', found: ['narrow-numeric notice'], passes: true },
  { change: 'MODIFY note VARCHAR(20) NOT NULL', found: ['not-null-on-existing error'], passes: false },
  {
    change: 'MODIFY number INT NOT NULL',
    found: ['not-null-on-existing notice'],
    evidence: /All rows fit/u,
    passes: true,
  },
  { change: "MODIFY state ENUM('a') NULL", found: ['enum-set-incompatible error'], passes: false },
  { change: "MODIFY state ENUM('a','b') NULL", found: ['enum-set-incompatible notice'], passes: true },
  {
    change: 'MODIFY COLUMN kept BIGINT',
    found: ['modify-drops-attributes error'],
    suggestion: 'ALTER TABLE t MODIFY COLUMN kept BIGINT NOT NULL DEFAULT %;',
    passes: false,
  },
  { change: 'MODIFY kept BIGINT NOT NULL DEFAULT 1', found: [], passes: true },
  {
    change: 'ADD UNIQUE KEY one_state (state)',
    found: ['add-unique-index error'],
    evidence: /^No row is in the way now/u,
    passes: false,
  },
  {
    change: 'ADD UNIQUE KEY one_kept (kept)',
    found: ['add-unique-index error'],
    evidence: /^kept repeats the value of another row in 1 row/u,
    passes: false,
  },
  {
    change: 'ADD UNIQUE KEY pair (kept, state)',
    found: ['add-unique-index error'],
    evidence: /^No row is in the way now/u,
    passes: false,
  },
  {
    change: 'ADD CONSTRAINT few CHECK (number < 100)',
    found: ['add-check-enforced warning'],
    evidence: /few is violated in 1 row/u,
    passes: false,
  },
  {
    change: 'ADD CONSTRAINT many CHECK (number < 1000)',
    found: ['add-check-enforced warning'],
    evidence: /^No row is in the way now/u,
    passes: true,
  },
  {
    change: 'ADD CONSTRAINT up FOREIGN KEY (number) REFERENCES t (id)',
    found: ['add-foreign-key error'],
    evidence: /number refers to no row of t in 2 rows/u,
    passes: false,
  },
  {
    change: 'ADD COLUMN more INT NULL, MODIFY number VARCHAR(300) NULL',
    found: ['change-column-type notice', 'instant-available notice'],
    evidence: /copies the table for the rest alone/u,
    passes: true,
  },
  {
    change: 'ADD COLUMN more INT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (id, kept)',
    found: ['instant-available notice'],
    evidence: /copies the table for the rest alone/u,
    passes: true,
  },
];

for (const server of testServers()) {
  describe(`rules that know the table on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-data-'));
      await mkdir(join(folder, 'migrations'));
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
      await database.query(
        "CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(80), number INT, note VARCHAR(20), state ENUM('a','b','c'), kept INT NOT NULL DEFAULT 1)",
      );
      await database.query("INSERT INTO t VALUES (1, 'four', 300, NULL, 'b', 1), (2, 'two', 3, 'x', 'a', 1)");
    });

    for (const { change, found, evidence, suggestion, passes } of casesFor(server, cases)) {
      test(change, async () => {
        await writeFile(join(folder, 'migrations/1.sql'), `ALTER TABLE t ${change};\n`);
        const target = ['--target', database.url];
        const plan = await run(folder, ['plan', ...target, '--json', 'plan.json']);
        const { findings } = await planOf(folder);
        assert.deepEqual(findings.map(({ rule, severity }) => `${rule} ${severity}`).toSorted(), found, plan.stdout);
        if (evidence !== undefined) assert.ok(findings.some((finding) => evidence.test(finding.evidence ?? '')));
        if (suggestion !== undefined) {
          const [before = '', after = ''] = suggestion.split('%');
          const text = findings[0]?.suggestion?.text ?? '';
          assert.ok(text.startsWith(before) && text.endsWith(after), text);
        }
        assert.equal(plan.exitCode, passes ? 0 : 1, plan.stdout);
        const migrate = await run(folder, ['migrate', ...target]);
        assert.equal(migrate.exitCode, passes ? 0 : 1, migrate.stdout);
      });
    }

    test('the suggestion is taken as it is, and then nothing is lost', async () => {
      await writeFile(join(folder, 'migrations/1.sql'), 'ALTER TABLE t MODIFY COLUMN kept BIGINT;\n');
      await run(folder, ['plan', '--target', database.url, '--json', 'plan.json']);
      const { findings } = await planOf(folder);
      await writeFile(join(folder, 'migrations/1.sql'), findings[0]?.suggestion?.text ?? '');
      const again = await run(folder, ['migrate', '--target', database.url]);
      assert.equal(again.exitCode, 0, again.stdout);
      await database.query("INSERT INTO t (id, name) VALUES (3, 'x')");
      const [row] = await database.query('SELECT kept FROM t WHERE id = 3');
      assert.equal(String(row?.kept), '1');
    });
  });
}

async function planOf(folder: string): Promise<{ readonly findings: readonly Finding[] }> {
  return JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'));
}
