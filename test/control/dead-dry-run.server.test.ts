import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { openWireTap } from '../faults/support/wire-tap.ts';
import { startChild } from '../network/child.ts';
import { runCommand } from '../support/scenario/run-command.ts';
import { casesFor, createDatabase, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';

interface Death {
  readonly command: 'plan' | 'migrate';
  readonly statements: readonly string[];
  /** With `db` for the database. It dies while it has this one. */
  readonly clone: string;
  /** What cleanup names. */
  readonly label: string;
}

const alter = 'ALTER TABLE t MODIFY v VARCHAR(250)';
const deaths: readonly Death[] = [
  { command: 'plan', statements: [alter], clone: 'db.t_ghp', label: 't_ghp' },
  { command: 'migrate', statements: [alter], clone: 'db.t_ghr', label: 't_ghr' },
  { command: 'plan', statements: ['ALTER TABLE c ADD COLUMN a INT'], clone: 'db_c_ghp.c', label: 'db_c_ghp' },
  { command: 'migrate', statements: ['ALTER TABLE c ADD COLUMN a INT'], clone: 'db_c_ghr.c', label: 'db_c_ghr' },
  {
    command: 'plan',
    statements: ['ALTER TABLE t ADD COLUMN a INT', 'ALTER TABLE t ADD COLUMN b INT'],
    clone: 'db_ghs.t',
    label: 'db_ghs',
  },
];

for (const server of testServers()) {
  describe(`cleanup names and drops what a dead dry run left on ${server.name}`, { concurrency: 1 }, () => {
    let built: BuiltAction;
    before(async () => {
      built = await buildAction();
    });
    after(() => built[Symbol.asyncDispose]());

    for (const death of casesFor(server, deaths))
      it(`in ${death.label}, of ${death.command}`, { timeout: 120_000 }, () => dies(built, server, death));

    it('on a test replica as well', { timeout: 60_000 }, () => onReplica(built, server));

    it('and nothing of somebody', { timeout: 60_000 }, () => theirs(built, server));
  });
}

async function dies(built: BuiltAction, server: TestServer, death: Death): Promise<void> {
  await using scene = await setScene(built, server, death.statements);
  const named = (text: string): string => text.replace(/^db(?=[._])/u, scene.database.name);
  const label = named(death.label);
  // A dry run whose statement is held up is given up by its process within seconds, so the first question must not be slow.
  await scene.tell('status');
  await using tap = await openWireTap(server);
  const [schema, name] = named(death.clone).split('.');
  const held = tap.holdStatement({ text: /./u, after: new RegExp(`CREATE TABLE \`${schema}\`\\.\`${name}\``, 'u') });
  await using child = startChild(scene.main, scene.args(death.command, tap.port), server.password, scene.folder);
  await held;
  const living = await scene.tell('cleanup');
  assert.match(living.said, new RegExp(`Kept ${label}: its dry run is running\\.`, 'u'));
  assert.doesNotMatch(living.said, /Dropped/u);

  child.kill('SIGKILL');
  await child.ends(10_000);
  const before = await scene.left();
  const dry = await waitFor(
    async () => {
      const { said } = await scene.tell('cleanup', '--dry-run');
      return said.includes(`Would drop ${label}.`) ? said : null;
    },
    { timeoutMs: 30_000, what: `${label} to be named` },
  );
  assert.doesNotMatch(dry, /Kept/u);
  assert.deepEqual(await scene.left(), before);
  const { said } = await scene.tell('cleanup');
  assert.ok(said.includes(`Dropped ${label}.`), said);
  assert.deepEqual(await scene.left(), []);
}

async function onReplica(built: BuiltAction, server: TestServer): Promise<void> {
  await using scene = await setScene(built, server, [alter]);
  await scene.database.query('CREATE TABLE t_ghp LIKE t');
  await scene.database.query("CREATE TABLE t_ghp_mk (id INT PRIMARY KEY) COMMENT 'Ghostship dry run'");
  await scene.database.query("CREATE TABLE gone_ghp (id INT PRIMARY KEY) COMMENT 'Ghostship dry run'");
  await scene.database.query('INSERT INTO gone_ghp VALUES (1)');
  const cleanup = async (...more: string[]): Promise<string> => {
    await using child = startChild(scene.main, ['cleanup', '--replica', scene.url, ...more], server.password);
    return (await child.ends(30_000)).said;
  };
  // As it comes from a source whose migration is trying its statement.
  await scene.database.query('CREATE TABLE t_ghr LIKE t');
  for (const [words, more] of [
    ['Would drop', ['--dry-run']],
    ['Dropped', []],
  ] as const) {
    const said = await cleanup(...more);
    for (const name of ['t_ghp', 'gone_ghp']) assert.ok(said.includes(`${words} ${name}.`), said);
    assert.doesNotMatch(said, /t_ghr/u);
  }
  assert.deepEqual(await scene.left(), ['t_ghr']);
}

async function theirs(built: BuiltAction, server: TestServer): Promise<void> {
  await using scene = await setScene(built, server, [alter]);
  const { database } = scene;
  const schemas = [`${database.name}_t_ghp`, `${database.name}_c_ghr`, `${database.name}_ghs`];
  await database.query('CREATE TABLE t_ghp (id INT PRIMARY KEY)');
  await database.query('INSERT INTO t_ghp VALUES (1)');
  await database.query('CREATE VIEW t_ghr AS SELECT 1 AS one');
  await database.query('CREATE TABLE of_nothing_ghp (id INT PRIMARY KEY)');
  await database.query('CREATE TABLE c_ghp (id INT PRIMARY KEY)');
  for (const schema of schemas) await database.query(`CREATE DATABASE ${schema}`);
  await database.query(`CREATE TABLE ${schemas[0]}.t (id INT PRIMARY KEY)`);
  await database.query(`INSERT INTO ${schemas[0]}.t VALUES (1)`);
  await database.query(`CREATE TABLE ${schemas[1]}.other (id INT PRIMARY KEY)`);
  await database.query(`CREATE VIEW ${schemas[2]}.v AS SELECT 1 AS one`);
  const before = await scene.left();
  assert.equal(before.length, 7);
  for (const more of [['--dry-run'], []]) {
    const { said } = await scene.tell('cleanup', ...more);
    assert.doesNotMatch(said, /Dropped|Would/u);
    assert.match(said, /Kept c_ghp: it has no mark .* `` DROP TABLE IF EXISTS `\w+`\.`c_ghp` `` drops it\./u);
    for (const schema of schemas) assert.ok(said.includes(`Kept ${schema}: `), said);
    assert.deepEqual(await scene.left(), before);
  }
  await database.query(`INSERT INTO ${schemas[1]}.other VALUES (1)`);
  for (const schema of schemas) await database.query(`DROP DATABASE ${schema}`);
}

interface Scene extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly main: string;
  readonly url: string;
  readonly folder: string;
  /** Those of a command that reaches the server by this port. */
  args(command: string, port: number, ...more: string[]): string[];
  tell(command: string, ...more: string[]): Promise<{ readonly said: string }>;
  /** What is there beside the tables of the user. */
  left(): Promise<string[]>;
}

async function setScene(built: BuiltAction, server: TestServer, statements: readonly string[]): Promise<Scene> {
  const database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(200))');
  await database.query("INSERT INTO t VALUES (1, 'x')");
  await database.query('CREATE TABLE c (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES t (id))');
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-dead-'));
  await mkdir(join(folder, 'migrations'));
  for (const [index, statement] of statements.entries())
    await writeFile(join(folder, `migrations/${index}.sql`), `${statement};\n`);
  const urlBy = (port: number): string => `mysql://${server.user}@127.0.0.1:${port}/${database.name}?ssl-mode=disabled`;
  const main = join(built.folder, 'dist/cli.js');
  const args = (command: string, port: number, ...more: string[]): string[] => [
    command,
    ...more,
    '--target',
    urlBy(port),
  ];
  return {
    database,
    main,
    url: urlBy(server.port),
    folder,
    args,
    async tell(command, ...more) {
      const env = { GHOSTSHIP_PASSWORD: server.password };
      const asked = { program: main, args: args(command, server.port, ...more), cwd: folder, env };
      const { output } = await runCommand(asked, AbortSignal.timeout(60_000));
      return { said: output };
    },
    async left() {
      const tables = await database.query('SHOW TABLES');
      const schemas = await database.query(`SHOW DATABASES LIKE '${database.name.replaceAll('_', '\\_')}\\_%'`);
      const names = [...tables, ...schemas].map((row) => String(Object.values(row)[0]));
      return names.filter((name) => !['t', 'c', 'ghostship_migrations'].includes(name)).toSorted();
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}
