import { describe, it } from 'node:test';
import { casesFor, type ServerAddress, testServers } from '../support/servers/index.ts';
import { expectNextRunCompletes, expectSameRows, expectTruth } from './support/judge.ts';
import { statements as s } from './support/statements.ts';
import { openTrial } from './support/trial.ts';
import type { Pattern } from './support/wire.ts';

/** While one statement is held back, the connection that is known by another one is killed. */
interface Kill {
  readonly when: Pattern;
  readonly at: 'statement' | 'answer';
  /** `null`: the one whose statement is held back. */
  readonly victim: RegExp | null;
  /** Where there is such a connection; everywhere if not given. */
  readonly on?: ServerAddress['flavor'];
}

const kills: Readonly<Record<string, Kill>> = {
  'a copy worker while it copies': { when: s.copyChunk, at: 'answer', victim: null },
  'an applier in its transaction': { when: s.applyInsert, at: 'statement', victim: null },
  'the heartbeat while copying': { when: s.copyChunk, at: 'statement', victim: s.heartbeat },
  'the change stream while copying': { when: s.copyChunk, at: 'statement', victim: s.dump },
  'the name lock while copying': { when: s.copyChunk, at: 'statement', victim: s.confirmNameLock },
  'the ear for commands while copying': { when: s.copyChunk, at: 'statement', victim: s.status },
  'the one that builds indexes': { when: s.buildIndexes, at: 'answer', victim: null },
  'the heartbeat while indexes are built': { when: s.buildIndexes, at: 'answer', victim: s.heartbeat },
  'a worker that verifies': { when: s.verify, at: 'answer', victim: null },
  'the change stream while verifying': { when: s.verify, at: 'statement', victim: s.dump },
  'the locker before it locks': { when: s.lock, at: 'statement', victim: null },
  'the locker once it has locked': { when: s.lock, at: 'answer', victim: null },
  'the heartbeat under the lock': { when: s.lock, at: 'answer', victim: s.heartbeat },
  'the change stream under the lock': { when: s.lock, at: 'answer', victim: s.dump },
  'the name lock under the lock': { when: s.lock, at: 'answer', victim: s.confirmNameLock },
  'the renamer before it renames': { when: s.rename, at: 'statement', victim: null },
  'the locker while RENAME waits': { when: s.confirmLocker, at: 'statement', victim: null },
  'the renamer while RENAME waits': { when: s.confirmLocker, at: 'statement', victim: s.rename },
  'the watcher while RENAME waits': { when: s.confirmLocker, at: 'statement', victim: s.lookAtLine },
  'the locker before the sentry is dropped': { when: s.dropSentry, at: 'statement', victim: null },
  'the locker once the sentry is dropped': { when: s.dropSentry, at: 'answer', victim: null },
  'the renamer once the sentry is dropped': { when: s.dropSentry, at: 'answer', victim: s.rename },
  'the watcher once the sentry is dropped': { when: s.dropSentry, at: 'answer', victim: s.lookAtLine },
  'the heartbeat once the sentry is dropped': { when: s.dropSentry, at: 'answer', victim: s.heartbeat },
  'the locker before it unlocks': { when: s.unlock, at: 'statement', victim: null },
  'the reader behind RENAME': { when: s.unlock, at: 'statement', victim: s.readBehind, on: 'mariadb' },
};

describe('somebody kills', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, () => {
      for (const [name, { when, at, victim }] of casesFor(server, Object.entries(kills), ([, { on }]) => on)) {
        it(name, async () => {
          await using trial = await openTrial(server, { rows: 2_000 });
          const held = at === 'statement' ? trial.tap.holdStatement(when) : trial.tap.holdAnswer(when);
          const run = trial.migrate({ options: { indexes: 'defer' } });
          const { wire, release } = await run.reach(held);
          const { connectionId } = victim === null ? wire : await trial.tap.find(victim);
          await trial.kill(connectionId);
          release();
          const outcome = await run.outcome;
          await expectTruth(trial, outcome);
          if (outcome.tableState === 'unchanged') await expectNextRunCompletes(trial);
          await trial.writers.stop();
          await expectSameRows(trial);
        });
      }
    });
  }
});
