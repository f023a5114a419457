import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { execa } from 'execa';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { readJson } from '../cli/cli.ts';
import { traceWarnings } from '../support/node-warnings.ts';
import { createDatabase, query, type ServerAddress, startServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';

/* Names of schemas and tables that people write in another case than the server, in the URL, the statement and --table. */

/** A run that hangs is ended, and its test fails. */
const runBudgetMs = 90_000;

let built: BuiltAction;
let folder = '';
before(async () => {
  built = await buildAction();
  folder = await mkdtemp(join(tmpdir(), 'ghostship-letter-case-'));
});
after(async () => {
  await built[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

describe('a server that knows names in lower case alone', { concurrency: 2, timeout: 400_000 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let shop: Shop;
      before(async () => {
        const server = await startServer({ name, options: { lower_case_table_names: '1' } });
        shop = await openShop(server, server);
      });
      after(() => shop?.stop());

      it('a copy completes, and is seen, told and cleaned up', () => copies(shop));
      it('a plan tells the names of the server', () => plans(shop));
      it('a table that is dropped is retired and cleaned up', () => drops(shop));
      it('what a dead run left behind is cleaned up', () => cleansUp(shop));
      it('a parent is not copied, and a child is', () => relates(shop));
      it('triggers are carried over', () => carriesTriggers(shop));
      it('the server changes what it can change itself', () => changesOnServer(shop));
    });
  }
});

describe('a server that tells names apart by their case', { concurrency: 2, timeout: 200_000 }, () => {
  for (const server of testServers()) {
    it(`the table that is there is named on ${server.name}`, () => namesTheOther(server));
  }
});

async function copies(shop: Shop): Promise<void> {
  const alter = 'ALTER TABLE uSERS MODIFY name VARCHAR(300)';
  const more = ['--algorithm', 'copy', '--retired', 'keep', '--cutover', 'wait', '--json', shop.json];
  const running = shop.run('migrate', '--alter', alter, ...more);
  await Promise.race([shop.untilAtTheGate('UserS'), running]);
  const other = await shop.run('status', '--table', 'nobody');
  assert.doesNotMatch(other.all, /waiting for cutover/u);
  for (const command of ['pause', 'resume', 'cutover']) {
    const told = await shop.run(command, '--table', 'USErs');
    assert.equal(told.exitCode, 0, told.all);
  }
  const ended = await running;
  assert.equal(ended.exitCode, 0, ended.all);
  const { migrations } = (await readJson(folder, shop.json)) as { migrations: unknown[] };
  assert.partialDeepStrictEqual(migrations, [
    { table: 'users', state: 'completed', rowsCopied: shop.rows, retired: 'users_del', verified: { differences: 0 } },
  ]);
  assert.match((await shop.run('cleanup', '--table', 'nobody')).all, /Nothing/iu);
  assert.deepEqual(await shop.tables('users'), ['users', 'users_del']);
  const cleaned = await shop.run('cleanup', '--retired', 'drop', '--table', 'USERS');
  assert.equal(cleaned.exitCode, 0, cleaned.all);
  assert.deepEqual(await shop.tables('users'), ['users']);
}

async function plans(shop: Shop): Promise<void> {
  for (const table of ['Users', `${shop.written}.uSeRs`]) {
    const planned = await shop.run(
      'plan',
      '--alter',
      `ALTER TABLE ${table} MODIFY name VARCHAR(310)`,
      '--json',
      shop.json,
    );
    assert.equal(planned.exitCode, 0, planned.all);
    const { statements } = (await readJson(folder, shop.json)) as { statements: unknown[] };
    assert.partialDeepStrictEqual(statements, [{ table: 'users' }]);
    assert.ok(planned.all.includes('active_users'), planned.all);
  }
}

async function drops(shop: Shop): Promise<void> {
  // The name of what is retired has a digest of a name that is too long.
  for (const name of ['Gone', `Gone_${'Long'.repeat(14)}`]) {
    await shop.query(`CREATE TABLE ${name} (id INT PRIMARY KEY)`);
    const dropping = `DROP TABLE ${name.toUpperCase()}`;
    const planned = await shop.run('plan', '--alter', dropping, '--allow', 'drop-table');
    const dropped = await shop.run('migrate', '--alter', dropping, '--allow', 'drop-table');
    assert.equal(dropped.exitCode, 0, dropped.all);
    const [retired = ''] = await shop.tables('gone');
    assert.match(retired, /^gone.*_del$/u);
    assert.ok(planned.all.includes(retired), planned.all);
    const cleaned = await shop.run('cleanup', '--retired', 'drop', '--table', `G${name.slice(1).toUpperCase()}`);
    assert.equal(cleaned.exitCode, 0, cleaned.all);
    assert.deepEqual(await shop.tables('gone'), []);
  }
}

async function cleansUp(shop: Shop): Promise<void> {
  const alter = 'ALTER TABLE Users MODIFY name VARCHAR(320)';
  const ending = new AbortController();
  const running = shop.start(['migrate', '--alter', alter, '--algorithm', 'copy', '--cutover', 'wait'], ending.signal);
  await Promise.race([shop.untilAtTheGate('users'), running]);
  ending.abort();
  await running;
  assert.ok((await shop.tables('users')).length > 1);
  await waitFor(
    async () => {
      await shop.run('cleanup', '--table', 'uSErs');
      return (await shop.tables('users')).length === 1;
    },
    { timeoutMs: 60_000, what: 'the tables of the dead run to be dropped' },
  );
}

async function relates(shop: Shop): Promise<void> {
  await shop.query('CREATE TABLE Parents (id INT PRIMARY KEY)');
  await shop.query('INSERT INTO Parents VALUES (1)');
  await shop.query(
    'CREATE TABLE Children (id INT PRIMARY KEY, parent INT, CONSTRAINT of_parent FOREIGN KEY (parent) REFERENCES Parents (id))',
  );
  await shop.query('INSERT INTO Children VALUES (1, 1)');
  const copy = ['--algorithm', 'copy', '--foreign-keys', shop.flavor === 'mysql' ? 'carry' : 'drop'];
  const refused = await shop.run('migrate', '--alter', 'ALTER TABLE pARENTS MODIFY id BIGINT', ...copy);
  assert.equal(refused.exitCode, 1);
  assert.match(refused.all, /Other tables refer to parents: of_parent/u);
  const change = 'ALTER TABLE CHILDREN ADD COLUMN note INT';
  const done = await shop.run('migrate', '--alter', change, ...copy, '--retired', 'keep');
  assert.equal(done.exitCode, 0, done.all);
  const [row] = await shop.query('SHOW CREATE TABLE children');
  assert.equal(/REFERENCES `parents`/u.test(JSON.stringify(row)), shop.flavor === 'mysql');
  assert.equal((await shop.run('cleanup', '--retired', 'drop', '--table', 'Children')).exitCode, 0);
  assert.deepEqual(await shop.tables('children'), ['children']);
  assert.deepEqual(await shop.query("SHOW DATABASES LIKE 'bug_shop_%'"), []);
}

async function carriesTriggers(shop: Shop): Promise<void> {
  await shop.query('CREATE TABLE Logged (id INT PRIMARY KEY, at INT)');
  await query(
    shop.server,
    `CREATE TRIGGER ${shop.written}.Counts BEFORE INSERT ON ${shop.written}.Logged FOR EACH ROW SET NEW.at = 2`,
  );
  const copy = ['--algorithm', 'copy', '--triggers', 'carry'];
  const done = await shop.run('migrate', '--alter', 'ALTER TABLE LOGGED MODIFY at BIGINT', ...copy);
  assert.equal(done.exitCode, 0, done.all);
  await shop.query('INSERT INTO logged VALUES (1, 1)');
  assert.partialDeepStrictEqual(await shop.query('SELECT id, at FROM LOGGED'), [{ id: 1, at: 2 }]);
}

async function changesOnServer(shop: Shop): Promise<void> {
  const done = await shop.run(
    'migrate',
    '--alter',
    'ALTER TABLE bug_SHOP.uSers ADD COLUMN age INT',
    '--json',
    shop.json,
  );
  assert.equal(done.exitCode, 0, done.all);
  const { migrations } = (await readJson(folder, shop.json)) as { migrations: unknown[] };
  assert.partialDeepStrictEqual(migrations, [{ table: 'users', algorithm: 'instant', state: 'completed' }]);
}

async function namesTheOther(server: ServerAddress): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE users (id INT PRIMARY KEY)');
  await database.query('CREATE TABLE uSERS (id INT PRIMARY KEY)');
  const shop = shopIn(server, database.name, async () => {}, 0);
  for (const [command, ...more] of [['plan'], ['migrate']] as const) {
    for (const statement of ['ALTER TABLE Users ADD COLUMN a INT', 'DROP TABLE Users']) {
      const refused = await shop.run(command, '--alter', statement, '--allow', 'drop-table', ...more);
      assert.equal(refused.exitCode, 1, refused.all);
      assert.match(refused.all, /There is no table Users in \w+; there (?:is|are) uSERS and users\./u);
    }
  }
  const elsewhere = shopIn(server, database.name.toUpperCase(), async () => {}, 0);
  const refused = await elsewhere.run('migrate', '--alter', 'ALTER TABLE users ADD COLUMN a INT');
  assert.equal(refused.exitCode, 1, refused.all);
  assert.match(refused.all, /Unknown database[\s\S]*upper and lower case/u);
}

interface Shop {
  readonly server: ServerAddress;
  readonly flavor: ServerAddress['flavor'];
  /** The schema as it stands in the URL. */
  readonly written: string;
  readonly rows: number;
  readonly json: string;
  query(sql: string): ReturnType<typeof query>;
  /** Tables of the shop, as the server spells them. */
  tables(prefix: string): Promise<string[]>;
  run(command: string, ...args: string[]): ReturnType<Shop['start']>;
  /** @param signal kills the process at once, without a chance to tidy up */
  start(args: readonly string[], signal: AbortSignal): Promise<{ exitCode: number | undefined; all: string }>;
  untilAtTheGate(table: string): Promise<unknown>;
  stop(): Promise<void>;
}

async function openShop(server: ServerAddress, owned: AsyncDisposable): Promise<Shop> {
  await query(server, 'CREATE DATABASE Bug_Shop');
  const rows = 512;
  const shop = shopIn(server, 'BUG_Shop', async () => owned[Symbol.asyncDispose](), rows);
  await shop.query('CREATE TABLE Users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(99))');
  await shop.query("INSERT INTO Users (name) VALUES ('a')");
  for (let count = 1; count < rows; count *= 2) await shop.query('INSERT INTO users (name) SELECT name FROM USERS');
  await shop.query('CREATE VIEW Active_users AS SELECT id FROM Users');
  return shop;
}

function shopIn(server: ServerAddress, written: string, stop: () => Promise<void>, rows: number): Shop {
  const main = join(built.folder, 'dist/cli.js');
  const node = process.env.GHOSTSHIP_NODE ?? process.execPath;
  const ask = (sql: string): ReturnType<typeof query> =>
    query(server, sql.replaceAll(/\b(TABLE|INTO|FROM|REFERENCES|VIEW) (?=\w)/gu, `$1 ${written}.`));
  const start: Shop['start'] = async ([command = '', ...args], signal) => {
    const all = [traceWarnings, main, command, '--target', `${server.url}${written}`, ...args];
    const options = { cwd: folder, reject: false, all: true, timeout: runBudgetMs, cancelSignal: signal } as const;
    const ended = await execa(node, all, { ...options, forceKillAfterDelay: false, killSignal: 'SIGKILL' });
    assert.ok(!ended.timedOut, `${command} hangs: ${ended.all}`);
    return { exitCode: ended.exitCode, all: ended.all };
  };
  const run: Shop['run'] = (...args) => start(args, new AbortController().signal);
  return {
    server,
    flavor: server.flavor,
    written,
    rows,
    json: `${server.flavor}.json`,
    query: ask,
    tables: async (prefix) => {
      const found = await query(server, `SHOW TABLES FROM ${written} LIKE '${prefix}%'`);
      return found.map((row) => String(Object.values(row)[0]));
    },
    start,
    run,
    untilAtTheGate: (table) =>
      waitFor(async () => /waiting for cutover/u.test((await run('status', '--table', table)).all), {
        timeoutMs: runBudgetMs,
        what: 'the migration to wait at the gate',
      }),
    stop,
  };
}
