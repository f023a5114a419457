import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testServers } from '../support/servers/index.ts';
import { expectTables, openScene } from './support/scene.ts';

/* A retired table that is kept for a time is dropped by `cleanup` once that is over, and never before. */

const statement = 'ALTER TABLE t ADD COLUMN added INT';

for (const server of testServers()) {
  describe(`a retired table with a time on ${server.name}`, { timeout: 300_000 }, () => {
    test('is kept until then', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate(statement, '--retired', 'keep 7d');
      for (const more of [[], ['--dry-run'], ['--retired', 'keep']]) {
        const { stdout } = await scene.ship('cleanup', ...more);
        assert.match(stdout, more[0] === '--retired' ? /Kept t_del: / : /Kept t_del: it is kept for another 7 days/u);
      }
      await expectTables(scene, ['t_del']);
      assert.match((await scene.ship('cleanup', '--retired', 'drop')).stdout, /Dropped t_del/u);
      await expectTables(scene, []);
    });

    test('is dropped when it is over, without another word', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate(statement, '--retired', 'keep 8d');
      await later(7);
      assert.match((await scene.ship('cleanup')).stdout, /Kept t_del: it is kept for another 24 h/u);
      await later(1);
      assert.match((await scene.ship('cleanup', '--retired', 'keep')).stdout, /Kept t_del/u);
      assert.match((await scene.ship('cleanup', '--dry-run')).stdout, /Would drop t_del/u);
      await expectTables(scene, ['t_del']);
      assert.match((await scene.ship('cleanup')).stdout, /Dropped t_del/u);
      await expectTables(scene, []);

      async function later(days: number): Promise<void> {
        await scene.query(`UPDATE ghostship_migrations SET finished_at = finished_at - INTERVAL ${days} DAY`);
      }
    });

    test('of an earlier migration does not end the time of a later one', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate(statement, '--retired', 'keep 1d');
      await scene.query('UPDATE ghostship_migrations SET finished_at = finished_at - INTERVAL 2 DAY');
      await scene.query('DROP TABLE t_del');
      await scene.migrate('ALTER TABLE t ADD COLUMN more INT');
      assert.match((await scene.ship('cleanup')).stdout, /Kept t_del/u);
      await expectTables(scene, ['t_del']);
    });

    test('is kept where somebody has altered it since, and may have written to it', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate(statement, '--retired', 'keep 1d');
      await scene.query('ALTER TABLE t_del ADD COLUMN theirs INT');
      await scene.query('UPDATE ghostship_migrations SET finished_at = finished_at - INTERVAL 2 DAY');
      for (const more of [['--dry-run'], [], ['--retired', 'drop']])
        assert.match((await scene.ship('cleanup', ...more)).stdout, /Kept t_del: .*somebody has altered it since/u);
      await expectTables(scene, ['t_del']);
    });

    test('is dropped where it was only built anew', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate(statement, '--retired', 'keep 1d');
      await scene.query('ALTER TABLE t_del FORCE');
      await scene.query('UPDATE ghostship_migrations SET finished_at = finished_at - INTERVAL 2 DAY');
      assert.match((await scene.ship('cleanup')).stdout, /Dropped t_del/u);
    });

    test('is not the one that a revert has brought back', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate(statement, '--retired', 'keep 1d');
      assert.equal((await scene.ship('revert')).exitCode, 0);
      await scene.query('UPDATE ghostship_migrations SET finished_at = finished_at - INTERVAL 2 DAY');
      await scene.query('CREATE TABLE t_del (id INT)');
      await scene.ship('cleanup');
      await expectTables(scene, ['t_del']);
    });
  });
}
