import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refuseWarnings } from '../../src/engine/copy/warnings.ts';
import { connect } from '../../src/mysql/session.ts';
import { raw } from '../../src/sql/sql.ts';
import type { ErrorCode } from '../../src/support/errors.ts';
import { expectFailed, expectNothingLeft } from '../faults/support/judge.ts';
import { requestFor } from '../faults/support/request.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial } from '../faults/support/trial.ts';
import { casesFor, type Flavor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { change } from './support/moments.ts';

/** A row that comes after the table was looked through, and that the altered table cannot hold as it is. */
interface Misfit {
  readonly alter: string;
  /** `§` is the table. */
  readonly row: string;
  readonly code: ErrorCode;
  /** What `v` is before that. */
  readonly value?: string;
  /** MariaDB makes errors of all warnings there are. */
  readonly on?: Flavor;
}

const usualValue = "'as it was'";

const misfits: Readonly<Record<string, Misfit>> = {
  'a text that is cut off': {
    alter: 'ALTER TABLE t MODIFY v VARCHAR(12)',
    row: "INSERT INTO § (id, v) VALUES (3500, 'thirteen here')",
    code: 'data-does-not-fit',
  },
  'a number out of range': {
    alter: 'ALTER TABLE t MODIFY n SMALLINT',
    row: 'INSERT INTO § (id, n) VALUES (3500, 70000)',
    code: 'data-does-not-fit',
  },
  'a NULL under NOT NULL': {
    alter: 'ALTER TABLE t MODIFY n INT NOT NULL',
    row: 'INSERT INTO § (id, n) VALUES (3500, NULL)',
    code: 'data-does-not-fit',
  },
  'a label that is no more': {
    alter: "ALTER TABLE t MODIFY v ENUM ('as it was')",
    row: "INSERT INTO § (id, v) VALUES (3500, 'another')",
    code: 'data-does-not-fit',
  },
  'a duplicate under a new unique key': {
    alter: 'ALTER TABLE t ADD UNIQUE KEY by_number (n)',
    row: 'INSERT INTO § (id, n) VALUES (3500, 7)',
    code: 'duplicate-rows',
  },
  'a value that is lost with no more than a warning': {
    alter: 'ALTER TABLE t ADD COLUMN plain BLOB AS (UNCOMPRESS(v)) STORED',
    row: "INSERT INTO § (id, v) VALUES (3500, 'long, and nothing that was compressed')",
    code: 'unexpected-warning',
    value: 'NULL',
    on: 'mysql',
  },
};

/**
 * I5. What does not fit as it is stops the migration, whether it is copied or applied.
 * Seen to fail: the first four without STRICT_ALL_TABLES (`copySqlMode`), the one with a warning without `refuseWarnings`,
 * the duplicate with REPLACE in place of INSERT in the apply (`copyKeys`).
 */
describe('a row that does not fit', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    for (const [what, misfit] of casesFor(server, Object.entries(misfits), ([, { on }]) => on)) {
      it(`stops the copy: ${what}, on ${server.name}`, () => whileCopying(server, misfit));
      // The copy hands duplicates over to the apply, whose patience with them is long.
      if (misfit.code !== 'duplicate-rows')
        it(`stops the apply: ${what}, on ${server.name}`, () => atTheGate(server, misfit));
    }
    it(`is told by a list of warnings that was cut short, on ${server.name}`, () => cutShort(server));
  }
});

async function whileCopying(server: ServerAddress, { alter, row, code, value = usualValue }: Misfit): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 3_000, value });
  const copying = trial.tap.holdStatement(s.copyChunk);
  const run = trial.migrate({ alter, options: { workers: 1, verify: 'off' } });
  const { release } = await run.reach(copying);
  await change(trial, row);
  release();
  await expectFailed(trial, run, code);
  await expectNothingLeft(trial);
}

async function atTheGate(server: ServerAddress, { alter, row, code, value = usualValue }: Misfit): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 500, value });
  const run = trial.migrate({ alter, options: { cutover: 'wait', verify: 'off' } });
  await run.until('waiting_for_cutover');
  await change(trial, row);
  await trial.command('cutover');
  await expectFailed(trial, run, code);
  await expectNothingLeft(trial);
}

/**
 * The count is the statement's own and complete; the list may hold nothing but the harmless ones.
 * Seen to fail with the length of the list not compared with the count.
 */
async function cutShort(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 10 });
  await using session = await connect(requestFor(trial, {}).target, 'warning');
  await session.run(raw('SET SESSION max_error_count = 2'));
  await session.run(raw('DROP TABLE IF EXISTS none, nothing, nobody'));
  const warn = (): Promise<void> => refuseWarnings(session, 3, 'looking for nothing');
  await assert.rejects(warn, { code: 'unexpected-warning', message: /not all of them could be read/u });
}
