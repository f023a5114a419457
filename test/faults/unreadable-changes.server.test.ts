import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningServer, type ServerAddress, startServer } from '../support/servers/index.ts';
import { expectCompleted, expectFailed, expectWorkOrNothingLeft } from './support/judge.ts';
import { openTrial } from './support/trial.ts';

/** Whoever takes the backslash for one reads the name of the table as part of a text. */
function hiddenBehind(letter: string): string {
  return `UPDATE (SELECT '${letter}' AS x) AS o JOIN § AS x ON x.id = 5 SET x.v = 'a secret'`;
}

/** How a session can say `UPDATE t` so that it is logged as a statement. */
const statementForms: Readonly<
  Record<
    string,
    { readonly sql: string; readonly on?: 'mysql' | 'mariadb'; readonly mode?: string; readonly charset?: string }
  >
> = {
  'a plain UPDATE': { sql: 'UPDATE § SET v = "a secret" WHERE id = 5' },
  'behind a comment': { sql: '-- said by the application\nUPDATE § SET v = "x" WHERE id = 5' },
  'behind a # comment': { sql: '# said by the application\nUPDATE § SET v = "x" WHERE id = 5' },
  'in an executable comment': { sql: '/*!50000 UPDATE § SET v = "x" WHERE id = 5 */' },
  'with an apostrophe in a comment': { sql: "UPDATE /* don't */ § SET v = 'x' WHERE id = 5" },
  'joined with another table': { sql: 'UPDATE other AS o JOIN § AS x ON x.id = 5 SET x.v = "x"' },
  'with its schema': { sql: 'DELETE FROM DATABASE.§ WHERE id = 5' },
  'as REPLACE … SELECT': { sql: 'REPLACE INTO § (id, v) SELECT 5, "x"' },
  'in quotes of the SQL standard': { sql: `UPDATE "§" SET v = 'x' WHERE id = 5`, mode: 'ANSI_QUOTES' },
  'with backslashes that escape nothing': {
    sql: `UPDATE (SELECT '\\' AS x) AS o JOIN § AS x ON x.id = 5 SET x.v = 'a secret'`,
    mode: 'NO_BACKSLASH_ESCAPES',
  },
  // The client sends each letter as two bytes, and the second is that of a backslash.
  'in Shift JIS': { sql: hiddenBehind('ソ'), charset: 'sjis' },
  'in the Shift JIS of Windows': { sql: hiddenBehind('ソ'), charset: 'cp932' },
  'in GBK': { sql: hiddenBehind('璡'), charset: 'gbk' },
  'in GB18030': { sql: hiddenBehind('璡'), charset: 'gb18030', on: 'mysql' },
  'in Big5': { sql: hiddenBehind('功'), charset: 'big5' },
  'behind ANALYZE, which runs it': { sql: 'ANALYZE UPDATE § SET v = "x" WHERE id = 5', on: 'mariadb' },
  'behind SET STATEMENT': {
    sql: 'SET STATEMENT max_statement_time = 9 FOR UPDATE § SET v = "x" WHERE id = 5',
    on: 'mariadb',
  },
};

/** On servers of their own: a run of another test may have to stop at what is written by statement here. */
describe('changes that cannot be read:', { concurrency: 2 }, () => {
  for (const flavor of ['mysql', 'mariadb'] as const) {
    describe(`on ${flavor},`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name: flavor === 'mysql' ? 'mysql-9.7' : 'mariadb-10.11' });
      });
      after(() => server[Symbol.asyncDispose]());

      for (const [name, { sql, on, mode, charset }] of Object.entries(statementForms)) {
        if (on === undefined || on === flavor)
          it(`a statement, ${name}`, () => byStatement(server, sql, mode ?? '', charset ?? 'utf8mb4'));
      }
      it('a row image without the key', () => shortImage(server));
      if (flavor === 'mysql') it('a partial update of JSON can be', () => partialJson(server));
      it('statements on other tables are none of our business', () => others(server));
    });
  }
});

async function byStatement(server: ServerAddress, sql: string, mode: string, charset: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 500 });
  await trial.query('CREATE TABLE other (id INT PRIMARY KEY)');
  await trial.query('INSERT INTO other VALUES (1)');
  const run = trial.migrate({ options: { cutover: 'wait', verify: 'off' } });
  await run.until('waiting_for_cutover');
  const session = await trial.connect();
  await session.query(`SET SESSION binlog_format = STATEMENT, sql_mode = '${mode}', character_set_client = ${charset}`);
  for (const table of ['t', 'control']) {
    await session.query(sql.replaceAll('§', table).replaceAll('DATABASE', trial.database.name));
  }
  await trial.command('cutover');
  const outcome = await expectFailed(trial, run, 'stream-broken');
  assert.ok(!outcome.error?.message.includes('secret'), 'data of the statement is passed on');
  await trial.query('DROP TABLE other');
  await expectWorkOrNothingLeft(trial);
}

async function shortImage(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, {
    writers: 0,
    rows: 500,
    columns: 'id INT NOT NULL, u INT PRIMARY KEY, v VARCHAR(60), n INT, UNIQUE KEY by_id (id)',
  });
  // The primary key goes, so that the other one must do; a short image holds the primary key alone.
  const run = trial.migrate({
    alter: 'ALTER TABLE t DROP PRIMARY KEY, MODIFY u INT NULL, ADD COLUMN added INT',
    options: { cutover: 'wait', allow: ['drop-primary-key'] },
  });
  await run.until('waiting_for_cutover');
  const session = await trial.connect();
  await session.query('SET SESSION binlog_row_image = MINIMAL');
  for (const table of ['t', 'control']) await session.query(`UPDATE ${table} SET v = 'x' WHERE u = 5`);
  await trial.command('cutover');
  await expectFailed(trial, run, 'stream-broken');
}

async function partialJson(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, {
    writers: 0,
    rows: 500,
    columns: 'id INT PRIMARY KEY, u INT, v JSON, n INT',
    value: `JSON_OBJECT('a', REPEAT('long ', 100), 'b', 1)`,
  });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const session = await trial.connect();
  await session.query('SET SESSION binlog_row_value_options = PARTIAL_JSON');
  for (const table of ['t', 'control']) {
    await session.query(`UPDATE ${table} SET v = JSON_SET(v, '$.b', 2) WHERE id = 5`);
  }
  await trial.command('cutover');
  await expectCompleted(trial, run);
}

/** Statements with the table's name in them that leave it alone. */
async function others(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { rows: 500 });
  const run = trial.migrate({ options: { cutover: 'wait' } });
  await run.until('waiting_for_cutover');
  const session = await trial.connect();
  await session.query('CREATE TABLE IF NOT EXISTS t (id INT)');
  await session.query('CREATE TABLE other LIKE t');
  await session.query('ALTER TABLE other ADD COLUMN t INT');
  await session.query('CREATE TEMPORARY TABLE brief (t INT)');
  await session.query('DROP TEMPORARY TABLE brief');
  await session.query('ANALYZE TABLE t');
  await session.query('SET SESSION binlog_format = STATEMENT');
  await session.query("INSERT INTO other (v) VALUES ('this mentions t in a string')");
  await session.query('DROP TABLE other');
  await trial.command('cutover');
  await expectCompleted(trial, run);
}
