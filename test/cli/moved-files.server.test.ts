import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* Where files go after they were applied, as plan and migrate alike see it. */

type Files = Readonly<Record<string, string>>;

const visit = 'UPDATE users SET visits = visits + 1;\n';
const column = 'ALTER TABLE users ADD COLUMN a INT;\n';
const rebuild = 'ALTER TABLE users ENGINE=InnoDB;\n';
const index = 'CREATE INDEX by_visits ON users (visits);\n';

interface Move {
  readonly name: string;
  readonly before: Files;
  readonly after: Files;
  /** What plan and migrate say. */
  readonly says: RegExp;
  /** How often rows were visited in the end. */
  readonly visits: number;
  readonly flags?: readonly string[];
}

const moves: readonly Move[] = [
  {
    name: 'a file in another folder',
    before: { 'migrations/1.sql': column + visit },
    after: { 'migrations/2026/1.sql': `-- moved\n${column}${visit}` },
    says: /applied on [\d: -]+ UTC as migrations\/1\.sql/u,
    visits: 1,
  },
  {
    name: 'a file of another name, and a new file in its place',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/0001_visit.sql': visit, 'migrations/2.sql': column },
    says: /as migrations\/1\.sql/u,
    visits: 1,
  },
  {
    name: 'a copy of a file that is still there',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/1.sql': visit, 'migrations/2.sql': visit },
    says: /UPDATE users/u,
    visits: 2,
  },
  {
    name: 'a copy of a file that the globs do not name',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/1.sql': visit, 'migrations/2.sql': visit },
    says: /UPDATE users/u,
    visits: 2,
    flags: ['--files', 'migrations/2.sql'],
  },
  {
    name: 'two copies of a file that is gone',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/2.sql': visit, 'migrations/3.sql': visit },
    says: /as migrations\/1\.sql/u,
    visits: 2,
  },
  {
    name: 'the rest of a file',
    before: { 'migrations/1.sql': visit + visit },
    after: { 'migrations/2.sql': visit },
    says: /2\.sql has a statement of migrations\/1\.sql/u,
    visits: 2,
  },
  {
    name: 'a file of another name, with one more statement',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/2.sql': visit + column },
    says: /differs from what was applied[\s\S]* as migrations\/1\.sql[\s\S]*\+ ALTER TABLE users ADD COLUMN a INT/u,
    visits: 1,
  },
  {
    name: 'a file that changes rows, after which others are gone',
    before: { 'migrations/1.sql': visit, 'migrations/2.sql': 'UPDATE users SET visits = visits + 0;\n' },
    after: { 'migrations/3.sql': visit },
    says: /as migrations\/1\.sql/u,
    visits: 1,
  },
  {
    name: 'a file like one that is gone, behind a file that has undone it',
    before: { 'migrations/1.sql': index, 'migrations/2.sql': 'DROP INDEX by_visits ON users;\n' },
    after: { 'migrations/2.sql': 'DROP INDEX by_visits ON users;\n', 'migrations/3.sql': index },
    says: /1\.sql, which was applied on [^\n]* and now stands behind a file that has changed the same table since/u,
    visits: 0,
  },
  {
    name: 'a file of another name that keeps its place before others',
    before: { 'migrations/1.sql': column, 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN b INT;\n' },
    after: { 'migrations/1_a.sql': column, 'migrations/2.sql': 'ALTER TABLE users ADD COLUMN b INT;\n' },
    says: /as migrations\/1\.sql/u,
    visits: 0,
  },
  {
    name: 'an applied file with another text',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/1.sql': visit.replace('1', '5') },
    says: /differs from what was applied[\s\S]*- UPDATE users SET visits = visits \+ 1\s+\+ UPDATE users SET visits = visits \+ 5/u,
    visits: 1,
  },
  {
    name: 'an applied file with one more statement',
    before: { 'migrations/1.sql': visit },
    after: { 'migrations/1.sql': visit + column },
    says: /differs from what was applied[\s\S]*\+ ALTER TABLE users ADD COLUMN a INT/u,
    visits: 1,
  },
];

for (const server of testServers()) {
  describe(`files that move, on ${server.name}`, { timeout: 300_000 }, () => {
    let database: TestDatabase;
    let folder: string;
    beforeEach(async () => {
      database = await createDatabase(server);
      folder = await mkdtemp(join(tmpdir(), 'moved-'));
      await database.query('CREATE TABLE users (id INT PRIMARY KEY, visits INT NOT NULL)');
      await database.query('INSERT INTO users VALUES (1, 0)');
    });
    afterEach(async () => {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    async function put(files: Files): Promise<void> {
      await rm(join(folder, 'migrations'), { recursive: true, force: true });
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    }

    async function asked(command: string, flags: readonly string[] = []): Promise<string> {
      const given = ['--target', database.url, '--data-statements', 'run', ...flags];
      const { stdout, stderr } = await run(folder, [command, ...given]);
      return stdout + stderr;
    }

    const visits = async (): Promise<number> => Number((await database.query('SELECT visits FROM users'))[0]?.visits);

    for (const { name, before, after, says, visits: expected, flags } of casesFor(server, moves)) {
      test(name, async () => {
        await put(before);
        assert.match(await asked('migrate'), /completed/u);
        await put(after);
        assert.match(await asked('plan', flags), says);
        assert.match(await asked('migrate', flags), says);
        assert.equal(await visits(), expected);
        await asked('migrate', flags);
        assert.equal(await visits(), expected, 'and it stays so');
      });
    }

    test('a file like one that is gone, with what undid it, is a new file', async () => {
      await put({
        'migrations/1.sql': index,
        'migrations/2.sql': 'DROP INDEX by_visits ON users;\n',
      });
      assert.match(await asked('migrate'), /completed/u);
      await put({ 'migrations/3.sql': index });
      assert.doesNotMatch(await asked('plan'), /as migrations\/1\.sql/u);
      assert.match(await asked('migrate'), /completed/u);
      assert.equal((await database.query("SHOW INDEX FROM users WHERE Key_name = 'by_visits'")).length, 1);
    });

    const doubts: readonly (Pick<Move, 'name' | 'before' | 'after' | 'says' | 'visits'> & {
      /** Of the run in between. */
      readonly between: Files;
      /** What makes it known that the file is applied, or is to be run. */
      readonly moved: Files;
      readonly renewed: Files;
    })[] = [
      {
        name: 'a file that changes rows',
        before: { 'migrations/1.sql': visit },
        between: { 'migrations/2.sql': column },
        after: { 'migrations/2.sql': column, 'migrations/3.sql': `-- once more\n${visit}` },
        says: /name it migrations\/1\.sql again: it is not run\. To run it once more, write a comment into the statement, such as UPDATE \/\* once more \*\//u,
        moved: { 'migrations/2.sql': column, 'migrations/1.sql': visit },
        renewed: { 'migrations/2.sql': column, 'migrations/3.sql': visit.replace('UPDATE', 'UPDATE /* once more */') },
        visits: 1,
      },
      {
        name: 'the only file, that changes a table, in another folder',
        before: { 'migrations/1.sql': 'ALTER TABLE users ENGINE=InnoDB;\n' },
        between: {},
        after: { 'migrations/2/1.sql': 'ALTER TABLE users ENGINE=InnoDB;\n' },
        says: /such as ALTER \/\* once more \*\//u,
        moved: { 'migrations/1.sql': 'ALTER TABLE users ENGINE=InnoDB;\n' },
        renewed: { 'migrations/2/1.sql': 'ALTER /* once more */ TABLE users ENGINE=InnoDB;\n' },
        visits: 0,
      },
      {
        name: 'a file of which two were made',
        before: { 'migrations/1.sql': visit + rebuild },
        between: { 'migrations/1.sql': visit + rebuild },
        after: { 'migrations/2.sql': visit, 'migrations/3.sql': rebuild },
        says: /2\.sql has a statement of migrations\/1\.sql, [\s\S]*put it back into migrations\/1\.sql/u,
        moved: { 'migrations/1.sql': visit + rebuild },
        renewed: { 'migrations/2.sql': visit.replace('UPDATE', 'UPDATE /* once more */'), 'migrations/3.sql': rebuild },
        visits: 1,
      },
      {
        name: 'a file that is back without what has undone it',
        before: { 'migrations/1.sql': index },
        between: { 'migrations/2.sql': 'DROP INDEX by_visits ON users;\n' },
        after: { 'migrations/1.sql': index },
        says: /1\.sql was applied on .*, and then it was deleted\. migrations\/2\.sql, .* has changed its table since[\s\S]*If nothing of it is undone, put migrations\/2\.sql back/u,
        moved: { 'migrations/1.sql': index, 'migrations/2.sql': 'DROP INDEX by_visits ON users;\n' },
        renewed: { 'migrations/3.sql': index.replace('CREATE', 'CREATE /* once more */') },
        visits: 0,
      },
      {
        name: 'a file that is back without what has changed its rows since',
        before: { 'migrations/1.sql': visit },
        between: { 'migrations/2.sql': 'UPDATE users SET visits = 7;\n' },
        after: { 'migrations/1.sql': visit },
        says: /has changed its table since[\s\S]*write it into a new file, and write a comment/u,
        moved: { 'migrations/1.sql': visit, 'migrations/2.sql': 'UPDATE users SET visits = 7;\n' },
        renewed: { 'migrations/3.sql': visit.replace('UPDATE', 'UPDATE /* once more */') },
        visits: 7,
      },
    ];
    for (const { name, before, between, after, says, moved, renewed, visits: expected } of casesFor(server, doubts)) {
      const begin = async (): Promise<void> => {
        await put(before);
        assert.match(await asked('migrate'), /completed/u);
        await put(between);
        await asked('migrate');
        await put(after);
        for (const command of ['plan', 'migrate']) assert.match(await asked(command), says);
        assert.equal(await visits(), expected);
      };
      test(`nobody can tell whether it is applied, and it is: ${name}`, async () => {
        await begin();
        await put(moved);
        assert.match(await asked('migrate'), /it is not run again/u);
        assert.equal(await visits(), expected);
      });
      test(`nobody can tell whether it is applied, and it is to be run: ${name}`, async () => {
        await begin();
        await put(renewed);
        assert.match(await asked('plan'), /once more/u);
        assert.match(await asked('migrate'), /completed/u);
        assert.equal(await visits(), before['migrations/1.sql']?.startsWith(visit) === true ? expected + 1 : expected);
      });
    }

    test('a deletion beside a file without a statement is noted', async () => {
      const nothing = { 'migrations/0.sql': '-- nothing\n' };
      await put({ ...nothing, 'migrations/1.sql': visit });
      await asked('migrate');
      await put(nothing);
      await asked('migrate');
      await put({ ...nothing, 'migrations/2.sql': visit });
      for (const command of ['plan', 'migrate']) assert.match(await asked(command), /once more/u);
      assert.equal(await visits(), 1);
    });

    test('a file that was deleted, and is back as it was, is applied', async () => {
      await put({ 'migrations/1.sql': visit, 'migrations/2.sql': column });
      await asked('migrate');
      await put({ 'migrations/3.sql': index });
      await asked('migrate');
      await put({ 'migrations/1.sql': visit, 'migrations/3.sql': index });
      assert.match(await asked('migrate'), /it is not run again/u);
      assert.equal(await visits(), 1);
    });

    test('a new file under the old path of one that has moved is a new file', async () => {
      await put({ 'migrations/1.sql': visit });
      await asked('migrate');
      await put({ 'migrations/9.sql': visit });
      await asked('migrate');
      await put({ 'migrations/1.sql': column, 'migrations/9.sql': visit });
      assert.match(await asked('migrate'), /completed/u);
      assert.equal(await visits(), 1);
      assert.equal((await database.query("SHOW COLUMNS FROM users LIKE 'a'")).length, 1);
    });

    test('a file that was applied in part has the rest still to run where it went', async () => {
      const rest = 'INSERT INTO users (id, visits) VALUES (2, 0);\n';
      await put({ 'migrations/1.sql': visit + rest });
      await database.query('INSERT INTO users (id, visits) VALUES (2, 0)');
      await asked('migrate');
      await database.query('DELETE FROM users WHERE id = 2');
      await put({ 'migrations/2.sql': visit + rest });
      assert.match(await asked('migrate'), /as migrations\/1\.sql/u);
      assert.equal(await visits(), 1);
      assert.equal((await database.query('SELECT * FROM users WHERE id = 2 AND visits = 0')).length, 1);
    });

    test('what the baseline has of a file that cannot be read moves with it', async () => {
      const odd = 'CREATE PROCEDURE p() BEGIN SELECT 1;\n';
      await put({ 'migrations/1.sql': `DELIMITER //\n${odd}` });
      await asked('baseline', ['--through', 'migrations/1.sql']);
      await put({ 'migrations/0.sql': `DELIMITER //\n${odd}`, 'migrations/2.sql': visit });
      assert.match(await asked('migrate'), /completed/u);
      assert.equal(await visits(), 1);
    });
  });
}
