import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isLongRun } from '../support/long-run.ts';
import { casesFor, type TestServer, testServers } from '../support/servers/index.ts';
import { expectKeptValues, expectSameRows, expectTables, moreWrites, openScene } from './support/scene.ts';

/* Whatever the statement was: the table as it was comes back, with everything that was written since. */

interface Case {
  readonly statement: string;
  readonly lost?: readonly string[];
  /** Columns that only the table as it was has. */
  readonly kept?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'a column was added': { statement: 'ADD COLUMN added INT NOT NULL DEFAULT 7', lost: ['added'] },
  'a column was dropped': { statement: 'DROP COLUMN k', kept: ['k'] },
  'two columns were dropped, and one of the same name added': {
    statement: 'DROP COLUMN k2, DROP COLUMN k, ADD COLUMN k BINARY(2)',
    kept: ['k', 'k2'],
    lost: ['k'],
  },
  'a type became wider': { statement: 'MODIFY n BIGINT' },
  'a unique key was added': { statement: 'ADD UNIQUE KEY by_pair (id, n)' },
  'a column got another name': { statement: 'RENAME COLUMN k TO named' },
  'a column got another character set': { statement: 'MODIFY v VARCHAR(60) CHARACTER SET latin1' },
};

for (const server of testServers()) {
  describe(`a revert under writers on ${server.name}`, { timeout: 600_000 }, () => {
    for (const [name, change] of casesFor(server, Object.entries(cases)))
      test(name, () => thereAndBack(server, change));
    test('there and back, several times in a row', () => againAndAgain(server));
  });
}

async function againAndAgain(server: TestServer): Promise<void> {
  await using scene = await openScene(server, { writers: 2 });
  const before = await scene.definition();
  for (let times = isLongRun ? 20 : 3; times > 0; times--) {
    await scene.migrate('ALTER TABLE t ADD COLUMN added INT, MODIFY n BIGINT');
    await moreWrites(scene, 100);
    const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
    assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
    assert.doesNotMatch(stdout, /cannot be read/u);
    assert.equal(await scene.definition(), before);
  }
  await scene.stopWriters();
  await expectTables(scene, []);
  await expectSameRows(scene, ['u', 'v', 'n', 'k', 'k2']);
}

async function thereAndBack(server: TestServer, { statement, lost = [], kept = [] }: Case): Promise<void> {
  await using scene = await openScene(server, { writers: 2 });
  const before = await scene.definition();
  await scene.migrate(`ALTER TABLE t ${statement}`);
  await scene.query('CREATE TABLE was AS SELECT * FROM t_del');
  await moreWrites(scene);
  const { exitCode, stdout, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  await moreWrites(scene, 50);
  await scene.stopWriters();

  const outcome = await scene.outcome();
  assert.partialDeepStrictEqual(outcome, {
    state: 'reverted',
    tableState: 'changed',
    table: 't',
    rowsCopied: 0,
    retired: null,
  });
  assert.deepEqual(outcome.lostColumns ?? [], lost);
  for (const column of lost) assert.match(stdout, new RegExp(`column ${column} is lost`, 'u'));
  assert.doesNotMatch(stdout, /cannot be read/u);
  assert.equal(await scene.definition(), before);
  await expectTables(scene, ['was']);
  const common = ['u', 'v', 'n', 'k', 'k2'].filter((column) => !kept.includes(column));
  await expectSameRows(scene, common);
  if (kept.length > 0) await expectKeptValues(scene, kept);
}
