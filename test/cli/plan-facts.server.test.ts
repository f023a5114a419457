import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { PlanReport } from '../../src/commands/plan/plan-report.ts';
import { nothingDestroyed } from '../../src/engine/plan/statement-facts.ts';
import { createDatabase, query, startServer } from '../support/servers/index.ts';
import { readJson, run } from './cli.ts';

/* What a reviewer is told beside the verdict: which server was asked, what is destroyed, what a copy takes, who reads what goes. */

const options = {
  'mysql-9.7': { 'binlog-expire-logs-seconds': '3600' },
  'mariadb-10.11': { 'binlog-expire-logs-seconds': '3600', userstat: 'ON' },
} as const;

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a plan on ${name}`, () => {
    it('tells what a reviewer needs', async () => {
      await using server = await startServer({ name, options: options[name] });
      await using database = await createDatabase(server);
      const folder = await mkdtemp(join(tmpdir(), 'ghostship-facts-'));
      const plan = async (alter: string, flags: readonly string[] = []) => {
        const args = ['plan', '--target', database.url, '--alter', alter, '--json', 'plan.json', ...flags];
        const { stdout, stderr } = await run(folder, args);
        const { statements } = (await readJson(folder, 'plan.json')) as unknown as PlanReport;
        const [statement] = statements;
        assert.ok(statement?.kind === 'planned', `${stdout}${stderr}`);
        return { ...statement, stdout };
      };
      try {
        await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT, p INT, KEY by_n (n), KEY by_p (p))');
        await database.query('INSERT INTO t VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3)');
        await database.query('SELECT p FROM t FORCE INDEX (by_p) WHERE p = 2');

        const dropped = await plan('ALTER TABLE t DROP COLUMN n, DROP KEY by_p', ['--allow', 'drop-column']);
        assert.deepEqual(dropped.facts.destroyed, {
          ...nothingDestroyed,
          columns: ['n'],
          indexes: ['by_n', 'by_p'],
          rows: 3,
        });
        assert.match(dropped.stdout, /Destroyed: the column n and the indexes by_n and by_p, in about 3.rows\./u);
        const ofIndex = (index: string) => dropped.facts.use?.indexes.find((use) => use.name === index)?.rowsRead ?? 0;
        assert.deepEqual([ofIndex('by_p') > 0, ofIndex('by_n')], [true, 0], JSON.stringify(dropped.facts.use));
        const { asked } = dropped.facts;
        assert.deepEqual(
          [asked.port, asked.flavor, asked.role, asked.notChecked],
          [server.port, server.flavor, 'primary', null],
        );

        const renamed = await plan('ALTER TABLE t RENAME COLUMN n TO m, RENAME KEY by_p TO p_only');
        assert.deepEqual(renamed.facts.destroyed, nothingDestroyed);

        const again = await plan('ALTER TABLE t DROP COLUMN n, ADD COLUMN n INT', ['--allow', 'drop-column']);
        assert.deepEqual(again.facts.destroyed.columns, ['n']);

        const copied = await plan('ALTER TABLE t MODIFY n BIGINT', ['--cutover', 'wait', '--gate', 'yield']);
        assert.equal(copied.algorithm, 'copy');
        assert.ok(copied.facts.space !== null && copied.facts.space.peakBytes > copied.facts.space.binlogBytes);
        assert.equal(copied.facts.use, null);
        assert.match(copied.facts.unmeasured ?? '', /^No replica was given, so time, replica lag and the wait/u);
        assert.equal(renamed.algorithm === 'copy' ? null : renamed.facts.unmeasured, null, 'nothing is copied');
        assert.match(copied.warnings.join(), /keeps its binary log for 1 h, and this migration may need 24 h of it/u);
        const held = await plan('ALTER TABLE t MODIFY n BIGINT');
        assert.deepEqual(held.warnings, []);
        await query(server, 'SET GLOBAL binlog_expire_logs_seconds = 0');
        const kept = await plan('ALTER TABLE t MODIFY n BIGINT', ['--cutover', 'wait', '--gate', 'yield']);
        assert.deepEqual(kept.warnings, []);

        const parts = 'PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (9), PARTITION p1 VALUES LESS THAN (99))';
        await database.query(`CREATE TABLE parted (id INT PRIMARY KEY) ${parts}`);
        const emptied = await plan('ALTER TABLE parted DROP PARTITION p0', ['--allow', 'drop-partition']);
        assert.deepEqual(emptied.facts.destroyed, { ...nothingDestroyed, partitions: ['p0'], rows: 'unknown' });
        assert.match(emptied.stdout, /Destroyed: the rows of the partition p0\./u);

        const gone = await plan('DROP TABLE t', ['--allow', 'drop-table']);
        assert.deepEqual(gone.facts.destroyed, {
          isTable: true,
          partitions: [],
          columns: ['id', 'n', 'p'],
          indexes: ['by_n', 'by_p', 'PRIMARY'],
          rows: 3,
        });
        assert.ok((gone.facts.use?.rowsRead ?? 0) > 0);
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it('tells as much of a statement that follows another on the same table', async () => {
      await using server = await startServer({ name });
      await using database = await createDatabase(server);
      const folder = await mkdtemp(join(tmpdir(), 'ghostship-facts-'));
      try {
        await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT, p INT, KEY by_n (n))');
        await database.query('INSERT INTO t VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3)');
        await mkdir(join(folder, 'migrations'));
        const texts = ['MODIFY n BIGINT', 'RENAME COLUMN p TO q', 'MODIFY q BIGINT'];
        const file = texts.map((text) => `ALTER TABLE t ${text};`).join('\n');
        await writeFile(join(folder, 'migrations/1.sql'), file);
        const { stdout, stderr } = await run(folder, ['plan', '--replica', database.url, '--json', 'plan.json']);
        const { statements } = (await readJson(folder, 'plan.json')) as unknown as PlanReport;
        const copied = statements.flatMap((it) => (it.kind === 'planned' && it.algorithm === 'copy' ? [it] : []));
        assert.equal(copied.length, 2, `${stdout}${stderr}`);
        for (const { estimate, deferral, wayBack, facts } of copied) {
          assert.equal(estimate?.sampledRows, 3);
          assert.equal(facts.unmeasured, null);
          assert.ok(deferral !== null && wayBack?.isOpen === true && facts.space !== null);
          assert.equal(facts.asked.notChecked, 'No target is given.');
        }
        const left = await query(server, "SHOW DATABASES LIKE '%\\_ghs'");
        assert.deepEqual(left, []);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
}
