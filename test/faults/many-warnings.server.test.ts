import { describe, it } from 'node:test';
import { type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectCompleted } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';

/*
 * MySQL warns of each date that it reads from `2024/1/2`, and keeps 1,024 warnings of a statement. A chunk is never that large when
 * it is claimed; rows may come into it before it is copied.
 */
describe('a chunk that warns more often than the server keeps', () => {
  for (const server of testServers().filter(({ flavor }) => flavor === 'mysql')) {
    it(`is copied in smaller parts, on ${server.name}`, () => comesLate(server));
  }
});

/** Seen to fail with the chunk not handed to the applier. */
async function comesLate(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows: 1_500, writers: 0, value: "'2024/1/2'" });
  const copying = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate({ alter: 'ALTER TABLE t MODIFY v DATE, ADD COLUMN added INT NOT NULL DEFAULT 7' });
  const { release } = await run.reach(copying);
  for (const table of ['t', 'control']) {
    await trial.query(`INSERT INTO ${table} (id, u, v, n) SELECT -id, NULL, v, n FROM ${table}`);
  }
  await trial.query('ALTER TABLE control MODIFY v DATE');
  release();
  await expectCompleted(trial, run);
}
