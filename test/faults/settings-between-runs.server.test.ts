import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { casesFor, query, type RunningServer, releaseOf, startServer } from '../support/servers/index.ts';
import { expectCompleted } from './support/judge.ts';
import { openTrial, type Trial } from './support/trial.ts';

/* What is no fault of the table, and happens before the next run comes. */

const columns =
  "id INT AUTO_INCREMENT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT, w TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', UNIQUE KEY by_u (u)";

interface Case {
  readonly what: string;
  readonly atFirst: string;
  readonly later: string;
  /** Where the copy cannot be used. */
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    what: 'the server has another time zone',
    atFirst: "SET GLOBAL time_zone = '+01:00'",
    later: "SET GLOBAL time_zone = '+05:00'",
    says: /time zone was \+01:00 then, and is \+05:00 now/u,
  },
  {
    what: 'the server has another sql_mode',
    atFirst: "SET GLOBAL sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE'",
    later: "SET GLOBAL sql_mode = ''",
    says: /sql_mode was STRICT_ALL_TABLES,NO_ZERO_DATE then, and is empty now/u,
  },
];

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`on ${name}`, { timeout: 120_000 }, () => {
    let server: RunningServer;
    before(async () => {
      server = await startServer({ name });
    });
    after(() => server[Symbol.asyncDispose]());

    for (const { what, atFirst, later, says } of casesFor(releaseOf(name), cases)) {
      it(what, async () => {
        await query(server, atFirst);
        await using trial = await openTrial(server, { columns });
        await yieldAtGate(trial);
        await query(server, later);
        const { resumed, notices } = await goOn(trial);
        if (!resumed) assert.match(notices, says);
        assert.doesNotMatch(notices, /altered/u);
      });
    }

    it('the changelog is empty', async () => {
      await using trial = await openTrial(server, { columns });
      await yieldAtGate(trial);
      await trial.query('TRUNCATE t_ghc');
      const { resumed, notices } = await goOn(trial);
      assert.equal(resumed, false);
      assert.match(notices, /What the last run has copied cannot be used: it has left no checkpoint\./u);
    });
  });
}

async function yieldAtGate(trial: Trial): Promise<void> {
  const { state } = await trial.migrate({ options: { cutover: 'wait', gate: 'yield' } }).outcome;
  assert.equal(state, 'yielded');
}

async function goOn(trial: Trial): Promise<{ resumed: boolean; notices: string }> {
  const run = trial.migrate();
  const { resumed } = await expectCompleted(trial, run);
  return { resumed, notices: JSON.stringify(run.events.filter(({ type }) => type === 'notice')) };
}
