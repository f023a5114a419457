import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { commentPage } from '../../src/report/fit.ts';
import { noLinks } from '../../src/report/links.ts';
import { rehearsalMarkdown } from '../../src/report/rehearsal-markdown.ts';
import { start } from '../cli/cli.ts';
import { Pair } from './support/pair.ts';

/* A replica that is kept behind on purpose is not behind by that, and whoever reads of its lag is told of its delay. */

const args = ['--alter', 'ALTER TABLE t MODIFY v VARCHAR(300) NOT NULL', '--algorithm', 'copy'];
const delayed = {
  'mysql-9.7': ['STOP REPLICA', 'CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 3600', 'START REPLICA'],
  'mariadb-10.11': ['STOP SLAVE', 'CHANGE MASTER TO MASTER_DELAY = 3600', 'START SLAVE'],
} as const;

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a replica with a delay on ${name}`, { timeout: 300_000 }, () => {
    it('has it named beside its lag', async () => {
      await using pair = await Pair.open(name);
      await pair.fill(500);
      const before = await pair.rehearse(...args).finished;
      assert.equal(before.run.migrations[0]?.rehearsal?.delayMs, 0);
      assert.doesNotMatch(before.output, /delay/u);

      for (const statement of delayed[name]) await pair.onReplica(statement);
      await pair.database.query('UPDATE t SET u = u + 1000');
      const { exitCode, output, run } = await pair.rehearse(...args).finished;
      assert.equal(exitCode, 0, output);
      assert.equal(run.migrations[0]?.rehearsal?.delayMs, 3_600_000);
      assert.match(output, /the replica was \d+ ms behind at most, beside its delay of 1 h/u);
      const page = rehearsalMarkdown(run, noLinks, '0123456789', commentPage);
      assert.match(page, /lag of [^<]* at most, beside its delay of 1[^<]{1,6}h/u);

      const replica = ['--replica', `${pair.replica.url}${pair.database.name}`];
      const target = ['--target', `${pair.source.url}${pair.database.name}`];
      const planned = await start(tmpdir(), ['plan', ...target, ...replica, ...args]).ended;
      assert.match(
        planned.stdout.replaceAll(/\s+/gu, ' '),
        /The test replica is set to a delay of 3600 s behind its source/u,
        planned.stderr,
      );
    });
  });
}
