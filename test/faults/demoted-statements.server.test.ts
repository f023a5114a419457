import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { casesFor, type RunningServer, releaseOf, startServer } from '../support/servers/index.ts';
import { demote, makeMover, mover, takeWrites } from './support/demote.ts';
import { openMachine } from './support/machine.ts';
import { openTrial } from './support/trial.ts';

/** What needs no copy: in which statement the server refuses it, and which of its tables there is once it is done. */
const statements: Readonly<Record<string, { readonly file: string; readonly when: RegExp }>> = {
  'a table that is made': { file: 'CREATE TABLE made (id INT PRIMARY KEY)', when: /^CREATE TABLE made/u },
  'a table that is dropped': { file: 'DROP TABLE t', when: /^RENAME TABLE .*_del`/su },
  'a table that is renamed': { file: 'RENAME TABLE t TO renamed', when: /^RENAME TABLE .*renamed/su },
  'rows that are changed': { file: "UPDATE t SET v = 'by hand' WHERE id = 1", when: /^UPDATE t SET v/u },
  'an instant change': { file: 'ALTER TABLE t ADD COLUMN added INT', when: /^ALTER TABLE `[^`]+`\.`t` /u },
  'an index that is built in place': { file: 'ALTER TABLE t ADD INDEX by_v (v)', when: /^ALTER TABLE `[^`]+`\.`t` /u },
  'a foreign key that is added': {
    file: 'ALTER TABLE t ADD CONSTRAINT to_control FOREIGN KEY (id) REFERENCES control (id)',
    when: /^ALTER TABLE `[^`]+`\.`t` /u,
  },
};

const allowed = '--files migrations/*.sql --data-statements run --allow drop-table,rename-table,add-foreign-key'.split(
  ' ',
);

describe('a source that is demoted before a statement that needs no copy', { concurrency: 2 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name });
        await makeMover(server);
      });
      after(() => server[Symbol.asyncDispose]());
      for (const [what, { file, when }] of casesFor(releaseOf(name), Object.entries(statements)))
        it(what, () => saysSo(server, file, when));
    });
  }
});

async function saysSo(server: RunningServer, file: string, when: RegExp): Promise<void> {
  await using trial = await openTrial(server, { writers: 0 });
  await using machine = await openMachine(trial, { what: allowed, account: mover, file });
  const stopped = await machine.migrateUntil({ when, at: 'statement', isAfterSwap: false });
  await demote(server);
  stopped.held.release();
  const ended = await stopped.end();
  await takeWrites(server);
  const [migration] = ended.migrations;
  assert.equal(ended.exitCode, 1, ended.output);
  assert.equal(migration?.state, 'failed', ended.output);
  assert.equal(migration.tableState, 'unchanged', ended.output);
  assert.equal(migration.error?.code, 'unsupported-server', ended.output);
  assert.match(migration.error.message, /^The server is read-only\./u);
  const next = await machine.migrate();
  assert.equal(next.exitCode, 0, next.output);
  assert.equal(next.migrations[0]?.state, 'completed', next.output);
}
