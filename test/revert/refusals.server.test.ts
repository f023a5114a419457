import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { casesFor, type TestServer, testServers } from '../support/servers/index.ts';
import { openScene } from './support/scene.ts';

/* What has no way back is refused with its reason, and nothing is touched. */

interface Case {
  readonly forward: string;
  readonly more?: readonly string[];
  /** Run between the migration and its revert. */
  readonly meanwhile?: readonly string[];
  readonly says: RegExp;
  /** What the refusal advises: shipped, where it is a statement of a person, and done by hand. */
  readonly first?: string;
  readonly ships?: string;
  readonly byHand?: string;
  /** What makes the rows fit the table as it was. */
  readonly corrects?: string;
  /** What makes room for the revert. */
  readonly frees?: string;
}

const keep = ['--algorithm', 'copy', '--retired', 'keep', '--allow', 'drop-column'];

const cases: Readonly<Record<string, Case>> = {
  'values that are out of range': {
    forward: 'MODIFY n BIGINT',
    meanwhile: ['UPDATE t SET n = 3000000000 WHERE id IN (3, 5)'],
    says: /n [^\n]*2 rows[\s\S]*\[data-does-not-fit\]/u,
    corrects: 'UPDATE t SET n = 3 WHERE id IN (3, 5)',
  },
  'values that are too long': {
    forward: 'MODIFY v VARCHAR(200)',
    meanwhile: ["UPDATE t SET v = REPEAT('x', 61) WHERE id = 4"],
    says: /v [^\n]*1 row[\s\S]*\[data-does-not-fit\]/u,
    corrects: "UPDATE t SET v = 'short' WHERE id = 4",
  },
  NULLs: {
    forward: 'MODIFY k2 DECIMAL(8,2) NULL',
    meanwhile: ['UPDATE t SET k2 = NULL WHERE id < 4'],
    says: /k2 is NULL in 3 rows[\s\S]*\[data-does-not-fit\]/u,
    corrects: 'UPDATE t SET k2 = 1 WHERE id < 4',
  },
  'duplicates of a unique key that was dropped': {
    forward: 'DROP INDEX by_u',
    meanwhile: ['UPDATE t SET u = 1 WHERE id = 2'],
    says: /u repeats the value of another row in 1 row[\s\S]*\[duplicate-rows\]/u,
    corrects: 'UPDATE t SET u = NULL WHERE id = 2',
  },
  'a table of somebody with the changelog’s name': {
    forward: 'MODIFY n BIGINT',
    meanwhile: ['CREATE TABLE t_ghc (id INT PRIMARY KEY, x INT)'],
    says: /t_ghc exists[^\n]*\[leftover-tables\]/u,
    frees: 'DROP TABLE t_ghc',
  },
  'a view of somebody with the ghost’s name': {
    forward: 'MODIFY n BIGINT',
    meanwhile: ['CREATE VIEW t_gho AS SELECT 1 AS x'],
    says: /t_gho exists[^\n]*\[leftover-tables\][\s\S]*DROP VIEW IF EXISTS/u,
    frees: 'DROP VIEW t_gho',
  },
  'a table of somebody with the name of what is set aside': {
    forward: 'DROP COLUMN k',
    meanwhile: ['CREATE TABLE t_gha (id INT PRIMARY KEY)'],
    says: /t_gha exists[^\n]*\[leftover-tables\]/u,
    frees: 'DROP TABLE t_gha',
  },
  'a dropped column without a default': {
    forward: 'DROP COLUMN q',
    says: /no value for q, which is NOT NULL and has no default[\s\S]*\[cannot-revert\]/u,
    first: 'RENAME TABLE t_del TO before_it',
    ships: 'ADD COLUMN q INT NOT NULL DEFAULT 0',
    byHand: 'UPDATE t JOIN before_it USING (id) SET t.q = before_it.q',
  },
  'a table that was altered again': {
    forward: 'ADD COLUMN added INT',
    meanwhile: ['ALTER TABLE t ADD COLUMN more INT'],
    says: /t was altered again since[\s\S]*\[cannot-revert\]/u,
    first: 'RENAME TABLE t_del TO before_it',
    ships: 'DROP COLUMN added',
  },
  'a retired table that was altered': {
    forward: 'ADD COLUMN added INT',
    meanwhile: ['ALTER TABLE t_del ADD COLUMN more INT'],
    says: /t_del, the table as it was, was altered since[\s\S]*\[cannot-revert\]/u,
    first: 'RENAME TABLE t_del TO before_it',
    ships: 'DROP COLUMN added',
  },
  'a retired table that is gone': {
    forward: 'ADD COLUMN added INT',
    meanwhile: ['DROP TABLE t_del'],
    says: /t_del, the table as it was, is gone[\s\S]*\[cannot-revert\]/u,
    ships: 'DROP COLUMN added',
  },
  'a trigger of somebody on the retired table': {
    forward: 'ADD COLUMN added INT',
    meanwhile: ['CREATE TRIGGER kt BEFORE UPDATE ON t_del FOR EACH ROW SET NEW.n = 1'],
    says: /t_del, the table as it was, has got a trigger since: kt[\s\S]*\[cannot-revert\]/u,
    frees: 'DROP TRIGGER kt',
  },
  'a trigger without leave to carry it': {
    forward: 'ADD COLUMN added INT',
    meanwhile: ['CREATE TRIGGER audit BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1'],
    says: /trigger/iu,
  },
  'a change that the server made instantly': {
    forward: 'ADD COLUMN added INT',
    more: ['--algorithm', 'auto', '--retired', 'keep'],
    says: /no way back[\s\S]*The server changes the table itself[\s\S]*\[cannot-revert\]/u,
    ships: 'DROP COLUMN added',
  },
  'a table as it was that is dropped': {
    forward: 'ADD COLUMN added INT',
    more: ['--algorithm', 'copy', '--retired', 'drop'],
    says: /no way back[\s\S]*`retired` is not `keep`[\s\S]*\[cannot-revert\]/u,
    ships: 'DROP COLUMN added',
  },
};

for (const server of testServers()) {
  describe(`what a revert refuses on ${server.name}`, { timeout: 600_000 }, () => {
    for (const [name, refused] of casesFor(server, Object.entries(cases))) test(name, () => refuse(server, refused));
    test('a table that no migration has changed', async () => {
      await using scene = await openScene(server, { writers: 0 });
      const { exitCode, stderr } = await scene.ship('revert', '--table', 't');
      assert.equal(exitCode, 1);
      assert.match(stderr, /knows of no change of t[\s\S]*\[cannot-revert\]/u);
    });
    test('a table that was dropped, which takes a RENAME', async () => {
      await using scene = await openScene(server, { writers: 0 });
      const drop = await scene.ship('migrate', '--alter', 'DROP TABLE t', '--allow', 'drop-table');
      assert.equal(drop.exitCode, 0, drop.stderr);
      const { exitCode, stderr } = await scene.ship('revert', '--table', 't');
      assert.equal(exitCode, 1);
      assert.match(stderr, /t was dropped, and is kept as t_del[\s\S]*Run RENAME TABLE t_del TO t yourself/u);
      await scene.query('RENAME TABLE t_del TO t');
      await scene.stopWriters();
    });
    test('tables of which one must be named', async () => {
      await using scene = await openScene(server, { writers: 0 });
      assert.match(
        (await scene.ship('revert')).stderr,
        /No table can be brought back[\s\S]*Set `retired: keep` before/u,
      );
      await scene.query('CREATE TABLE u (id INT PRIMARY KEY)');
      await scene.migrate('ALTER TABLE t ADD COLUMN added INT');
      const other = ['--alter', 'ALTER TABLE u ADD COLUMN added INT', '--algorithm', 'copy', '--retired', 'keep'];
      assert.equal((await scene.ship('migrate', ...other)).exitCode, 0);
      const { exitCode, stderr } = await scene.ship('revert');
      assert.equal(exitCode, 2);
      assert.match(stderr, /2 tables can be brought back: u, t\.[\s\S]*Name one: with --table/u);
      assert.equal((await scene.ship('revert', '--table', 'u')).exitCode, 0);
      assert.equal((await scene.ship('revert')).exitCode, 0);
    });
    test('what is reverted already', async () => {
      await using scene = await openScene(server, { writers: 0 });
      await scene.migrate('ALTER TABLE t ADD COLUMN added INT');
      assert.equal((await scene.ship('revert', '--table', 't')).exitCode, 0);
      const { exitCode, stderr } = await scene.ship('revert', '--table', 't');
      assert.equal(exitCode, 1);
      assert.match(stderr, /The last change of t is reverted already[\s\S]*write it as a new statement/u);
      const unnamed = await scene.ship('revert');
      assert.equal(unnamed.exitCode, 1);
      assert.match(unnamed.stderr, /The last change of t is reverted already\.[\s\S]*\[cannot-revert\]/u);
      await scene.migrate('ALTER TABLE t ADD COLUMN added INT');
    });
  });
}

async function refuse(
  server: TestServer,
  { forward, more = keep, meanwhile = [], says, first, ships, byHand, corrects, frees }: Case,
): Promise<void> {
  await using scene = await openScene(server, { writers: 0 });
  if (forward.includes(' q')) await scene.query('ALTER TABLE t ADD COLUMN q INT NOT NULL');
  const run = await scene.ship('migrate', '--alter', `ALTER TABLE t ${forward}`, ...more);
  assert.equal(run.exitCode, 0, run.stderr);
  for (const statement of meanwhile) await scene.query(statement);
  const look = async (): Promise<unknown> => [
    await scene.query('SHOW TABLES'),
    await scene.definition(),
    await scene.query('CHECKSUM TABLE t, t_del'),
  ];
  const before = await look();
  const { exitCode, stderr } = await scene.ship('revert', '--table', 't');
  assert.equal(exitCode, 1);
  assert.match(stderr, says);
  assert.match(stderr, /\[[a-z-]+\]/u);
  assert.deepEqual(await look(), before);
  if (corrects !== undefined) {
    assert.match(
      stderr,
      /Correct these rows of t so that the table as it was can hold them, then run `ghostship revert` again/u,
    );
    assert.doesNotMatch(stderr, /wider type|leave the column longer|run the migration again|the altered table/u);
    await scene.query(corrects);
  }
  if (frees !== undefined) await scene.query(frees);
  if (corrects !== undefined || frees !== undefined) {
    assert.equal((await scene.ship('revert', '--table', 't')).exitCode, 0);
    return;
  }
  if (first !== undefined) await scene.query(first);
  if (ships !== undefined) {
    const shipped = await scene.ship('migrate', '--alter', `ALTER TABLE t ${ships}`, '--allow', 'drop-column');
    assert.equal(shipped.exitCode, 0, shipped.stderr);
  }
  if (byHand !== undefined) await scene.query(byHand);
}
