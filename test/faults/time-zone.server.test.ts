import assert from 'node:assert/strict';
import { it } from 'node:test';
import { query, startServer } from '../support/servers/index.ts';
import { expectCompleted } from './support/judge.ts';
import { openTrial } from './support/trial.ts';

const columns =
  "id INT AUTO_INCREMENT PRIMARY KEY, u INT NULL, v VARCHAR(60), n INT, w TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', UNIQUE KEY by_u (u)";

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  it(`the server has another time zone when the next run comes, on ${name}`, { timeout: 120_000 }, async () => {
    await using server = await startServer({ name });
    await query(server, "SET GLOBAL time_zone = '+01:00'");
    await using trial = await openTrial(server, { columns });
    const gate = { options: { cutover: 'wait', gate: 'yield' } } as const;
    assert.equal((await trial.migrate(gate).outcome).state, 'yielded');
    await query(server, "SET GLOBAL time_zone = '+05:00'");
    const run = trial.migrate();
    const outcome = await expectCompleted(trial, run);
    const notices = JSON.stringify(run.events.filter(({ type }) => type === 'notice'));
    if (!outcome.resumed) assert.match(notices, /time zone was \+01:00 then, and is \+05:00 now/u);
    assert.doesNotMatch(notices, /altered/u);
  });
}
