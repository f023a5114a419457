import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { start } from '../cli/cli.ts';
import { casesFor, catchUp, releaseOf } from '../support/servers/index.ts';
import { Pair } from './support/pair.ts';

const rows = 6_000;
const alter = 'ALTER TABLE t MODIFY v VARCHAR(300) NOT NULL, MODIFY u BIGINT';

/** When it dies: tables of it are there then, or may be. */
const moments: Readonly<Record<string, (pair: Pair) => Promise<void>>> = {
  'its changelog is there': (pair) => pair.untilThere('t_rhc', 1),
  'its ghost is there': (pair) => pair.untilThere('t_rho', 0),
  'rows are copied': (pair) => pair.untilThere('t_rho', rows / 3),
};

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a rehearsal that dies on ${name}`, { concurrency: 1, timeout: 300_000 }, () => {
    let pair: Pair;
    before(async () => {
      pair = await Pair.open(name);
    });
    after(() => pair[Symbol.asyncDispose]());

    for (const [moment, until] of casesFor(releaseOf(name), Object.entries(moments))) {
      it(`is cleaned up by the next one, when ${moment}`, async () => {
        await pair.fill(rows);
        {
          await using _writing = await pair.write(2, rows);
          const { process } = pair.rehearse('--alter', alter);
          await until(pair);
          process.kill('SIGKILL');
          await process.ended;
          await catchUp(pair.replica, pair.source);
          await pair.expectReplicating();
          const { exitCode, output } = await pair.rehearse('--alter', alter).finished;
          assert.equal(exitCode, 0, output);
        }
        await pair.expectUnharmed();
      });
    }

    it('is in the way of no migration of the source', async () => {
      await pair.fill(rows);
      const { process } = pair.rehearse('--alter', alter, '--max-load', 'Threads_connected=0');
      await pair.untilThere('t_rho', 0);
      process.kill('SIGKILL');
      await process.ended;
      const target = `${pair.source.url}${pair.database.name}`;
      const { exitCode, stderr } = await start(tmpdir(), ['migrate', '--target', target, '--alter', alter]).ended;
      assert.equal(exitCode, 0, stderr);
      await catchUp(pair.replica, pair.source);
      await pair.expectReplicating();
      const next = await pair.rehearse('--alter', 'ALTER TABLE t MODIFY v VARCHAR(400) NOT NULL, MODIFY u INT')
        .finished;
      assert.equal(next.exitCode, 0, next.output);
      await pair.expectUnharmed();
    });

    it('is cleaned up by cleanup as well, and one that lives is not', async () => {
      await pair.fill(rows);
      const { process } = pair.rehearse('--alter', alter, '--max-load', 'Threads_connected=0');
      await pair.untilState('copying');
      const replica = ['--replica', `${pair.replica.url}${pair.database.name}`];
      const cleanup = async (...args: string[]): Promise<string> =>
        (await start(tmpdir(), ['cleanup', ...replica, ...args]).ended).stdout;
      assert.match(await cleanup(), /Kept t: its rehearsal is running/u);
      process.kill('SIGKILL');
      await process.ended;
      await pair.untilLockIsFree();
      assert.match(await cleanup('--dry-run'), /Would drop t_rho.*Would drop t_rhc/su);
      const both = ['--target', `${pair.source.url}${pair.database.name}`];
      assert.match(await cleanup(...both), /Dropped t_rho.*Dropped t_rhc/su);
      await pair.expectUnharmed();
      assert.match(await cleanup(), /nothing to clean up/u);
    });

    it('removes everything itself when it is interrupted', async () => {
      await pair.fill(rows);
      const { process, finished } = pair.rehearse('--alter', alter, '--max-load', 'Threads_connected=0');
      await pair.untilThere('t_rho', 0);
      process.kill('SIGINT');
      const { exitCode, run } = await finished;
      assert.equal(exitCode, 1);
      assert.equal(run.migrations[0]?.state, 'aborted');
      assert.equal(run.migrations[0]?.tableState, 'unchanged');
      await pair.expectUnharmed();
    });
  });
}
