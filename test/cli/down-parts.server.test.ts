import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Files of migration tools hold what undoes a change beside the change: it is told, and not run. */

const up = 'ALTER TABLE users ADD COLUMN x INT;';
const down = 'ALTER TABLE users DROP COLUMN x;';

const layouts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'golang-migrate': { '000001_x.up.sql': up, '000001_x.down.sql': down },
  Flyway: { 'V1__x.sql': up, 'U1__x.sql': down },
  'callbacks and baselines of Flyway': {
    'V1__x.sql': up,
    'afterMigrate.sql': down,
    'beforeMigrate__x.sql': down,
    'B1__all.sql': up,
  },
  goose: { '1_x.sql': `-- +goose Up\n${up}\n-- +goose Down\n${down}\n` },
  'sql-migrate': { '1_x.sql': `-- +migrate Up\n${up}\n-- +migrate Down\n${down}\n` },
  dbmate: { '1_x.sql': `-- migrate:up\n${up}\n-- migrate:down\n${down}\n` },
  Liquibase: { '1_x.sql': `--liquibase formatted sql\n--changeset mona:1\n${up}\n--rollback ${down}\n` },
  MyBatis: { '1_x.sql': `--// It's x.\n${up}\n--//@UNDO\n${down}\n` },
  'a heading': { '1_x.sql': `${up}\n-- rollback\n${down}\n` },
};

for (const server of testServers()) {
  describe(`parts that undo others on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
    });
    after(() => database[Symbol.asyncDispose]());
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-down-'));
      await mkdir(join(folder, 'migrations'));
      await database.query('DROP TABLE IF EXISTS users, ghostship_migrations');
      await database.query('CREATE TABLE users (id INT PRIMARY KEY)');
    });
    after(() => rm(folder, { recursive: true }));

    const write = (name: string, text: string): Promise<void> => writeFile(join(folder, 'migrations', name), text);
    const ship = (command: string) => run(folder, [command, '--target', database.url, '--allow', 'drop-column']);
    const columns = async (): Promise<string[]> =>
      (await database.query('SHOW COLUMNS FROM users')).map(({ Field }) => String(Field));

    test('versions of Flyway run in their order, and what Flyway would not run is told', async () => {
      await write('V1_2__two.sql', 'ALTER TABLE users ADD COLUMN x INT;');
      await write('V1_10__ten.sql', 'ALTER TABLE users ADD COLUMN y INT;');
      await write('seed.sql', 'ALTER TABLE users ADD COLUMN z INT;');
      for (const command of ['lint', 'plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command);
        assert.equal(exitCode, 0, `${command}: ${stdout}${stderr}`);
        assert.match(stdout, /^Run in the order of its path: migrations\/seed\.sql\. Flyway, /mu, command);
      }
      assert.deepEqual(await columns(), ['id', 'x', 'y', 'z']);
    });

    test('what a tool puts values into is refused with its line', async () => {
      await write('V1__x.sql', `${up}\nALTER TABLE users ADD COLUMN y VARCHAR(9) DEFAULT '\${tenant}';\n`);
      for (const command of ['lint', 'plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command);
        assert.equal(exitCode, 1, `${command}: ${stdout}${stderr}`);
        assert.match(stdout + stderr, /V1__x\.sql:2\D[\s\S]*Flyway puts a value in place of \$\{tenant\}/u, command);
      }
      assert.deepEqual(await columns(), ['id']);
    });

    for (const [tool, files] of casesFor(server, Object.entries(layouts))) {
      test(`${tool}: only what is meant to be applied is run`, async () => {
        for (const [name, text] of Object.entries(files)) await write(name, text);
        for (const command of ['lint', 'plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command);
          assert.equal(exitCode, 0, `${command}: ${stdout}${stderr}`);
          assert.match(stdout, /^Not run: migrations\/\S+/mu, command);
          assert.doesNotMatch(stdout, /^ {2}ALTER TABLE users DROP/mu);
        }
        assert.deepEqual(await columns(), ['id', 'x']);
        const [row, ...others] = await database.query('SELECT ordinal, statement_count FROM ghostship_migrations');
        assert.deepEqual([Number(row?.ordinal), Number(row?.statement_count), others.length], [1, 1, 0]);
      });
    }

    test('what is left out may change after the rest was applied', async () => {
      await write('1.sql', `-- +goose Up\n${up}\n-- +goose Down\n${down}\n`);
      assert.equal((await ship('migrate')).exitCode, 0);
      await write('1.sql', `-- +goose Up\n${up}\n-- +goose Down\n-- gone\n`);
      const again = await ship('migrate');
      assert.equal(again.exitCode, 0, again.stderr);
      assert.match(again.stdout, /was applied on/u);
    });

    test('a marker that is not understood stops everything, with its line', async () => {
      await write('0.sql', up);
      await write('1.sql', `-- +goose Up\n${up}\n-- +goose Dwon\n${down}\n`);
      await write('2_rollback.sql', down);
      for (const command of ['lint', 'plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command);
        assert.equal(exitCode, 1, command);
        assert.match(stdout + stderr, /migrations\/1\.sql:3[\s\S]*"-- \+goose Dwon" is not understood/u, command);
        assert.match(stdout + stderr, /2_rollback\.sql[\s\S]*name looks like/u, command);
      }
      assert.deepEqual(await columns(), ['id']);
    });
  });
}
