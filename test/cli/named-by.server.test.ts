import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { execa } from 'execa';
import type { NamedBy, NamingObject } from '../../src/engine/plan/named-by.ts';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { refuseNodeWarnings, traceWarnings } from '../support/node-warnings.ts';
import { createDatabase, query, type TestDatabase, type TestServer, testServers } from '../support/servers/index.ts';
import { readJson } from './cli.ts';

/* Who else names the table: what a plan of the built program tells of views, routines, events and triggers. */

let built: BuiltAction;
before(async () => {
  built = await buildAction();
});
after(() => built[Symbol.asyncDispose]());

const definitions = [
  'CREATE TABLE members (id INT PRIMARY KEY, email VARCHAR(99), city VARCHAR(99))',
  'CREATE TABLE audit (id INT PRIMARY KEY, email VARCHAR(99), note VARCHAR(99))',
  'CREATE VIEW active_members AS SELECT id, m.email FROM members m',
  'CREATE VIEW cities AS SELECT a.email, m.city FROM audit a LEFT JOIN (audit b JOIN members m ON m.id = b.id) ON a.id = b.id',
  "CREATE VIEW only_text AS SELECT 'members email' AS members FROM audit",
  // information_schema shows neither backslashes nor doubled quotes.
  "CREATE PROCEDURE purge_members(max_id INT) BEGIN SET @note = 'it''s'; IF max_id > 0 THEN DELETE FROM `members` WHERE email IS NULL; END IF; END",
  'CREATE PROCEDURE by_parameter(email INT) SELECT city FROM members WHERE id = email',
  "CREATE PROCEDURE only_comments() BEGIN -- members\n SELECT 'members.email' /* FROM members */; END",
  'CREATE PROCEDURE shadowed() WITH members AS (SELECT email FROM audit) SELECT email FROM members',
  'CREATE PROCEDURE aliased() SELECT members.email FROM audit members',
  'CREATE PROCEDURE unreadable() BEGIN ANALYZE TABLE members; END',
  'CREATE FUNCTION mail_of(wanted INT) RETURNS VARCHAR(99) READS SQL DATA RETURN (SELECT email FROM members WHERE id = wanted)',
  'CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY DISABLE DO UPDATE members SET city = NULL, email = LOWER(email)',
  'CREATE VIEW of_view AS SELECT id FROM active_members',
  'CREATE VIEW of_that_view AS SELECT id FROM of_view',
  'CREATE VIEW of_cities AS SELECT city FROM cities',
  String.raw`CREATE TRIGGER copy_mail AFTER INSERT ON audit FOR EACH ROW BEGIN SET @note = 'it\'s'; UPDATE members SET city = NEW.email WHERE id = NEW.id; END`,
  'CREATE TRIGGER own BEFORE INSERT ON members FOR EACH ROW SET NEW.city = (SELECT note FROM audit LIMIT 1)',
];

for (const server of testServers()) {
  describe(server.name, () => {
    it('a plan tells who names the table and a column that goes', () => whoNames(server));
    it('a plan tells who names a table that is dropped', () => whoNamesTheDropped(server));
    it('a plan tells what its user may not read', () => notReadable(server));
  });
}

async function whoNames(server: TestServer): Promise<void> {
  await using scene = await createScene(server);
  const { namedBy, stdout } = await plan(scene.database.url, 'ALTER TABLE members DROP COLUMN email');
  const other = scene.elsewhere.name;
  assert.deepEqual(namedBy.objects.listed.map(shown).toSorted(), [
    'event tidy: email',
    'function mail_of: email',
    'procedure by_parameter: email?',
    'procedure purge_members: email',
    'procedure shadowed?: email?',
    'procedure unreadable?:',
    'trigger copy_mail:',
    'view active_members: email',
    'view cities:',
    'view of_that_view:',
    'view of_view:',
    `view ${other}.report: email`,
  ]);
  const failing = namedBy.objects.listed.filter(({ fails }) => fails).map(({ name }) => name);
  assert.deepEqual(failing.toSorted(), [
    'active_members',
    'mail_of',
    'of_that_view',
    'of_view',
    'purge_members',
    'report',
    'tidy',
  ]);
  assert.match(
    stdout,
    /→ warning: Breaks [^\n]*view `active_members`[^\n]*: they name what goes, or what breaks with it\./u,
  );
  assert.match(stdout, /Ready to ship, with \d+\s+warning/u);
  assert.deepEqual({ ...namedBy, objects: [] }, { ...nothingElse, objects: [] });
  const [line] = /Named by: .*/u.exec(stdout) ?? [''];
  for (const part of [
    'view `active_members` (names `email`)',
    'view `cities`',
    'view `of_view` (through `active_members`)',
    'view `of_that_view` (through `of_view`)',
    'procedure `by_parameter` (may name `email`)',
    'procedure `shadowed` (may name it and `email`)',
    `view \`${other}.report\` (names \`email\`)`,
  ]) {
    assert.ok(`${line.slice('Named by: '.length, -1)}, `.includes(`${part}, `), `${part} in ${line}`);
  }
  for (const clause of ['RENAME COLUMN email TO mail', 'CHANGE email mail VARCHAR(99)']) {
    const renamed = await plan(scene.database.url, `ALTER TABLE members ${clause}`);
    assert.deepEqual(renamed.namedBy, namedBy, clause);
  }
  const added = await plan(scene.database.url, 'ALTER TABLE members ADD COLUMN age INT');
  const direct = namedBy.objects.listed.filter(({ through }) => through === undefined);
  assert.equal(added.namedBy.objects.listed.length, direct.length);
  assert.ok(added.namedBy.objects.listed.every(({ columns }) => columns.length === 0));
}

async function whoNamesTheDropped(server: TestServer): Promise<void> {
  await using scene = await createScene(server);
  const { namedBy } = await plan(scene.database.url, 'DROP TABLE members');
  assert.ok(namedBy.objects.listed.map(shown).includes('view active_members:'));
  assert.deepEqual(namedBy.objects.listed.filter(({ fails }) => !fails).map(shown), [
    'procedure shadowed?:',
    'procedure unreadable?:',
  ]);
  const renamed = await plan(scene.database.url, 'RENAME TABLE members TO people');
  assert.deepEqual(renamed.namedBy.objects, namedBy.objects);
  const swap = 'RENAME TABLE members TO aside, audit TO members, aside TO audit';
  const swapped = await plan(scene.database.url, swap);
  assert.ok(swapped.namedBy.objects.listed.every(({ fails }) => !fails));
}

async function notReadable(server: TestServer): Promise<void> {
  await using scene = await createScene(server);
  const { name } = scene.database;
  const user = `reader_${randomBytes(4).toString('hex')}`;
  await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
  try {
    await query(server, `GRANT ALL ON ${name}.* TO ${user}`);
    await query(server, `GRANT PROCESS, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO ${user}`);
    await query(server, `REVOKE SHOW VIEW ON ${name}.* FROM ${user}`);
    const target = `mysql://${user}:secret@${server.host}:${server.port}/${name}`;
    const { namedBy, stdout } = await plan(target, 'ALTER TABLE members DROP COLUMN email');
    const unreadable = namedBy.unreadable.listed.map((object) => `${object.kind} ${object.name}`);
    assert.ok(unreadable.includes('procedure purge_members'), unreadable.join());
    assert.ok(unreadable.includes('view active_members'), unreadable.join());
    assert.match(stdout, /Cannot be read by this user, and may name it: view `active_members`, .*and \d more\./u);
    assert.deepEqual(namedBy.objects.listed.map(shown).toSorted(), ['event tidy: email', 'trigger copy_mail:']);
    const routines = server.flavor === 'mysql' ? 'SHOW_ROUTINE on *.*' : 'SELECT on mysql.proc';
    assert.deepEqual(namedBy.lacks.toSorted(), [routines, `SHOW VIEW on ${name}.*`].toSorted());
    assert.match(stdout, /this user lacks .*SHOW VIEW on /u);
    // What is granted is seen.
    await query(server, `REVOKE EVENT ON ${name}.* FROM ${user}`);
    const blind = await plan(target, 'DROP TABLE members');
    assert.ok(
      blind.namedBy.lacks.includes(`EVENT on ${name}.*`),
      'what cannot be seen at all is told where the table goes',
    );
    for (const lack of blind.namedBy.lacks) await query(server, `GRANT ${lack} TO ${user}`);
    const seeing = await plan(target, 'DROP TABLE members');
    assert.deepEqual([seeing.namedBy.unreadable.listed, seeing.namedBy.lacks], [[], []]);
    const unseen = await plan(target, 'ALTER TABLE members ADD COLUMN age INT');
    assert.deepEqual(unseen.namedBy.lacks, []);
  } finally {
    await query(server, `DROP USER ${user}`);
  }
}

const nothingElse: NamedBy = {
  objects: { listed: [], more: 0 },
  unreadable: { listed: [], more: 0 },
  lacks: [],
  complete: true,
  problem: null,
};

interface NamingScene extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly elsewhere: TestDatabase;
}

async function createScene(server: TestServer): Promise<NamingScene> {
  await using made = new AsyncDisposableStack();
  const database = made.use(await createDatabase(server));
  const elsewhere = made.use(await createDatabase(server));
  for (const definition of definitions) await database.query(definition);
  await elsewhere.query(`CREATE VIEW report AS SELECT email FROM ${database.name}.members`);
  await elsewhere.query('CREATE TABLE members (email INT)');
  await elsewhere.query('CREATE PROCEDURE namesake() SELECT email FROM members');
  const kept = made.move();
  return { database, elsewhere, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

let runs = 0;

async function plan(target: string, alter: string): Promise<{ namedBy: NamedBy; stdout: string }> {
  const json = `plan-${++runs}.json`;
  const main = join(built.folder, 'dist/cli.js');
  const args = ['plan', '--target', target, '--alter', alter, '--triggers', 'carry', '--json', json];
  const allowed = ['--allow', 'drop-column,rename-column,drop-table,rename-table'];
  const node = process.env.GHOSTSHIP_NODE ?? process.execPath;
  const { stdout, stderr } = await execa(node, [traceWarnings, main, ...args, ...allowed], {
    cwd: built.folder,
    reject: false,
  });
  refuseNodeWarnings(stderr);
  const report = (await readJson(built.folder, json)) as { statements: { namedBy?: NamedBy }[] };
  const namedBy = report.statements[0]?.namedBy;
  assert.ok(namedBy !== undefined, `${stdout}${stderr}`);
  return { namedBy, stdout };
}

function shown({ kind, schema, name, doubt, columns }: NamingObject): string {
  const mark = (reason: string | null): string => (reason === null ? '' : '?');
  const named = columns.map((column) => ` ${column.name}${mark(column.doubt)}`).join('');
  return `${kind} ${schema === null ? '' : `${schema}.`}${name}${mark(doubt)}:${named}`;
}
