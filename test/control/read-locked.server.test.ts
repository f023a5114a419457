import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { query, type RunningServer, startServer } from '../support/servers/index.ts';
import { setStage } from './stage.ts';

/* Somebody has locked all tables of the server for reading: just then people ask what is going on. */

const flags = ['--alter', 'ALTER TABLE t MODIFY v VARCHAR(250)', '--algorithm', 'copy'];

describe('under FLUSH TABLES WITH READ LOCK', { concurrency: 2, timeout: 180_000 }, () => {
  let built: BuiltAction;
  before(async () => {
    built = await buildAction();
  });
  after(() => built[Symbol.asyncDispose]());
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    it(`the status is told, and a command that cannot be given is no longer on its way, on ${name}`, async () => {
      await using server = await startServer({ name });
      await told(built, server);
    });
  }
});

async function told(built: BuiltAction, server: RunningServer): Promise<void> {
  await using stage = await setStage(built, server, 500);
  const first = await stage.tell('migrate', ...flags, '--cutover', 'wait', '--gate', 'yield');
  assert.equal(first.exitCode, 75, first.said);
  const locking = await stage.database.connect();
  await locking.query('FLUSH TABLES WITH READ LOCK');
  const status = await stage.tell('status');
  assert.equal(status.exitCode, 0, status.said);
  assert.match(status.said, /t: yielded/u);
  const cutover = await stage.tell('cutover');
  assert.notEqual(cutover.exitCode, 0, cutover.said);
  assert.match(cutover.said, /has taken no writes for 15 s[\s\S]*FLUSH TABLES WITH READ LOCK/u);
  await locking.query('UNLOCK TABLES');
  await locking.end();
  const processes = await query(server, "SELECT INFO FROM information_schema.PROCESSLIST WHERE INFO LIKE 'INSERT%'");
  assert.deepEqual(processes, []);
  const again = await stage.tell('migrate', ...flags, '--cutover', 'wait', '--gate', 'yield');
  assert.equal(again.exitCode, 75, 'the cutover was not ordered');
  assert.equal((await stage.tell('cutover')).exitCode, 0, 'as the hint advises');
  assert.equal((await stage.tell('migrate', ...flags)).exitCode, 0);
}
