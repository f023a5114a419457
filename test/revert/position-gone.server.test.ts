import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { casesFor, type RunningServer, releaseOf, startServer } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { untilOldEnough } from './support/old-enough.ts';
import { expectKeptValues, expectSameRows, expectTables, moreWrites, openScene, type Scene } from './support/scene.ts';

/* Where nobody can tell what has changed since the swap, all rows are compared. */

const statements = ['ADD COLUMN added INT', 'DROP COLUMN k'];

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a revert without its position on ${name}`, { timeout: 600_000, concurrency: 1 }, () => {
    let server: RunningServer;
    before(async () => {
      server = await startServer({ name });
      await untilOldEnough(server);
    });
    after(() => server[Symbol.asyncDispose]());
    for (const statement of casesFor(releaseOf(name), statements)) {
      test(`${statement}: the binary logs are purged`, () => compared(server, statement, purge));
      test(`${statement}: the table was rebuilt`, () => compared(server, statement, rebuild));
      test(`${statement}: the ledger has no position`, () => compared(server, statement, forget));
      test(`${statement}: the position is one of another history`, () => compared(server, statement, mislead));
      test(`${statement}: somebody wrote to the retired table`, () => compared(server, statement, meddle('t_del')));
      test(`${statement}: somebody wrote to it outside the log`, () => compared(server, statement, meddleUnlogged));
      test(`${statement}: somebody wrote to it while the revert waited`, () =>
        compared(server, statement, async (scene) => {
          await scene.ship('revert', '--table', 't', '--cutover', 'wait', '--gate', 'yield');
          await meddle('t_gho')(scene);
        }));
    }
  });
}

async function compared(
  server: RunningServer,
  statement: string,
  lose: (scene: Scene) => Promise<unknown>,
): Promise<void> {
  await using scene = await openScene(server, { writers: 2 });
  await scene.migrate(`ALTER TABLE t ${statement}`);
  await scene.query('CREATE TABLE was AS SELECT * FROM t_del');
  await moreWrites(scene);
  await lose(scene);
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  assert.match(stdout, /The changes since the swap cannot be read|Somebody wrote rows to t_(?:del|gho)/u);
  assert.doesNotMatch(stdout, /No chunk was noted/u);
  const isKept = statement.startsWith('DROP');
  // In the log, and once more at the end.
  const doubts = stdout.match(/not known which rows were deleted since the swap/gu) ?? [];
  assert.ok(isKept ? doubts.length >= 2 : doubts.length === 0, stdout);
  await moreWrites(scene, 50);
  await scene.stopWriters();
  await expectTables(scene, ['was']);
  await expectSameRows(scene, ['u', 'v', 'n', 'k2', ...(isKept ? [] : ['k'])]);
  if (isKept) await expectKeptValues(scene, ['k']);
}

async function purge(scene: Scene): Promise<void> {
  await scene.query('FLUSH BINARY LOGS');
  await waitFor(
    async () => {
      const files = await scene.query('SHOW BINARY LOGS');
      await scene.query(`PURGE BINARY LOGS TO '${String(files.at(-1)?.Log_name)}'`);
      return (await scene.query('SHOW BINARY LOGS')).length === 1;
    },
    { timeoutMs: 30_000, what: 'the server to let go of its binary logs' },
  );
}

const rebuild = (scene: Scene): Promise<unknown> => scene.query('ALTER TABLE t FORCE, ALGORITHM=COPY');

const meddle =
  (table: string, binlog = 1) =>
  async ({ database }: Scene): Promise<void> => {
    const session = await database.connect();
    await session.query(`SET SESSION sql_log_bin = ${binlog}`);
    await session.query(`UPDATE ${table} SET v = 'of somebody', u = NULL WHERE id > 1200`);
    await session.query(`DELETE FROM ${table} WHERE id < 300`);
    await session.query(`INSERT INTO ${table} (id, n) VALUES (99999, 1)`);
    await session.end();
  };

/** Nothing tells of it until rows are compared; what is advised then leads to the end. */
async function meddleUnlogged(scene: Scene): Promise<void> {
  await meddle('t_del', 0)(scene);
  const { exitCode, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 1);
  const advised = /\[rows-differ\][\s\S]*(OPTIMIZE TABLE `\w+`\.`t_del`)/u.exec(stderr)?.[1];
  assert.ok(advised !== undefined, stderr);
  await scene.query(advised);
}

const forget = (scene: Scene): Promise<unknown> =>
  scene.query("UPDATE ghostship_migrations SET cutover_position = JSON_REPLACE(cutover_position, '$.position', NULL)");

/** There is such a place in the log, and no swap behind it. */
const mislead = (scene: Scene): Promise<unknown> =>
  scene.query('SHOW BINARY LOGS').then(async (files) => {
    const { Log_name: file, File_size: offset } = files.at(-1) ?? {};
    await scene.query(
      `UPDATE ghostship_migrations SET cutover_position = JSON_REPLACE(cutover_position, '$.position.file', '${String(file)}', '$.position.offset', ${Number(offset)})`,
    );
  });
