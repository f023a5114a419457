import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type CliRun, readJson, run } from './cli.ts';

/*
 * The plan tries every statement on what those before it leave, as the migration will: what is green ships, and what is red is
 * refused at that statement with that code, before anything is started. Where the statements are run one by one, the engine says the
 * same.
 */

interface Run {
  readonly name: string;
  /** Tables that are there besides. */
  readonly there?: readonly string[];
  /** One text a file, in order. */
  readonly files: readonly string[];
  readonly flags?: readonly string[];
  readonly on?: 'mysql';
  /** The code of the first statement that fails, and the place of its file, from 0; `null` where all of them ship. */
  readonly fails: { readonly at: number; readonly code: string } | null;
}

const checked = 'CREATE TABLE checked (id INT PRIMARY KEY, a INT, CONSTRAINT ck CHECK (a > 0), CHECK (a < 99))';
/** With a check of its own it is altered in another schema, where all names are free. */
const other = 'CREATE TABLE other (id INT PRIMARY KEY, a INT, CONSTRAINT other_ck CHECK (a > 0))';
const named = 'CREATE TABLE named (id INT PRIMARY KEY, a INT, CONSTRAINT CK CHECK (a > 0))';

/** On MySQL the name of a check is one of the schema. */
const checks: readonly Run[] = [
  { name: 'made anew with its check', there: [checked], files: ['DROP TABLE checked', checked], fails: null },
  {
    name: 'made anew with its check, and then altered',
    there: [checked],
    files: [`DROP TABLE IF EXISTS checked; ${checked}`, 'ALTER TABLE checked ADD COLUMN b INT'],
    fails: null,
  },
  {
    name: 'a check of a name that a new table takes',
    there: [other],
    files: [checked, 'ALTER TABLE other ADD CONSTRAINT ck CHECK (a > 0), MODIFY id BIGINT'],
    on: 'mysql',
    fails: { at: 1, code: 'invalid-statement' },
  },
  {
    name: 'a check of a name that another table has',
    there: [checked, other],
    files: ['ALTER TABLE other ADD CONSTRAINT ck CHECK (a > 0), MODIFY id BIGINT'],
    on: 'mysql',
    fails: { at: 0, code: 'invalid-statement' },
  },
  {
    name: 'a column with a check of a name that another table has',
    there: [checked, other],
    files: [
      'ALTER TABLE orders ADD COLUMN a INT',
      'ALTER TABLE other ADD COLUMN w INT CONSTRAINT Ck CHECK (w > 0), MODIFY id BIGINT',
    ],
    on: 'mysql',
    fails: { at: 1, code: 'invalid-statement' },
  },
  {
    name: 'a new table with a check of a name that another table has',
    there: [checked],
    files: [named],
    on: 'mysql',
    fails: { at: 0, code: 'invalid-statement' },
  },
  {
    name: 'the same after the other is renamed',
    there: [checked],
    files: ['RENAME TABLE checked TO ticked', named],
    on: 'mysql',
    fails: { at: 1, code: 'invalid-statement' },
  },
  {
    name: 'a check of a name that a table had that is dropped',
    there: [checked, other],
    files: ['DROP TABLE checked', 'ALTER TABLE other ADD CONSTRAINT ck CHECK (a > 0), MODIFY id BIGINT'],
    fails: null,
  },
  {
    name: 'a check of a name that another table had',
    there: [checked],
    files: ['ALTER TABLE checked DROP CONSTRAINT ck', named],
    fails: null,
  },
  {
    name: 'a foreign key of a name that a table had that is dropped',
    files: [
      'ALTER TABLE users ADD COLUMN o INT',
      'DROP TABLE lines_of',
      'ALTER TABLE users ADD CONSTRAINT of_order FOREIGN KEY (o) REFERENCES orders (id)',
    ],
    fails: null,
  },
];

const runs: readonly Run[] = [
  ...checks,
  {
    name: 'a column, then a typing error',
    files: ['ALTER TABLE users ADD COLUMN c1 INT', 'ALTER TABLE users ADDD COLUMN x INT'],
    fails: { at: 1, code: 'invalid-statement' },
  },
  {
    name: 'two files that add the same column',
    files: ['ALTER TABLE users ADD COLUMN c1 INT', 'ALTER TABLE users ADD COLUMN c1 INT'],
    fails: { at: 1, code: 'invalid-statement' },
  },
  {
    name: 'a new table with a type that there is not',
    files: ['CREATE TABLE foo (idd INTTT PRIMARY KEY, )'],
    fails: { at: 0, code: 'invalid-statement' },
  },
  {
    name: 'a new table that is there already',
    files: ['CREATE TABLE users (id INT PRIMARY KEY)'],
    fails: { at: 0, code: 'invalid-statement' },
  },
  {
    name: 'a new table that may be there already',
    files: ['CREATE TABLE IF NOT EXISTS users (id INT PRIMARY KEY); ALTER TABLE users ADD COLUMN c INT'],
    fails: null,
  },
  {
    name: 'create, alter, drop',
    files: ['CREATE TABLE t (id INT PRIMARY KEY)', 'ALTER TABLE t ADD COLUMN a INT', 'DROP TABLE t'],
    fails: null,
  },
  {
    name: 'a long column of a new parent that gets another name',
    files: [
      'CREATE TABLE up (id INT PRIMARY KEY, k TEXT NOT NULL)',
      'CREATE TABLE down (id INT PRIMARY KEY, up INT, FOREIGN KEY (up) REFERENCES up (id))',
      '-- lint:ignore rename-column\nALTER TABLE up CHANGE COLUMN k long_k TEXT',
    ],
    fails: null,
  },
  {
    name: 'numbers for the rows of a new table',
    files: [
      'CREATE TABLE numbered (x INT PRIMARY KEY)',
      'ALTER TABLE numbered DROP PRIMARY KEY, ADD COLUMN id INT AUTO_INCREMENT PRIMARY KEY',
    ],
    fails: null,
  },
  {
    name: 'a table of the retired name',
    files: ['CREATE TABLE t (id INT PRIMARY KEY)', 'CREATE TABLE t_del (id INT PRIMARY KEY)', 'DROP TABLE t'],
    fails: { at: 2, code: 'leftover-tables' },
  },
  { name: 'a retired name that is taken', files: ['DROP TABLE taken'], fails: { at: 0, code: 'leftover-tables' } },
  {
    name: 'dropped twice, and made anew between',
    files: ['DROP TABLE users', 'CREATE TABLE users (id INT PRIMARY KEY)', 'DROP TABLE users'],
    fails: { at: 2, code: 'leftover-tables' },
  },
  { name: 'dropped twice', files: ['DROP TABLE users', 'DROP TABLE users'], fails: { at: 1, code: 'unknown-table' } },
  {
    name: 'altered after it is dropped',
    files: ['DROP TABLE users', 'ALTER TABLE users ADD COLUMN a INT'],
    fails: { at: 1, code: 'unknown-table' },
  },
  {
    name: 'altered before it is dropped',
    files: ['ALTER TABLE users ADD COLUMN a INT', 'DROP TABLE users'],
    fails: null,
  },
  {
    name: 'made anew after it is dropped',
    files: ['DROP TABLE users', 'CREATE TABLE users (id INT PRIMARY KEY)'],
    fails: null,
  },
  {
    name: 'altered by the server while the dropped table has the name of its retired one',
    files: ['DROP TABLE users', 'CREATE TABLE users (id INT PRIMARY KEY)', 'ALTER TABLE users ADD COLUMN a INT'],
    fails: null,
  },
  {
    name: 'altered by the server while somebody has the name of its retired table',
    files: ['ALTER TABLE taken ADD COLUMN a INT'],
    fails: null,
  },
  {
    name: 'copied while the dropped table has the name of its retired one',
    files: ['DROP TABLE users', 'CREATE TABLE users (id INT PRIMARY KEY)', 'ALTER TABLE users MODIFY id BIGINT'],
    flags: ['--algorithm', 'copy'],
    fails: { at: 2, code: 'leftover-tables' },
  },
  {
    name: 'copied while somebody has the name of its retired table',
    files: ['ALTER TABLE taken MODIFY id BIGINT'],
    flags: ['--algorithm', 'copy'],
    fails: { at: 0, code: 'leftover-tables' },
  },
  {
    name: 'copied twice, and the table as it was is kept',
    files: [
      'ALTER TABLE users MODIFY id BIGINT',
      'ALTER TABLE orders ADD COLUMN a INT',
      'ALTER TABLE users MODIFY id INT',
    ],
    flags: ['--retired', 'keep'],
    fails: { at: 2, code: 'leftover-tables' },
  },
  {
    name: 'dropped while the table as it was is kept',
    files: ['ALTER TABLE users MODIFY id BIGINT', 'DROP TABLE users'],
    flags: ['--retired', 'keep'],
    fails: { at: 1, code: 'leftover-tables' },
  },
  {
    name: 'altered by the server while the table as it was is kept',
    files: ['ALTER TABLE users MODIFY id BIGINT', 'ALTER TABLE users ADD COLUMN a INT'],
    flags: ['--retired', 'keep'],
    fails: null,
  },
  {
    name: 'altered under its new name',
    files: ['RENAME TABLE users TO people', 'ALTER TABLE people ADD COLUMN a INT', 'ALTER TABLE people DROP COLUMN a'],
    fails: null,
  },
  {
    name: 'altered under its old name',
    files: ['RENAME TABLE users TO people', 'ALTER TABLE users ADD COLUMN a INT'],
    fails: { at: 1, code: 'unknown-table' },
  },
  {
    name: 'a key dropped, and added again',
    files: ['ALTER TABLE users DROP KEY email', 'ALTER TABLE users ADD KEY email (email, id)'],
    fails: null,
  },
  {
    name: 'a key dropped twice',
    files: ['ALTER TABLE users DROP KEY email', 'ALTER TABLE users DROP KEY email'],
    fails: { at: 1, code: 'invalid-statement' },
  },
  {
    name: 'a child of a parent that the run makes',
    files: [
      'CREATE TABLE parent (id INT PRIMARY KEY)',
      'CREATE TABLE child (id INT PRIMARY KEY, p INT, CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id))',
      'ALTER TABLE child ADD COLUMN a INT',
    ],
    fails: null,
  },
  {
    name: 'a child of a parent that the run makes, and then rewritten',
    files: [
      'CREATE TABLE parent (id INT PRIMARY KEY)',
      'CREATE TABLE child (id INT PRIMARY KEY AUTO_INCREMENT, p INT, CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id))',
      'ALTER TABLE child MODIFY id BIGINT AUTO_INCREMENT',
    ],
    fails: null,
  },
  {
    name: 'a child of a parent that the run makes, and then copied with its key',
    files: [
      'CREATE TABLE parent (id INT PRIMARY KEY)',
      'CREATE TABLE child (id INT PRIMARY KEY, p INT, CONSTRAINT to_parent FOREIGN KEY (p) REFERENCES parent (id))',
      'ALTER TABLE child MODIFY id BIGINT',
    ],
    flags: ['--algorithm', 'copy', '--foreign-keys', 'carry'],
    on: 'mysql',
    fails: null,
  },
  {
    name: 'a child of a parent that the run renames',
    files: ['RENAME TABLE orders TO bills', 'ALTER TABLE lines_of MODIFY id BIGINT'],
    fails: null,
  },
  {
    name: 'a child of a parent that is nowhere',
    files: ['CREATE TABLE child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES nobody (id))'],
    fails: { at: 0, code: 'invalid-statement' },
  },
  {
    name: 'a parent dropped before its child',
    files: ['DROP TABLE orders'],
    fails: { at: 0, code: 'unsupported-table' },
  },
  { name: 'a parent dropped after its child', files: ['DROP TABLE lines_of', 'DROP TABLE orders'], fails: null },
  {
    name: 'a parent dropped after the foreign key',
    files: ['ALTER TABLE lines_of DROP FOREIGN KEY of_order', 'DROP TABLE orders'],
    fails: null,
  },
  {
    name: 'an existing table that comes to refer to a new one',
    files: [
      'CREATE TABLE kind (id INT PRIMARY KEY)',
      'ALTER TABLE users ADD COLUMN k INT',
      'ALTER TABLE users ADD CONSTRAINT of_kind FOREIGN KEY (k) REFERENCES kind (id)',
    ],
    fails: null,
  },
  {
    name: 'a column that is added empty and may not be',
    files: ['ALTER TABLE users ADD COLUMN a INT', 'ALTER TABLE users MODIFY COLUMN a INT NOT NULL'],
    fails: { at: 1, code: 'data-does-not-fit' },
  },
  {
    name: 'a column renamed, and too short for what it holds',
    files: ['ALTER TABLE users RENAME COLUMN email TO mail', 'ALTER TABLE users MODIFY COLUMN mail VARCHAR(2)'],
    fails: { at: 1, code: 'data-does-not-fit' },
  },
];

for (const server of testServers()) {
  describe(`the order of a plan on ${server.name}`, { timeout: 600_000 }, () => {
    let folder = '';
    let home: TestDatabase;
    before(async () => {
      home = await createDatabase(server);
    });
    after(async () => {
      await home[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-order-'));
      await mkdir(join(folder, 'migrations'));
      await home.query('SET FOREIGN_KEY_CHECKS = 0');
      for (const name of await tables()) await home.query(`DROP TABLE \`${name}\``);
      await home.query('SET FOREIGN_KEY_CHECKS = 1');
      await home.query('CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(50), KEY email (email))');
      await home.query("INSERT INTO users VALUES (1, 'abc')");
      await home.query('CREATE TABLE orders (id INT PRIMARY KEY)');
      await home.query(
        'CREATE TABLE lines_of (id INT PRIMARY KEY, o INT, CONSTRAINT of_order FOREIGN KEY (o) REFERENCES orders (id))',
      );
      await home.query('CREATE TABLE taken (id INT PRIMARY KEY)');
      await home.query('CREATE TABLE taken_del (id INT PRIMARY KEY)');
    });

    const tables = async (): Promise<string[]> =>
      (await home.query('SHOW TABLES')).map((row) => String(Object.values(row)[0]));
    const stages = async (): Promise<unknown[]> => home.query(`SHOW DATABASES LIKE '${home.name}\\_gh%'`);
    const allowed = 'rename-table,multiple-alters-same-table,drop-table,drop-column,rename-column,add-foreign-key';
    const ship = (command: string, ...flags: string[]): Promise<CliRun> =>
      run(folder, [command, '--target', home.url, '--allow', allowed, '--json', `${command}.json`, ...flags]);
    const migrated = async (): Promise<readonly Migrated[]> =>
      ((await readJson(folder, 'migrate.json')) as { migrations: readonly Migrated[] }).migrations;

    for (const { name, there: besides = [], files, flags = [], fails } of runs.filter(
      ({ on = server.flavor }) => on === server.flavor,
    )) {
      test(`${name}: ${fails === null ? 'ships' : fails.code}`, async () => {
        for (const table of besides) await home.query(table);
        for (const [index, text] of files.entries())
          await writeFile(join(folder, `migrations/${index + 1}.sql`), `${text};\n`);
        const there = await tables();
        const plan = await ship('plan', ...flags);
        assert.deepEqual(await tables(), there, 'a plan leaves nothing');
        assert.deepEqual(await stages(), [], 'a plan leaves nothing beside the database');
        assert.doesNotMatch(plan.stdout, /_gh[psr]\b/u, 'the names are those of the user');
        const statements = (await readJson(folder, 'plan.json')).statements as readonly Planned[];
        const red = statements.findIndex(isRed);
        assert.equal(red, fails?.at ?? -1, plan.stdout);
        assert.equal(plan.exitCode, fails === null ? 0 : 1, plan.stdout);
        const planned = statements[red];
        if (planned?.kind === 'refused') assert.equal(planned.error.code, fails?.code, plan.stdout);

        const migrate = await ship('migrate', ...flags);
        const migrations = await migrated();
        if (fails !== null && fails.at > 0) assert.deepEqual(await tables(), there);
        assert.equal(
          migrations.findIndex(({ error }) => error !== null),
          red,
          migrate.stderr,
        );
        assert.equal(migrations[red]?.error?.code, fails?.code, migrate.stderr);
        const others = migrations.filter((_, index) => index !== red).map(({ state }) => state);
        assert.deepEqual([...new Set(others)], others.length === 0 ? [] : [fails === null ? 'completed' : 'queued']);
        for (const index of fails === null ? [] : files.slice(0, fails.at + 1).keys()) {
          const { stderr } = await ship('migrate', ...flags, '--files', `migrations/${index + 1}.sql`);
          const [only] = await migrated();
          assert.equal(only?.error?.code, index === fails?.at ? fails.code : undefined, stderr);
        }
      });
    }

    const twice = [
      'ALTER TABLE users DROP COLUMN email',
      'ALTER TABLE users ADD COLUMN a INT',
      'ALTER TABLE users ADD INDEX by_email (email)',
      'CREATE TABLE roles (id INT PRIMARY KEY)',
    ];
    for (const statement of casesFor(server, twice)) {
      test(`${statement}, twice: nobody has done it by hand`, async () => {
        await writeFile(join(folder, 'migrations/1.sql'), `${statement};\n${statement};\n`);
        const { stdout, exitCode } = await ship('plan');
        assert.equal(exitCode, 1, stdout);
        assert.match(stdout, /in the same run, has done that already\. Take it out of one of them\./u);
        assert.doesNotMatch(stdout, /by hand/u);
        await writeFile(join(folder, 'migrations/1.sql'), `${statement};\n`);
        assert.equal((await ship('plan')).exitCode, 0);
      });
    }

    const keys = [
      {
        name: 'to a new table, in a column that has a value in no row',
        files: ['CREATE TABLE roles (id INT PRIMARY KEY)', 'ALTER TABLE users ADD COLUMN r INT'],
        key: 'FOREIGN KEY (r) REFERENCES roles (id)',
        said: null,
      },
      {
        name: 'to a new table, in a column that has a value in each row',
        files: [
          'CREATE TABLE roles (id INT PRIMARY KEY)',
          'INSERT INTO roles VALUES (1)',
          'ALTER TABLE users ADD COLUMN r INT NOT NULL DEFAULT 1',
        ],
        key: 'FOREIGN KEY (r) REFERENCES roles (id)',
        said: /^r refers to a row of roles in 1 row, and a statement before it makes what it refers to, so whether that row is there/u,
      },
      {
        name: 'to a table of another name',
        files: ['RENAME TABLE orders TO roles', 'ALTER TABLE users ADD COLUMN r INT'],
        key: 'FOREIGN KEY (r) REFERENCES roles (id)',
        said: null,
      },
      {
        name: 'to rows that a statement brings',
        files: ['INSERT INTO orders VALUES (1)'],
        key: 'FOREIGN KEY (id) REFERENCES orders (id)',
        said: /^id refers to no row of orders in 1 row, .*A statement before it changes rows/u,
      },
    ];
    for (const { name, files, key, said } of casesFor(server, keys)) {
      test(`a foreign key ${name}: the plan says what can be known`, async () => {
        const statements = [...files, `ALTER TABLE users ADD CONSTRAINT fk ${key}`];
        await writeFile(join(folder, 'migrations/1.sql'), statements.join(';\n'));
        const carried = ['--data-statements', 'run', '--foreign-keys', 'carry'];
        const plan = await ship('plan', ...carried);
        const planned = (await readJson(folder, 'plan.json')).statements as readonly Planned[];
        const last = planned.at(-1);
        assert.ok(last?.kind === 'planned', plan.stdout);
        const messages = last.hazards.map(({ message }) => message);
        assert.equal(messages.length, said === null ? 0 : 1, messages.join('\n'));
        if (said !== null) assert.match(messages[0] ?? '', said);
        assert.doesNotMatch(plan.stdout, /found out in time/u);
        const migrate = await ship('migrate', ...carried);
        assert.equal(migrate.exitCode, 0, migrate.stderr);
      });
    }

    test('what follows a renaming that nobody has allowed says that it was judged without it', async () => {
      const files = ['RENAME TABLE users TO people', 'ALTER TABLE people ADD a INT', 'ALTER TABLE users ADD b INT'];
      await writeFile(join(folder, 'migrations/1.sql'), files.join(';\n'));
      const plan = await run(folder, ['plan', '--target', home.url]);
      for (const table of ['people', 'users'])
        assert.match(
          plan.stdout,
          new RegExp(`An earlier statement that names ${table} fails \\(migrations/1\\.sql:1\\)`, 'u'),
        );
    });

    test('what follows a failing statement is judged without it, and each says so', async () => {
      const files = ['ALTER TABLE users ADDD x INT', 'ALTER TABLE users ADD a INT', 'ALTER TABLE users ADD b INT'];
      await writeFile(join(folder, 'migrations/1.sql'), files.join(';\n'));
      const plan = await ship('plan');
      assert.equal(
        plan.stdout.match(/An earlier statement that names users fails \(migrations\/1\.sql:1\)/gu)?.length,
        2,
      );
      const { statements } = (await readJson(folder, 'plan.json')) as { statements: readonly Planned[] };
      assert.deepEqual(
        statements.map(({ kind }) => kind),
        ['refused', 'planned', 'planned'],
      );
    });

    test('a copy whose retired name a DROP TABLE of the run takes: the advice makes way', async () => {
      const write = (at: number, ...statements: string[]): Promise<void> =>
        writeFile(join(folder, `migrations/${at}.sql`), `${statements.join(';\n')};\n`);
      const copying = 'ALTER TABLE users MODIFY id BIGINT';
      await write(1, 'DROP TABLE users', 'CREATE TABLE users (id INT PRIMARY KEY)');
      await write(2, copying);
      const refused = await ship('migrate', '--algorithm', 'copy');
      assert.match(
        refused.stderr,
        /Run the statements before this one first, then `ghostship cleanup --retired drop`/u,
      );
      assert.match(refused.stderr, /users is as it was\./u);

      assert.equal((await ship('migrate', '--files', 'migrations/1.sql')).exitCode, 0);
      const cleanup = await run(folder, ['cleanup', '--target', home.url, '--retired', 'drop']);
      assert.equal(cleanup.exitCode, 0, cleanup.stderr);
      const shipped = await ship('migrate', '--algorithm', 'copy');
      assert.equal(shipped.exitCode, 0, shipped.stderr);
    });
  });
}

type Planned =
  | { readonly kind: 'refused'; readonly error: { readonly code: string } }
  | {
      readonly kind: 'planned';
      readonly hazards: readonly { readonly count: number | 'unknown'; readonly message: string }[];
    };

interface Migrated {
  readonly state: string;
  readonly error: { readonly code: string } | null;
}

function isRed(statement: Planned): boolean {
  return statement.kind === 'refused' || statement.hazards.some(({ count }) => count !== 'unknown' && count > 0);
}
