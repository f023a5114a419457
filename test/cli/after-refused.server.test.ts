import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/*
 * What a refused statement would have done is on no table of the plan: the statements behind it are judged as if it were not there,
 * and each says so.
 */

interface Refused {
  readonly statement: string;
  readonly code: string;
  readonly flags?: readonly string[];
  readonly on?: 'mysql' | 'mariadb';
}

const unsupported = 'unsupported-statement';
const invalid = 'invalid-statement';

const refusals: readonly Refused[] = [
  { statement: 'ALTER TABLE a ENGINE=MyISAM', code: unsupported },
  { statement: 'ALTER TABLE a ENGINE=MEMORY, ADD COLUMN gone INT', code: unsupported },
  { statement: 'ALTER TABLE a ADD COLUMN gone INT, ENGINE=CSV', code: invalid },
  { statement: 'ALTER TABLE a ENGINE=Aria', code: unsupported, on: 'mariadb' },
  { statement: "ALTER TABLE a ENCRYPTION='Y', ADD COLUMN gone INT", code: invalid, on: 'mysql' },
  { statement: 'ALTER TABLE a ADDD COLUMN gone INT', code: invalid },
  { statement: 'ALTER TABLE a ADD COLUMN gone INT, ADD COLUMN v INT', code: invalid },
  { statement: 'ALTER TABLE a DROP COLUMN watched', code: 'unsupported-table' },
  { statement: 'ALTER TABLE a DROP COLUMN watched', code: 'unsupported-table', flags: ['--algorithm', 'copy'] },
  { statement: 'ALTER TABLE a DROP PRIMARY KEY', code: 'unsupported-table', flags: ['--algorithm', 'copy'] },
  { statement: 'ALTER IGNORE TABLE a ADD UNIQUE gone (v)', code: 'statement-not-allowed', on: 'mariadb' },
  { statement: 'ALTER TABLE a ADD COLUMN gone INT, RENAME TO b', code: unsupported },
  { statement: 'ALTER TABLE a ADD FOREIGN KEY gone (v) REFERENCES nowhere (id)', code: invalid },
  { statement: 'CREATE TABLE a (gone INT PRIMARY KEY)', code: invalid },
];

/** Each is innocent. */
const innocent: readonly string[] = [
  'ALTER TABLE a ADD COLUMN x INT',
  'ALTER TABLE a ADD COLUMN z INT, ALGORITHM=INSTANT',
  'ALTER TABLE a FORCE',
  'ALTER TABLE a DISABLE KEYS',
  'ALTER TABLE a MODIFY v BIGINT',
];

for (const server of testServers()) {
  describe(`behind a refused statement, on ${server.name}`, { timeout: 600_000 }, () => {
    let home: TestDatabase;
    let folder: string;

    before(async () => {
      home = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'ghostship-refused-'));
      await mkdir(join(folder, 'migrations'));
      await home.query('CREATE TABLE a (id INT PRIMARY KEY, v INT, watched INT)');
      await home.query('CREATE TABLE log (id INT)');
      await home.query('CREATE TRIGGER watch AFTER INSERT ON a FOR EACH ROW INSERT INTO log VALUES (NEW.watched)');
    });
    after(async () => {
      await home[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    const plan = async (statements: readonly string[], flags: readonly string[]): Promise<readonly Planned[]> => {
      await writeFile(join(folder, 'migrations/1.sql'), `${statements.join(';\n')};\n`);
      const allowed = 'multiple-alters-same-table,drop-column,drop-table,rename-table,drop-primary-key,add-foreign-key';
      await run(folder, ['plan', '--target', home.url, '--allow', allowed, '--json', 'plan.json', ...flags]);
      return ((await readJson(folder, 'plan.json')) as { statements: readonly Planned[] }).statements;
    };

    for (const { statement, code, flags = [] } of casesFor(server, refusals, ({ on }) => on)) {
      test(`${[statement, ...flags].join(' ')}: ${code}`, async () => {
        const alone = await plan(innocent, flags);
        const [refused, ...behind] = await plan([statement, ...innocent], flags);
        assert.deepEqual([refused?.kind, refused?.error?.code], ['refused', code], JSON.stringify(refused));
        assert.deepEqual(behind.map(outlook), alone.map(outlook));
        for (const { warnings, error } of behind)
          assert.match(
            (warnings ?? [error?.message]).join('\n'),
            /An earlier statement that names a fails \(migrations\/1\.sql:1\)/u,
          );
      });
    }

    test('a statement that refers to a new table that is refused', async () => {
      const key = 'ALTER TABLE log ADD CONSTRAINT to_new FOREIGN KEY (id) REFERENCES fresh (id)';
      const [, behind] = await plan(['CREATE TABLE fresh (id INTT PRIMARY KEY)', key], []);
      assert.match(
        behind?.error?.message ?? '',
        /An earlier statement that names fresh fails \(migrations\/1\.sql:1\)/u,
      );
    });
  });
}

interface Planned {
  readonly kind: string;
  readonly before?: string;
  readonly after?: string;
  readonly warnings?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
}

function outlook({ kind, before: was, after: is, error }: Planned): unknown {
  return { kind, was, is, code: error?.code };
}
