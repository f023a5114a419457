import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { casesFor, type RunningServer, releaseOf, type ServerName, startServer } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { checkpointOf } from './support/checkpoint.ts';
import { demote, isDemoting, makeMover, mover, takeWrites } from './support/demote.ts';
import { expectNothingLeft, expectSameRows, isAltered } from './support/judge.ts';
import { type Finished, type Moment, openMachine } from './support/machine.ts';
import { statements as s } from './support/statements.ts';
import { openTrial, type Trial } from './support/trial.ts';

/* The source takes no writes any more from a moment on in which the tables are swapped, or just were. */

const dropsChangelog = /^DROP TABLE IF EXISTS .*`t_ghc`/u;
const ledgerEnds = /^UPDATE .*ghostship_migrations` SET state = 'completed', outcome/u;

/** While the lock is held, the server waits with the demotion until it is let go. */
const beforeSwap: Readonly<Record<string, Omit<Moment, 'isAfterSwap'>>> = {
  'before the lock': { when: s.lock, at: 'statement' },
  'under the lock': { when: s.lock, at: 'answer' },
  'before the rename': { when: s.rename, at: 'statement' },
  'while the rename waits': { when: s.dropSentry, at: 'statement' },
  'before the lock is let go': { when: s.unlock, at: 'statement' },
};

interface After extends Omit<Moment, 'isAfterSwap'> {
  /** Until when it takes no writes: the run has noticed, or has ended. */
  readonly until: 'noticed' | 'end';
  /** What the run says of its row in the ledger. */
  readonly ledger: RegExp | null;
}

const swapIsFound = /The next run finds the tables swapped, and writes it down/u;

const afterSwap: Readonly<Record<string, After>> = {
  'before it hears that they are swapped': { when: s.rename, at: 'answer', until: 'end', ledger: swapIsFound },
  'before the old trigger goes': {
    when: /^DROP TRIGGER .*`t_audit`$/u,
    at: 'statement',
    until: 'noticed',
    ledger: null,
  },
  'before the retired table goes': {
    when: /^DROP TABLE IF EXISTS .*_del`/u,
    at: 'statement',
    until: 'noticed',
    ledger: null,
  },
  'before the changelog goes': { when: dropsChangelog, at: 'statement', until: 'end', ledger: swapIsFound },
  'before its end is written down': {
    when: ledgerEnds,
    at: 'statement',
    until: 'end',
    ledger: /The row has its state, and lacks its end and its numbers/u,
  },
};

const notices = /The server takes no writes since t was swapped: t is the altered table/u;
const untrue = /would carry it out again|could not be given their own names|could not be dropped/u;

const besides = [
  'CREATE TABLE IF NOT EXISTS audit (number INT AUTO_INCREMENT PRIMARY KEY, source VARCHAR(10), id INT)',
  "CREATE TRIGGER §_audit AFTER UPDATE ON § FOR EACH ROW INSERT INTO audit (source, id) VALUES ('§', NEW.id)",
];

describe('a source that is demoted at the cutover', { concurrency: 2 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const)
    describe(`on ${name}`, { concurrency: 1 }, () => on(name));
});

function on(name: ServerName): void {
  let server: RunningServer;
  before(async () => {
    server = await startServer({ name, options: { log_bin_trust_function_creators: 'ON' } });
    await makeMover(server);
  });
  after(() => server[Symbol.asyncDispose]());
  // One that failed may have left it demoted.
  beforeEach(() => takeWrites(server));
  for (const [what, moment] of casesFor(releaseOf(name), Object.entries(beforeSwap)))
    it(what, () => runAndFinish(server, { ...moment, isAfterSwap: false }, 'end', null));
  for (const [what, { until, ledger, ...moment }] of casesFor(releaseOf(name), Object.entries(afterSwap)))
    it(what, () => runAndFinish(server, { ...moment, isAfterSwap: true }, until, ledger));
}

async function runAndFinish(
  server: RunningServer,
  moment: Moment,
  until: After['until'],
  ledger: RegExp | null,
): Promise<void> {
  await using trial = await openTrial(server, { besides });
  await using machine = await openMachine(trial, { account: mover });
  const stopped = await machine.migrateUntil(moment);
  // A copy of this size may be done before anything of it is noted, and what is not noted is not kept.
  if (!moment.isAfterSwap) {
    await waitFor(async () => (await checkpointOf(trial))?.watermark != null, {
      timeoutMs: 10_000,
      what: 'the copy to be noted',
    });
  }
  let isDemoted = false;
  const demotion = demote(server).then(() => {
    isDemoted = true;
  });
  await waitFor(async () => isDemoted || (await isDemoting(server)), {
    timeoutMs: 10_000,
    what: 'the demotion to begin',
  });
  const releasedAt = performance.now();
  stopped.held.release();
  if (until === 'noticed') {
    await stopped.says(notices);
    await takeWrites(server);
  }
  const ended = await stopped.end();
  assert.ok(performance.now() - releasedAt < 60_000, 'it ends soon');
  await demotion;
  await expectSaid(trial, ended, moment.isAfterSwap, ledger);
  await takeWrites(server);
  await expectFinished(trial, await machine.migrate());
}

async function expectSaid(trial: Trial, ended: Finished, isAfterSwap: boolean, ledger: RegExp | null): Promise<void> {
  const [migration] = ended.migrations;
  assert.ok(migration !== undefined);
  const altered = await isAltered(trial);
  if (isAfterSwap) assert.ok(altered);
  assert.equal(migration.tableState, altered ? 'changed' : 'unchanged', ended.output);
  assert.doesNotMatch(ended.output, untrue);
  if (ledger !== null) assert.match(ended.output, ledger);
  if (altered) {
    assert.equal(migration.state, 'completed', ended.output);
    assert.equal(ended.exitCode, 0);
    const [retired] = await trial.query("SHOW TABLES LIKE 't\\_del'");
    assert.equal(migration.retired, retired === undefined ? null : 't_del', ended.output);
    return;
  }
  assert.equal(ended.exitCode, 1);
  assert.equal(migration.error?.code, 'unsupported-server', ended.output);
  assert.match(migration.error.message, /read[-_ ]only/iu);
  assert.match(migration.error.hint, /What is copied is kept, and the next run goes on with it/u);
}

/** The table is the altered one, once, with the rows of all writers; its trigger has its name; the ledger knows. */
async function expectFinished(trial: Trial, run: Finished): Promise<void> {
  assert.equal(run.exitCode, 0, run.output);
  await trial.writers.stop();
  assert.ok(await isAltered(trial));
  await expectSameRows(trial);
  await expectNothingLeft(trial, ['ghostship_migrations']);
  const rows = await trial.query("SELECT 1 FROM ghostship_migrations WHERE state = 'completed'");
  assert.equal(rows.length, 1, run.output);
  const triggers = await trial.query(
    `SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = '${trial.database.name}' AND EVENT_OBJECT_TABLE = 't'`,
  );
  assert.deepEqual(
    triggers.map(({ name }) => name),
    ['t_audit'],
  );
}
