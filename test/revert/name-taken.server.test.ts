import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { start } from '../cli/cli.ts';
import { casesFor, type TestServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { expectTables, openScene, type Scene } from './support/scene.ts';

/* While the table as it was is the ghost of a revert, its name is free. What somebody makes there stays, and every command says so. */

type Life = 'running' | 'yielded' | 'dead';

interface Case {
  readonly command: readonly [string, ...string[]];
  readonly exitCode: number;
  readonly says: RegExp;
  readonly silentOf?: RegExp;
}

const inTheWay = /t_del[^\n]*rename/iu;
const advised = /\[leftover-tables\][\s\S]*Rename t_del/u;
/** What is not so as long as somebody's table is there. */
const untrue = /Would drop|Dropped|server-error|leaves it as it was|cleanup --retired drop/u;

const left: readonly Case[] = [
  { command: ['status'], exitCode: 0, says: inTheWay, silentOf: /t_del is kept/u },
  { command: ['cleanup', '--dry-run', '--retired', 'drop'], exitCode: 0, says: /Kept t_gho: [^\n]*t_del/u },
  { command: ['cleanup', '--retired', 'drop'], exitCode: 0, says: /Kept t_gho: [^\n]*t_del/u },
  { command: ['cleanup', '--take-over'], exitCode: 0, says: /Kept t_gho: [^\n]*t_del/u },
  { command: ['abort'], exitCode: 1, says: advised },
  { command: ['revert'], exitCode: 1, says: advised },
];

const yielded: readonly Case[] = [
  { command: ['status'], exitCode: 0, says: inTheWay, silentOf: /t_del is kept/u },
  { command: ['cleanup', '--retired', 'drop'], exitCode: 0, says: /Kept t: its migration has yielded/u },
  { command: ['cleanup', '--take-over'], exitCode: 0, says: /Kept t_gho: [^\n]*t_del/u },
  { command: ['abort'], exitCode: 1, says: advised },
  { command: ['revert'], exitCode: 1, says: advised },
];

const running: readonly Case[] = [
  { command: ['status'], exitCode: 0, says: /t: /u, silentOf: /t_del is kept/u },
  { command: ['cleanup', '--retired', 'drop'], exitCode: 0, says: /Kept t: its migration is running/u },
];

const cases: Readonly<Record<Life, readonly Case[]>> = { dead: left, yielded, running };

const takers = { TABLE: 'TABLE t_del (id INT PRIMARY KEY)', VIEW: 'VIEW t_del AS SELECT 1 AS one' };

for (const server of testServers()) {
  describe(`somebody has the name of the table as it was on ${server.name}`, { timeout: 300_000 }, () => {
    for (const [kind, taker] of casesFor(server, Object.entries(takers)))
      for (const life of ['dead', 'yielded'] as const)
        test(`a ${kind}, and the revert is ${life}`, () => staysInTheWay(server, life, taker));
    test('and the revert runs', () => whileRunning(server));
    test('and the kept table is gone', () => replaced(server));
    test('and a migration that is left has copied', () => forward(server));
  });
}

async function staysInTheWay(server: TestServer, life: Life, taker: string): Promise<void> {
  await using scene = await openMigrated(server);
  if (life === 'dead') await dieAtGate(scene);
  else await yieldAtGate(scene);
  await scene.query(`CREATE ${taker}`);
  await expectAll(scene, cases[life]);
  await endAsAdvised(scene);
}

async function endAsAdvised(scene: Scene): Promise<void> {
  await expectTables(scene, ['t_del', 't_gha', 't_ghc', 't_gho']);
  await scene.query('RENAME TABLE t_del TO other');
  const { exitCode, stderr } = await scene.ship('abort');
  assert.equal(exitCode, 0, stderr);
  await expectTables(scene, ['t_del', 'other']);
  const lost = await scene.query('SELECT id FROM t_del WHERE NOT (k <=> CONCAT("k", id))');
  assert.deepEqual(lost, [], 'it is the table as it was');
}

async function whileRunning(server: TestServer): Promise<void> {
  await using scene = await openMigrated(server);
  const run = startRevert(scene);
  await untilGate(scene);
  await scene.query('CREATE TABLE t_del (id INT PRIMARY KEY)');
  await expectAll(scene, cases.running);
  const told = await scene.ship('abort');
  assert.equal(told.exitCode, 0, told.stderr);
  const { stdout, stderr } = await run.ended;
  assert.match(`${stdout}\n${stderr}`, inTheWay);
  await endAsAdvised(scene);
}

/** Nothing of ours is left of a migration whose retired table somebody has dropped. */
async function replaced(server: TestServer): Promise<void> {
  await using scene = await openMigrated(server);
  await scene.query('DROP TABLE t_del');
  await scene.query('CREATE TABLE t_del (id INT PRIMARY KEY)');
  await expectAll(scene, [
    { command: ['status'], exitCode: 0, says: /t: completed/u, silentOf: /t_del is kept/u },
    { command: ['cleanup', '--dry-run', '--retired', 'drop'], exitCode: 0, says: /Kept t_del: it is not the table/u },
    { command: ['cleanup', '--retired', 'drop'], exitCode: 0, says: /Kept t_del: it is not the table/u },
    { command: ['revert'], exitCode: 1, says: /\[cannot-revert\]/u },
  ]);
  await expectTables(scene, ['t_del']);
}

/** A migration of another kind needs the name for its swap only. */
async function forward(server: TestServer): Promise<void> {
  await using scene = await openScene(server, { writers: 0 });
  const more = ['--algorithm', 'copy', '--cutover', 'wait', '--gate', 'yield'];
  const { exitCode, stderr } = await scene.ship('migrate', '--alter', 'ALTER TABLE t ADD COLUMN added INT', ...more);
  assert.equal(exitCode, 75, stderr);
  await scene.query('CREATE TABLE t_del (id INT PRIMARY KEY)');
  await expectAll(scene, [{ command: ['status'], exitCode: 0, says: inTheWay }]);
  const told = await scene.ship('abort');
  assert.equal(told.exitCode, 0, told.stderr);
  await expectTables(scene, ['t_del']);
}

async function openMigrated(server: TestServer): Promise<Scene> {
  const scene = await openScene(server, { writers: 0 });
  await scene.migrate('ALTER TABLE t DROP COLUMN k');
  return scene;
}

async function expectAll(scene: Scene, all: readonly Case[]): Promise<void> {
  for (const { command, exitCode, says, silentOf } of all) {
    const run = await scene.ship(...command);
    const said = `${run.stdout}\n${run.stderr}`;
    const what = `${command.join(' ')}: ${said}`;
    assert.equal(run.exitCode, exitCode, what);
    assert.match(said, says, what);
    assert.doesNotMatch(said, silentOf ?? untrue, what);
    assert.equal((await scene.query("SHOW TABLES LIKE 't\\_del'")).length, 1, what);
  }
}

async function yieldAtGate(scene: Scene): Promise<void> {
  const { exitCode, stderr } = await scene.ship('revert', '--table', 't', '--cutover', 'wait', '--gate', 'yield');
  assert.equal(exitCode, 75, stderr);
}

async function dieAtGate(scene: Scene): Promise<void> {
  const run = startRevert(scene);
  await untilGate(scene);
  run.kill('SIGKILL');
  await run.ended;
  const isDead = async (): Promise<boolean> => /left behind/u.test((await scene.ship('status')).stdout);
  await waitFor(isDead, { timeoutMs: 60_000, what: 'the run to be known as dead', everyMs: 500 });
}

function startRevert(scene: Scene): ReturnType<typeof start> {
  return start(scene.folder, ['revert', '--table', 't', '--cutover', 'wait', '--target', scene.database.url]);
}

async function untilGate(scene: Scene): Promise<void> {
  const isThere = async (): Promise<boolean> => /waiting for cutover/u.test((await scene.ship('status')).stdout);
  await waitFor(isThere, { timeoutMs: 60_000, what: 'the revert to come to its gate', everyMs: 500 });
}
