import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import type { Dropped } from '../faults/support/wire.ts';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { type Child, startChild } from './child.ts';

/** Five seconds of patience, looks, and one way out that is tried as well. */
const endsWithinMs = 60_000;
const maxLingerMs = 5_000;
const timeout = endsWithinMs + 60_000;

const alter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';

const small = { rows: 10, writers: 0 };

interface Asked {
  readonly args: readonly string[];
  /** What it asks for in the middle of its work. */
  readonly middle: RegExp;
  /** What it must not say, having heard nothing. */
  readonly unheard: RegExp;
}

const commands = {
  plan: { args: ['plan', '--alter', alter], middle: /^SHOW CREATE TABLE/u, unheard: /^Ready/mu },
  status: { args: ['status'], middle: /^SELECT IS_USED_LOCK/u, unheard: /No migration|waiting for cutover/u },
  abort: { args: ['abort'], middle: /^INSERT INTO .*_ghc`/u, unheard: /was told/u },
  cutover: { args: ['cutover'], middle: /^INSERT INTO .*_ghc`/u, unheard: /was told/u },
  cleanup: { args: ['cleanup'], middle: /^SELECT IS_USED_LOCK/u, unheard: /Nothing|Dropped/u },
  'abort --take-over': { args: ['abort', '--take-over'], middle: /^SELECT IS_USED_LOCK/u, unheard: /Nothing|Dropped/u },
} as const satisfies Record<string, Asked>;

const moments = { connecting: 'to server', 'in the middle': 'both ways' } as const;

describe('packets of a command vanish', { concurrency: 2 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  const main = (): string => join(built.folder, 'dist/cli.js');

  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 8 }, () => {
      for (const [name, asked] of casesFor(server, Object.entries(commands))) {
        for (const [when, way] of Object.entries(moments)) {
          const test = when === 'connecting' ? connecting : inTheMiddle;
          it(`${name}, ${when}: it ends, and says why`, { timeout }, () => test(server, main(), asked, way));
        }
      }
      it('status, connecting, to client: it ends, and says why', { timeout }, () =>
        connecting(server, main(), commands.status, 'to client'),
      );
      it('status, in the middle, to server: it ends, and says why', { timeout }, () =>
        inTheMiddle(server, main(), commands.status, 'to server'),
      );
    });
  }
});

async function connecting(server: ServerAddress, main: string, asked: Asked, way: Dropped): Promise<void> {
  await using trial = await openTrial(server, small);
  trial.tap.drop(way);
  await using child = ask(trial, main, asked);
  await expectEnd(child, asked, 'connecting');
}

async function inTheMiddle(server: ServerAddress, main: string, asked: Asked, way: Dropped): Promise<void> {
  await using trial = await openTrial(server, small);
  const { host, port, user, password } = server;
  const direct = `mysql://${user}@${host}:${port}/${trial.database.name}?ssl-mode=disabled`;
  const flags = ['--alter', alter, '--algorithm', 'copy', '--cutover', 'wait', '--workers', '1'];
  await using owner = startChild(main, ['migrate', '--target', direct, ...flags], password);
  await owner.says(/waiting for cutover/u);
  const held = trial.tap.holdStatement(asked.middle);
  await using child = ask(trial, main, asked);
  const { release } = await held;
  trial.tap.drop(way);
  release();
  await expectEnd(child, asked, 'in the middle');
}

/** With TLS where the server has it and the packets need not be read. */
function ask({ tap, server, database }: Trial, main: string, { args }: Asked): Child {
  const target = `mysql://${server.user}@127.0.0.1:${tap.port}/${database.name}?ssl-mode=${tap.isDropping ? 'preferred' : 'disabled'}`;
  return startChild(main, [...args, '--target', target], server.password);
}

async function expectEnd(child: Child, { args, unheard }: Asked, when: keyof typeof moments): Promise<void> {
  const { exitCode, said, lingeredMs } = await child.ends(endsWithinMs);
  const mayBeObeyed = when === 'in the middle' && (args[0] === 'cutover' || (args[0] === 'abort' && args.length === 1));
  assert.ok(lingeredMs < maxLingerMs, `It was there for ${Math.round(lingeredMs)} ms more: ${said}`);
  assert.equal(exitCode, mayBeObeyed ? 3 : 1, said);
  assert.match(said, mayBeObeyed ? /may have heard it/u : /Cannot reach |no answer any more/u);
  assert.doesNotMatch(said, unheard);
  assert.doesNotMatch(said, /out of order|ssl-mode=/u);
}
