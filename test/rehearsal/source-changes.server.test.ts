import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { start } from '../cli/cli.ts';
import { casesFor, catchUp, releaseOf } from '../support/servers/index.ts';
import { Pair } from './support/pair.ts';

const rows = 2_000;
const alter = 'ALTER TABLE t MODIFY v VARCHAR(300) NOT NULL, MODIFY u BIGINT';
const held = ['--alter', alter, '--max-load', 'Threads_connected=0', '--max-lag', '10m'];

/** What the source does to the table while it is rehearsed. */
const changes: Readonly<Record<string, (pair: Pair) => Promise<unknown>>> = {
  'alters the table': (pair) => pair.database.query('ALTER TABLE t ADD extra INT'),
  'empties the table': (pair) => pair.database.query('TRUNCATE TABLE t'),
  'renames the table': (pair) => pair.database.query('RENAME TABLE t TO elsewhere, elsewhere TO t'),
  'migrates the table': async (pair) => {
    const target = `${pair.source.url}${pair.database.name}`;
    const { exitCode, stderr } = await start(tmpdir(), ['migrate', '--target', target, '--alter', alter]).ended;
    assert.equal(exitCode, 0, stderr);
  },
};

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a rehearsal on ${name} ends where its source`, { concurrency: 1, timeout: 300_000 }, () => {
    let pair: Pair;
    before(async () => {
      pair = await Pair.open(name);
    });
    after(() => pair[Symbol.asyncDispose]());

    for (const [what, change] of casesFor(releaseOf(name), Object.entries(changes))) {
      it(what, async () => {
        await pair.fill(rows);
        const { finished } = pair.rehearse(...held);
        await pair.untilState('copying');
        await change(pair);
        const { exitCode, output, run } = await finished;
        assert.equal(exitCode, 1, output);
        assert.equal(run.migrations[0]?.error?.code, 'original-changed', output);
        await pair.expectUnharmed();
      });
    }

    it('waits to change the definition, and lets it', async () => {
      await pair.fill(rows);
      const reader = await pair.openOnReplica();
      const { finished } = pair.rehearse(...held);
      await pair.untilState('copying');
      // Somebody else keeps it from the source just as a long statement of ours would.
      await reader.query(`BEGIN`);
      await reader.query(`SELECT * FROM ${pair.database.name}.t LIMIT 1`);
      await pair.database.query('ALTER TABLE t ADD extra INT');
      const { run, output } = await finished;
      assert.equal(run.migrations[0]?.error?.code, 'original-changed', output);
      assert.match(run.migrations[0]?.error?.message ?? '', /made way for it/u);
      await reader.end();
      await catchUp(pair.replica, pair.source);
      await pair.expectUnharmed();
    });

    it('is migrating the table already', async () => {
      await pair.fill(rows);
      const target = `${pair.source.url}${pair.database.name}`;
      const migration = start(tmpdir(), ['migrate', '--target', target, '--alter', alter, '--cutover', 'wait']);
      await pair.untilState('waiting_for_cutover', 't_ghc');
      const refused = await pair.rehearse('--alter', alter).finished;
      assert.equal(refused.exitCode, 1, refused.output);
      assert.equal(refused.run.migrations[0]?.error?.code, 'already-running');
      migration.kill('SIGINT');
      await migration.ended;
      // It has yielded: its tables are there still.
      const yielded = await pair.rehearse('--alter', alter).finished;
      assert.equal(yielded.run.migrations[0]?.error?.code, 'already-running');
      const aborted = await start(tmpdir(), ['abort', '--target', target]).ended;
      assert.equal(aborted.exitCode, 0, aborted.stderr);
      await catchUp(pair.replica, pair.source);
      const { exitCode, output } = await pair.rehearse('--alter', alter).finished;
      assert.equal(exitCode, 0, output);
      await pair.expectUnharmed();
    });
  });
}
