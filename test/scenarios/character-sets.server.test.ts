import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../cli/cli.ts';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';

/* The definition after a migration is the definition after the server's own ALTER, letter by letter. */

const columns: readonly string[] = [
  'inherited VARCHAR(20), long_text TEXT',
  'charset_named VARCHAR(20) CHARACTER SET utf8mb4',
  'collation_named VARCHAR(20) COLLATE utf8mb4_unicode_ci',
  'both_named VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
  'other_collation VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
  'other_charset VARCHAR(20) CHARACTER SET latin1',
  "labels ENUM('a', 'b'), members SET('a', 'b'), fixed CHAR(3)",
];

const tables: readonly string[] = [
  'DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci',
  'DEFAULT CHARSET = utf8mb4',
  'DEFAULT CHARSET = latin1',
  'DEFAULT CHARSET = latin1 COLLATE = latin1_bin',
];

const statements: readonly string[] = [
  'CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
  'CONVERT TO CHARACTER SET utf8mb4',
  'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
  'ADD COLUMN added VARCHAR(9)',
];

/** With a named check the ghost is made in a schema of its own on MySQL. */
const constraints: readonly string[] = ['', ', CONSTRAINT positive CHECK (n > 0), CHECK (n < 90) '];

for (const server of testServers()) {
  describe(`character sets on ${server.name}`, { timeout: 900_000 }, () => {
    let folder = '';
    let ours: TestDatabase;
    let theirs: TestDatabase;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ghostship-charsets-'));
      ours = await createDatabase(server);
      theirs = await createDatabase(server);
    });
    after(async () => {
      await ours[Symbol.asyncDispose]();
      await theirs[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    const definitionIn = async (database: TestDatabase): Promise<string> => {
      const [row] = await database.query('SHOW CREATE TABLE t');
      return String(row?.['Create Table']);
    };
    for (const options of casesFor(server, tables)) {
      for (const constraint of constraints) {
        for (const statement of statements) {
          it(`${statement} where it is ${options}${constraint}`, async () => {
            for (const database of [ours, theirs]) {
              await database.query('DROP TABLE IF EXISTS t, t_del, ghostship_migrations');
              await database.query(
                `CREATE TABLE t (id INT PRIMARY KEY, n INT, ${columns.join()} ${constraint}) ${options}`,
              );
            }
            await theirs.query(`ALTER TABLE t ${statement}`);
            const alter = `ALTER TABLE t ${statement}`;
            const arguments_ = ['migrate', '--target', ours.url, '--alter', alter, '--algorithm', 'copy'];
            const { exitCode, stderr } = await run(folder, arguments_);
            assert.equal(exitCode, 0, stderr);
            assert.equal(await definitionIn(ours), await definitionIn(theirs));
          });
        }
      }
    }
  });
}
