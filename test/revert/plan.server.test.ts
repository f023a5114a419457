import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { casesFor, testServers } from '../support/servers/index.ts';
import { openScene } from './support/scene.ts';

/* A plan says beforehand what a revert will do, and why there is none. */

const cases: readonly (readonly [statement: string, says: RegExp])[] = [
  ['ALTER TABLE t MODIFY n BIGINT', /With `retired: keep` it can be reverted\.\n/u],
  [
    'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN a INT, ADD COLUMN b INT',
    /can be reverted: the columns a and b would be lost\.\n/u,
  ],
  ['ALTER TABLE t MODIFY n BIGINT, RENAME COLUMN k TO a', /With `retired: keep` it can be reverted\.\n/u],
  ['ALTER TABLE t MODIFY n BIGINT, DROP COLUMN k2', /With `retired: keep` it can be reverted\.\n/u],
  ['ALTER TABLE t MODIFY n BIGINT, DROP COLUMN q', /There is no way back\. [^\n]* no value for q, which is NOT NULL/u],
  ['ALTER TABLE t ADD COLUMN a INT', /There is no way back\. The server changes the table itself/u],
];

/** Rows are found again by a key that both tables have in the same collation. */
const keys: readonly (readonly [columns: string, change: string, isOpen: boolean])[] = [
  ['k VARCHAR(20) PRIMARY KEY, v VARCHAR(20)', 'CONVERT TO CHARACTER SET utf8mb4', false],
  ['k VARCHAR(20) PRIMARY KEY', 'MODIFY k VARCHAR(20) COLLATE latin1_bin NOT NULL', false],
  ['k INT NOT NULL UNIQUE, v INT NOT NULL UNIQUE', 'DROP INDEX k, MODIFY v BIGINT NOT NULL', true],
  ['k VARCHAR(20) NOT NULL UNIQUE, v INT NOT NULL UNIQUE', 'CONVERT TO CHARACTER SET utf8mb4', true],
  ['k INT PRIMARY KEY', 'MODIFY k BIGINT', true],
];

for (const server of testServers()) {
  describe(`a plan on ${server.name}`, { timeout: 300_000 }, () => {
    test('says whether the statement can be reverted', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.query('ALTER TABLE t ADD COLUMN q INT NOT NULL');
      for (const [statement, says] of cases) {
        const { stdout } = await scene.ship('plan', '--alter', statement, '--allow', 'drop-column');
        assert.match(stdout, says, statement);
      }
    });

    for (const [columns, change, isOpen] of casesFor(server, keys)) {
      test(`says of ${columns} and ${change} what the revert will do`, async () => {
        await using scene = await openScene(server, { writers: 0 });
        await scene.query(`CREATE TABLE words (${columns}) DEFAULT CHARSET = latin1`);
        const options = ['--alter', `ALTER TABLE words ${change}`, '--algorithm', 'copy', '--retired', 'keep'];
        const plan = await scene.ship('plan', ...options);
        assert.match(plan.stdout, isOpen ? /can be reverted/u : /There is no way back\. [^\n]*in the same collation/u);
        assert.equal((await scene.ship('migrate', ...options)).exitCode, 0);
        assert.equal((await scene.ship('revert', '--table', 'words')).exitCode, isOpen ? 0 : 1);
      });
    }

    test('a file that was reverted is not run again, and the plan says so', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await mkdir(join(scene.folder, 'migrations'));
      await writeFile(join(scene.folder, 'migrations/1.sql'), 'ALTER TABLE t MODIFY n BIGINT;\n');
      assert.equal((await scene.ship('migrate', '--algorithm', 'copy', '--retired', 'keep')).exitCode, 0);
      assert.equal((await scene.ship('revert')).exitCode, 0);
      const before = await scene.definition();
      assert.match((await scene.ship('plan')).stdout, /applied on [^\n]*, and reverted; it is not run again/u);
      const again = await scene.ship('migrate', '--algorithm', 'copy');
      assert.equal(again.exitCode, 0);
      assert.match(again.stdout, /and is reverted; it is not run again/u);
      assert.equal(await scene.definition(), before);
      assert.match((await scene.ship('status')).stdout, /t: reverted/u);

      await writeFile(join(scene.folder, 'migrations/2.sql'), 'ALTER TABLE t MODIFY n BIGINT;\n');
      assert.equal((await scene.ship('migrate', '--algorithm', 'copy')).exitCode, 0);
      assert.notEqual(await scene.definition(), before);
    });
  });
}
