import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, readJson, run } from './cli.ts';

/* What MySQL does instantly on an empty table and not on this one, and the other way round: the plan says what the migration does. */

interface Case {
  readonly clause: string;
  readonly way: 'instant' | 'copy';
  readonly says?: RegExp;
}

const named: readonly Case[] = [
  { clause: 'ADD CONSTRAINT chk_qty CHECK (qty > 0) NOT ENFORCED', way: 'instant' },
  { clause: 'ADD CHECK (qty > 1) NOT ENFORCED', way: 'instant' },
  { clause: 'ADD COLUMN c INT CONSTRAINT chk_c CHECK (c > 0) NOT ENFORCED', way: 'instant' },
];

const none = /t has no row versions left/u;
const usedUp: readonly Case[] = [
  { clause: 'ADD COLUMN z INT', way: 'copy', says: none },
  { clause: 'DROP COLUMN a', way: 'copy', says: none },
  { clause: 'ADD COLUMN y INT, ADD COLUMN z INT', way: 'copy', says: none },
  { clause: 'ADD COLUMN z INT AS (qty) VIRTUAL', way: 'instant' },
  { clause: 'DROP COLUMN v', way: 'instant' },
  { clause: 'ALTER COLUMN qty SET DEFAULT 4', way: 'instant' },
];

for (const server of testServers().filter(({ flavor }) => flavor === 'mysql')) {
  describe(`the way that was planned on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-way-'));
      database = await createDatabase(server);
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', clause: string): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', `ALTER TABLE t ${clause}`, '--json', 'out.json']);
    const create = async (): Promise<void> => {
      await database.query('DROP TABLE IF EXISTS t, ghostship_migrations');
      await database.query('CREATE TABLE t (id INT PRIMARY KEY, qty INT, a INT, v INT AS (qty + 1) VIRTUAL)');
      await database.query('INSERT INTO t (id, qty, a) VALUES (1, 1, 1)');
    };
    /** Until the server refuses. */
    const useUp = async (): Promise<void> => {
      for (const clause of ['ADD COLUMN x INT', 'DROP COLUMN x'])
        await database.query(`ALTER TABLE t ${clause}, ALGORITHM=INSTANT`);
      await useUp();
    };
    const goesAsPlanned = async ({ clause, way, says }: Case): Promise<void> => {
      const planned = await ghostship('plan', clause);
      assert.equal(planned.exitCode, 0, planned.stdout);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { statements: [{ algorithm: way }] });
      assert.match(planned.stdout, says ?? /touches no row/u);
      assert.doesNotMatch(planned.stdout, /by itself is instant|instant by itself/u);
      const migrated = await ghostship('migrate', clause);
      assert.equal(migrated.exitCode, 0, migrated.stderr);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: [{ algorithm: way }] });
      if (says !== undefined) assert.match(`${migrated.stdout}${migrated.stderr}`, says);
      assert.doesNotMatch(`${migrated.stdout}${migrated.stderr}`, /not on this one/u);
    };

    for (const one of named)
      test(`${one.clause}: ${one.way}`, async () => {
        await create();
        await goesAsPlanned(one);
      });

    for (const one of usedUp)
      test(`${one.clause}, without row versions left: ${one.way}`, async () => {
        await create();
        await assert.rejects(useUp(), /Maximum row versions reached/u);
        await goesAsPlanned(one);
      });

    test('of two statements the first writes the rows anew, so that the second has row versions', async () => {
      await create();
      await assert.rejects(useUp(), /Maximum row versions reached/u);
      await mkdir(join(folder, 'migrations'));
      await writeFile(
        join(folder, 'migrations/1.sql'),
        'ALTER TABLE t ADD COLUMN y INT; ALTER TABLE t ADD COLUMN z INT;',
      );
      const ways = [{ algorithm: 'copy' }, { algorithm: 'instant' }];
      const given = ['--target', database.url, '--json', 'out.json'];
      const planned = await run(folder, ['plan', ...given]);
      assert.equal(planned.exitCode, 0, planned.stdout);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { statements: ways });
      const migrated = await run(folder, ['migrate', ...given]);
      assert.equal(migrated.exitCode, 0, migrated.stderr);
      assert.partialDeepStrictEqual(await readJson(folder, 'out.json'), { migrations: ways });
    });
  });
}
