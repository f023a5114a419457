import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { expectNoConnections, expectSameRows, isAltered } from '../faults/support/judge.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import type { Pattern } from '../faults/support/wire.ts';
import { type StallingServer, startStallingServer } from '../invariants/support/stalling-server.ts';
import { casesFor } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { type Child, type Ended, startChild } from './child.ts';

/** A runner of GitHub kills what is still there then. */
const endsWithinMs = 10_000;
/** Nobody kills it then. It tries more than once to write down how it has ended. */
const endsAfterMaxRuntimeMs = 30_000;

interface Moment {
  /** What it has said before; `null` for nothing. */
  readonly after: RegExp | null;
  /** From the next statement of this kind on, commits stop. */
  readonly statement: Pattern;
  /** The one whose commit is waited for. */
  readonly stops: RegExp;
  readonly args: readonly string[];
  readonly asked: 'by a signal' | 'by max-runtime';
  readonly exitCodes: readonly number[];
  /** What it says of the table. */
  readonly says: RegExp;
  /** How the next run ends. */
  readonly next: RegExp;
}

const copying = {
  after: null,
  args: ['--algorithm', 'copy'],
  asked: 'by a signal',
  exitCodes: [1, 75],
  says: /t is as it was/u,
  next: /Shipped/u,
} as const;

const moments: Readonly<Record<string, Moment>> = {
  'makes the ghost': { ...copying, statement: s.createGhost, stops: s.createGhost },
  'copies later rows': { ...copying, statement: s.copyLaterChunk, stops: s.copyLaterChunk },
  'copies later rows, and its time is up': {
    ...copying,
    statement: s.copyLaterChunk,
    stops: s.copyLaterChunk,
    args: [...copying.args, '--max-runtime', '6s'],
    asked: 'by max-runtime',
  },
  'notes a checkpoint at the gate': {
    ...copying,
    after: /waiting for cutover/u,
    statement: s.checkpoint,
    stops: s.checkpoint,
    args: [...copying.args, '--cutover', 'wait'],
    exitCodes: [75],
    next: /goes on with the migration(.|\n)*Shipped/u,
  },
  'makes the sentry of the cutover': { ...copying, statement: s.createSentry, stops: s.createSentry },
  'swaps the tables': {
    ...copying,
    statement: s.unlock,
    stops: s.rename,
    exitCodes: [0, 3],
    says: /Nobody knows|Shipped/u,
    next: /Shipped|swapped by a run that died|Duplicate column/u,
  },
};

/** Semi-synchronous replication without a replica does that, and a full disk. KILL is acknowledged then, and does not help. */
describe('a process is asked to end while the commits of the server stop', { concurrency: 2, timeout: 600_000 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());

  for (const flavor of ['mysql', 'mariadb'] as const) {
    for (const [what, moment] of casesFor({ flavor }, Object.entries(moments))) {
      it(`as it ${what}, on ${flavor}`, { timeout: 120_000 }, () =>
        endAt(flavor, moment, join(built.folder, 'dist/cli.js')),
      );
    }
  }
});

async function endAt(flavor: 'mysql' | 'mariadb', moment: Moment, main: string): Promise<void> {
  await using stalling = await startStallingServer(flavor);
  await using trial = await openTrial(stalling.server, { writers: 0, rows: 20_000 });
  const ended = await askToEnd(stalling, trial, moment, main).catch((error: unknown) => error as Error);
  await stalling.release();
  if (ended instanceof Error) throw ended;
  const { exitCode, said } = ended;
  assert.ok(moment.exitCodes.includes(exitCode ?? -1), `${exitCode}: ${said}`);
  assert.match(said, moment.says);
  await expectNoConnections(trial);

  await using next = start(trial, main, copying.args);
  const { said: saidNext } = await next.ends(60_000);
  assert.match(saidNext, moment.next);
  assert.equal(await isAltered(trial), true, saidNext);
  await expectSameRows(trial);
}

async function askToEnd(stalling: StallingServer, trial: Trial, moment: Moment, main: string): Promise<Ended> {
  const early = moment.after === null ? trial.tap.holdStatement(moment.statement) : null;
  await using child = start(trial, main, moment.args);
  if (moment.after !== null) await child.says(moment.after);
  const { release } = await (early ?? trial.tap.holdStatement(moment.statement));
  await stalling.stall();
  release();
  const isStopped = async (): Promise<boolean> => {
    const processes = await trial.query('SHOW FULL PROCESSLIST');
    return processes.some(({ State, Info }) => isCommitting.test(String(State)) && moment.stops.test(String(Info)));
  };
  await waitFor(isStopped, { timeoutMs: 10_000, what: 'the commit to stop' });
  if (moment.asked === 'by a signal') child.kill('SIGTERM');
  return await child.ends(moment.asked === 'by a signal' ? endsWithinMs : endsAfterMaxRuntimeMs);
}

/** The first one waits for a replica, and others for it. */
const isCommitting = /semi-sync|handler commit|^commit$/iu;

function start(trial: Trial, main: string, args: readonly string[]): Child {
  const { server, database, tap } = trial;
  const target = `mysql://${server.user}@127.0.0.1:${tap.port}/${database.name}?ssl-mode=disabled`;
  const alter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';
  return startChild(main, ['migrate', '--target', target, '--alter', alter, ...args], server.password);
}
