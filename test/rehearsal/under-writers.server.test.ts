import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { start } from '../cli/cli.ts';
import { Pair } from './support/pair.ts';

const rows = 20_000;
const alter = 'ALTER TABLE t MODIFY v VARCHAR(300) NOT NULL, MODIFY u BIGINT';

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a rehearsal on ${name}`, { concurrency: 1, timeout: 300_000 }, () => {
    let pair: Pair;
    before(async () => {
      pair = await Pair.open(name);
    });
    after(() => pair[Symbol.asyncDispose]());

    it('is verified among the changes that arrive, and leaves nothing', async () => {
      await pair.fill(rows);
      {
        await using writing = await pair.write(8, rows);
        await using watching = pair.watchLockWaits();
        const { exitCode, output, run } = await pair.rehearse('--alter', alter, '--algorithm', 'copy').finished;
        const [migration] = run.migrations;
        assert.equal(exitCode, 0, output);
        assert.equal(migration?.state, 'completed');
        assert.equal(migration.tableState, 'unchanged');
        assert.equal(migration.algorithm, 'copy');
        assert.equal(migration.verified?.differences, 0);
        assert.ok(migration.rowsCopied > rows / 2);
        assert.ok(migration.changesApplied > 0, `none of ${writing.written()} changes was applied`);
        assert.ok((migration.rehearsal?.binlogBytes ?? 0) > rows * 60);
        assert.match(output, /not swapped in/u);
        assert.deepEqual(watching.waits(), [], 'replication waited for a lock of the rehearsal');
      }
      await pair.expectUnharmed();
    });

    it('tells about how much binary log the migration will write, and so does the plan', async () => {
      const { source, replica, database } = pair;
      const numbers = 'WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 900) SELECT n FROM s';
      // Where rows are short, most of a page is none of theirs.
      await database.query('CREATE TABLE narrow (id INT PRIMARY KEY AUTO_INCREMENT, n SMALLINT)');
      for (let times = 0; times < 20; times++) await database.query(`INSERT INTO narrow (n) ${numbers}`);
      await pair.fill(rows);
      for (const statement of [alter, 'ALTER TABLE narrow MODIFY n INT']) {
        const options = ['--alter', statement, '--algorithm', 'copy'];
        const { run } = await pair.rehearse(...options).finished;
        const onReplica = ['--replica', `${replica.url}${database.name}`, '--json', '-'];
        const plan = await start(tmpdir(), ['plan', ...options, ...onReplica]).ended;
        const before = await pair.loggedBytes();
        const target = `${source.url}${database.name}`;
        const { exitCode, stderr } = await start(tmpdir(), ['migrate', '--target', target, ...options]).ended;
        assert.equal(exitCode, 0, stderr);
        const written = (await pair.loggedBytes()) - before;
        const [planned] = (JSON.parse(plan.stdout) as { statements: { estimate: { binlogBytes: number } }[] })
          .statements;
        for (const told of [run.migrations[0]?.rehearsal?.binlogBytes, planned?.estimate.binlogBytes]) {
          const share = (told ?? 0) / written;
          assert.ok(share > 0.75 && share < 1.1, `it told of ${Math.round(share * 100)} % of what was written`);
        }
      }
      await database.query('DROP TABLE narrow');
      await pair.expectUnharmed();
    });

    it('goes on where the replica begins a new file of its log', async () => {
      await pair.fill(500);
      const { finished } = pair.rehearse(
        '--alter',
        'ALTER TABLE t MODIFY v VARCHAR(310) NOT NULL',
        '--algorithm',
        'copy',
      );
      await pair.untilThere('t_rhc', 1);
      await pair.onReplica('FLUSH LOCAL BINARY LOGS');
      const { exitCode, output } = await finished;
      assert.equal(exitCode, 0, output);
      await pair.expectUnharmed();
    });

    it('takes a schema of its own where names of constraints need one', async () => {
      await pair.fill(500);
      await pair.database.query('ALTER TABLE t ADD CONSTRAINT positive CHECK (u > 0)');
      await pair.catchUp();
      const { exitCode, output } = await pair.rehearse('--alter', 'ALTER TABLE t MODIFY u BIGINT UNSIGNED').finished;
      assert.equal(exitCode, 0, output);
      await pair.expectUnharmed();
    });

    it('ends where replication stops', async () => {
      await pair.fill(500);
      const { finished } = pair.rehearse(
        '--alter',
        'ALTER TABLE t MODIFY u BIGINT',
        '--max-load',
        'Threads_connected=0',
      );
      await pair.untilState('copying');
      const replica = name === 'mysql-9.7' ? 'REPLICA' : 'SLAVE';
      await pair.onReplica(`STOP ${replica} SQL_THREAD`);
      const { exitCode, run } = await finished;
      await pair.onReplica(`START ${replica}`);
      assert.equal(exitCode, 1);
      assert.match(run.migrations[0]?.error?.message ?? '', /Replication stopped/u);
      await pair.expectUnharmed();
    });
  });
}
