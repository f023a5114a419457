import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  casesFor,
  createDatabase,
  query,
  startServer,
  type TestDatabase,
  testServers,
} from '../support/servers/index.ts';
import { type CliRun, run } from './cli.ts';

/* Tables that are made and dropped, and the foreign keys between them. */

for (const server of testServers()) {
  describe(`foreign keys of new and dropped tables on ${server.name}`, { timeout: 120_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-keys-'));
      database = await createDatabase(server);
    });
    beforeEach(async () => {
      await database.query('DROP TABLE IF EXISTS c, c_del');
      await database.query('DROP TABLE IF EXISTS p, p_del, ghostship_migrations');
      await database.query('CREATE TABLE p (id INT PRIMARY KEY)');
      await database.query('INSERT INTO p VALUES (1), (2)');
    });
    after(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    const ghostship = (command: 'plan' | 'migrate', statement: string): Promise<CliRun> =>
      run(folder, [command, '--target', database.url, '--alter', statement, '--allow', 'drop-table']);
    const createChild = (): Promise<unknown> =>
      database.query(
        'CREATE TABLE c (id INT PRIMARY KEY, p_id INT, KEY (p_id), CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES p (id))',
      );

    test('a table that refers to none is not created, whatever the server does by default', async () => {
      await using lenient = await startServer({ name: server.flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11' });
      await query(lenient, 'SET GLOBAL foreign_key_checks = 0');
      await using place = await createDatabase(lenient);
      const statement = 'CREATE TABLE c (id INT PRIMARY KEY, p_id INT, FOREIGN KEY (p_id) REFERENCES nowhere (id))';
      const { exitCode, stderr } = await run(folder, ['migrate', '--target', place.url, '--alter', statement]);
      assert.equal(exitCode, 1);
      assert.match(stderr, /\[invalid-statement\]/u);
      await assert.rejects(place.query('SELECT 1 FROM c'));
    });

    test('a dropped table holds back no rows and no names', async () => {
      await createChild();
      await database.query('INSERT INTO c VALUES (1, 1)');
      assert.equal((await ghostship('migrate', 'DROP TABLE c')).exitCode, 0);
      assert.deepEqual(await database.query('SELECT p_id FROM c_del'), [{ p_id: 1 }]);
      await database.query('DELETE FROM p WHERE id = 1');
      await createChild();
    });

    const inPlace = ['ADD z INT, ADD INDEX iv (v)', 'MODIFY v INT NOT NULL', 'ADD z INT, FORCE'];
    for (const clauses of casesFor(server, inPlace)) {
      test(`on a large table that others refer to the server does in place what it can: ${clauses}`, async () => {
        await database.query('ALTER TABLE p ADD v INT DEFAULT 1');
        const values = Array.from({ length: 10_000 }, (_, index) => `(${index + 3}, 1)`);
        await database.query(`INSERT INTO p VALUES ${values.join()}`);
        await createChild();
        const planned = await ghostship('plan', `ALTER TABLE p ${clauses}`);
        assert.equal(planned.exitCode, 0, planned.stdout + planned.stderr);
        assert.match(planned.stdout, /→ in place: /u);
        const migrated = await ghostship('migrate', `ALTER TABLE p ${clauses}`);
        assert.equal(migrated.exitCode, 0, migrated.stdout + migrated.stderr);
        assert.equal((await database.query('SELECT COUNT(*) AS n FROM p'))[0]?.n, 10_002);
        assert.equal((await ghostship('plan', 'ALTER TABLE p MODIFY v BIGINT')).exitCode, 1);
      });
    }

    test('rows that do not fit are told before the server begins', async () => {
      await database.query('ALTER TABLE p ADD v INT');
      const values = Array.from({ length: 10_000 }, (_, index) => `(${index + 3}, 1)`);
      await database.query(`INSERT INTO p VALUES ${values.join()}`);
      await createChild();
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command, 'ALTER TABLE p MODIFY v INT NOT NULL');
        assert.equal(exitCode, 1, command);
        assert.match(stdout + stderr, /v is NULL in 2 rows/u, command);
      }
    });

    test('where a copy is asked for, plan and migrate say alike what stands in its way, however it is asked', async () => {
      await createChild();
      const place = await mkdtemp(join(folder, 'copy-'));
      await writeFile(join(place, '1.sql'), 'ALTER TABLE c ADD z INT;\n');
      const asked = ['--target', database.url, '--files', '*.sql'];
      const refuse = async (...more: readonly string[]): Promise<void> => {
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await run(place, [command, ...asked, ...more]);
          assert.equal(exitCode, 1, `${command}: ${stdout}${stderr}`);
          assert.match(stdout + stderr, /c has foreign keys: c_fk/u, command);
        }
      };
      await refuse('--algorithm', 'copy');
      await writeFile(join(place, 'ghostship.yml'), 'algorithm: copy\n');
      await refuse('--config', 'ghostship.yml');
      const dropped = [...asked, '--config', 'ghostship.yml', '--foreign-keys', 'drop'];
      const planned = await run(place, ['plan', ...dropped]);
      assert.match(planned.stdout, /→ copy of .* The option algorithm asks for a copy\./u);
      assert.equal((await run(place, ['migrate', ...dropped])).exitCode, 0);
    });

    test('plan and migrate refuse to drop a table that others refer to', async () => {
      await createChild();
      for (const command of ['plan', 'migrate'] as const) {
        const { exitCode, stdout, stderr } = await ghostship(command, 'DROP TABLE p');
        assert.equal(exitCode, 1, command);
        assert.match(stdout + stderr, /Foreign keys point to p: c \(c_fk\)/u, command);
      }
    });

    test('so they do where the other is a namesake in another schema', async () => {
      await using other = await createDatabase(server);
      await other.query(`CREATE TABLE p (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES ${database.name}.p (id))`);
      const { exitCode, stderr } = await ghostship('migrate', 'DROP TABLE p');
      assert.equal(exitCode, 1);
      assert.match(stderr, new RegExp(`Foreign keys point to p: ${other.name}\\.p`, 'u'));
    });

    test('a file may drop the child before its parent', async () => {
      await createChild();
      const place = await mkdtemp(join(folder, 'files-'));
      await writeFile(join(place, '1.sql'), 'DROP TABLE c;\nDROP TABLE p;\n');
      for (const command of ['plan', 'migrate']) {
        const args = [command, '--target', database.url, '--files', '*.sql', '--allow', 'drop-table'];
        const { exitCode, stdout, stderr } = await run(place, args);
        assert.equal(exitCode, 0, `${command}\n${stdout}\n${stderr}`);
      }
      assert.deepEqual(await database.query('SELECT id FROM p_del'), [{ id: 1 }, { id: 2 }]);
    });
  });
}
