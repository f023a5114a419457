import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDatabase, testServers } from '../../../test/support/servers/index.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import { parseTarget } from '../../mysql/target.ts';
import { usualQuoting } from '../../sql/parser/quoting.ts';
import { changeRows, type Note } from './change-rows.ts';

const note: Note = { claim: async () => true, write: async () => {}, isWritten: async () => false };

for (const server of testServers()) {
  test(`what takes longer than the server expected is stopped and undone on ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
    await database.query('INSERT INTO t VALUES (1, 1), (2, 1), (3, 1)');
    const work = {
      statement: 'UPDATE t SET n = IF(id = 1, 2, SLEEP(100))',
      quoting: usualQuoting,
      place: '1.sql:1',
      tables: [{ schema: database.name, name: 't' }],
      database: database.name,
      rows: 0,
      maxRows: 100,
      maxStatementMs: 500,
    };
    const { signal } = new AbortController();
    const target = parseTarget(database.url, null);
    await assert.rejects(changeRows(work, note, target, 3_000, signal), {
      code: 'time-limit',
      tableState: 'unchanged',
    });
    const isOver = async (): Promise<boolean> => {
      const processes = await database.query('SHOW PROCESSLIST');
      return !processes.some((row) => String(row.Info).startsWith('UPDATE t SET n = IF'));
    };
    await waitFor(isOver, { timeoutMs: 10_000, what: 'the server to stop' });
    assert.deepEqual(await database.query('SELECT n FROM t'), [{ n: 1 }, { n: 1 }, { n: 1 }]);
  });

  test(`so is what is aborted on ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
    await database.query('INSERT INTO t VALUES (1, 1)');
    const work = {
      statement: 'UPDATE t SET n = SLEEP(100)',
      quoting: usualQuoting,
      place: '1.sql:1',
      tables: [{ schema: database.name, name: 't' }],
      database: database.name,
      rows: 0,
      maxRows: 100,
      maxStatementMs: 60_000,
    };
    const controller = new AbortController();
    const changing = changeRows(work, note, parseTarget(database.url, null), 3_000, controller.signal);
    const isRunning = async (): Promise<boolean> =>
      (await database.query('SHOW PROCESSLIST')).some((row) => row.Info === work.statement && row.db === database.name);
    await waitFor(isRunning, { timeoutMs: 10_000, what: 'the statement' });
    controller.abort(new Error('somebody said stop'));
    await assert.rejects(changing, /somebody said stop/u);
    assert.deepEqual(await database.query('SELECT n FROM t'), [{ n: 1 }]);
  });

  test(`what the server reads in another way now is not run on ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await database.query('CREATE TABLE t (id INT PRIMARY KEY, s VARCHAR(9))');
    await database.query("INSERT INTO t VALUES (1, 'a')");
    const target = parseTarget(database.url, null);
    const { signal } = new AbortController();
    const others = { ansiQuotes: true, plainBackslashes: true };
    const tables = [{ schema: database.name, name: 't' }];
    const work = { place: '1.sql:1', tables, database: database.name, rows: 0, maxRows: 9 };
    for (const statement of ['UPDATE t SET s = "id"', String.raw`UPDATE t SET s = 'c:\\'`]) {
      const read = { ...work, statement, maxStatementMs: 60_000 };
      await assert.rejects(changeRows({ ...read, quoting: others }, note, target, 3_000, signal), {
        code: 'unsupported-statement',
        message: /of 1\.sql:1 were read by another sql_mode than the server has now/u,
      });
      await changeRows({ ...read, quoting: usualQuoting }, note, target, 3_000, signal);
    }
    assert.deepEqual(await database.query('SELECT s FROM t'), [{ s: 'c:\\' }]);
  });
}
