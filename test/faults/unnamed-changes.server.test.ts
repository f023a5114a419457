import { after, before, describe, it } from 'node:test';
import { heartbeatsPass } from '../invariants/support/moments.ts';
import {
  casesFor,
  type RunningServer,
  releaseOf,
  type ServerAddress,
  startServer,
  testServers,
} from '../support/servers/index.ts';
import { expectCompleted, expectFailed, expectNextRunCompletes } from './support/judge.ts';
import { openTrial, type Trial } from './support/trial.ts';
import { createUser, onSchema, onServer, type User } from './support/user.ts';

interface Way {
  /** Made before the migration; `§` is the table or its control, and `¤` what changes rows of it. */
  readonly made: readonly string[];
  /** Run by a session with `binlog_format=STATEMENT`. */
  readonly run: string;
  /** The other server refuses it. */
  readonly on?: 'mariadb';
}

const changes: Readonly<Record<string, string>> = {
  INSERT: "INSERT INTO § (id, v) VALUES (9001, 'by somebody')",
  UPDATE: "UPDATE § SET v = 'by somebody' WHERE id = 5",
  DELETE: 'DELETE FROM § WHERE id = 6',
};

const functionOf = 'CREATE FUNCTION fn_§() RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN ¤; RETURN 1; END';

/** How a change reaches the table though its name is not in the statement. */
const ways: Readonly<Record<string, Way>> = {
  'a trigger of another table': {
    made: ['CREATE TABLE o_§ (id INT PRIMARY KEY)', 'CREATE TRIGGER o_§_t AFTER INSERT ON o_§ FOR EACH ROW ¤'],
    run: 'INSERT INTO o_§ VALUES (1)',
  },
  'a trigger that is gone when the statement is read': {
    made: ['CREATE TABLE o_§ (id INT PRIMARY KEY)', 'CREATE TRIGGER o_§_t AFTER INSERT ON o_§ FOR EACH ROW ¤'],
    run: 'INSERT INTO o_§ VALUES (1); DROP TRIGGER o_§_t',
  },
  'a stored function of a query': { made: [functionOf], run: 'SELECT fn_§()' },
  'a stored function of DO': { made: [functionOf], run: 'DO fn_§()' },
  'a stored function with a quote in a text': {
    made: [functionOf.replace('BEGIN', "BEGIN SET @what = 'it''s';")],
    run: 'DO fn_§()',
  },
  'a stored function of an INSERT': {
    made: [functionOf, 'CREATE TABLE o_§ (id INT PRIMARY KEY)'],
    run: 'INSERT INTO o_§ VALUES (fn_§())',
  },
  'a stored function of a new table': {
    made: [functionOf],
    run: 'CREATE TABLE n_§ AS SELECT fn_§() AS x',
    on: 'mariadb',
  },
  'a stored function of a view that is read': {
    made: [functionOf, 'CREATE TABLE o_§ (id INT PRIMARY KEY)', 'CREATE VIEW f_§ AS SELECT fn_§() AS id'],
    run: 'INSERT INTO o_§ SELECT id FROM f_§',
  },
  'a procedure that inserts by a function': {
    made: [functionOf, 'CREATE TABLE o_§ (id INT PRIMARY KEY)', 'CREATE PROCEDURE p_§() INSERT INTO o_§ SELECT fn_§()'],
    run: 'CALL p_§()',
  },
};

/** The view is the table under another name, so the statement is the change itself. */
const throughViews: Readonly<Record<string, readonly string[]>> = {
  'a view': ['CREATE VIEW w_§ AS SELECT * FROM §'],
  'a view of a view': ['CREATE VIEW x_§ AS SELECT * FROM §', 'CREATE VIEW w_§ AS SELECT * FROM x_§'],
};

/** What a session may log as statements without a stop. */
const everywhere: readonly string[] = [
  "INSERT INTO other (id, v) VALUES (1, CONCAT('a', LOWER('B'))), (2, 'fn()') ON DUPLICATE KEY UPDATE v = VALUES(v)",
  'UPDATE other AS o JOIN others AS s ON s.id = o.id SET o.v = s.v WHERE o.id IN (1, 2)',
  'REPLACE INTO other (id, v) SELECT id, COALESCE(MAX(v), 0) FROM others GROUP BY id',
  'DELETE FROM others WHERE id = 3',
  'INSERT INTO other (id, v) SELECT id + 90000, v FROM t WHERE id < 3',
  'REPLACE INTO other (id, v) SELECT id + 90000, v FROM t WHERE id < 3',
  'CREATE TABLE made AS SELECT id, COUNT(*) AS n FROM others GROUP BY id',
  'INSERT INTO kid (id, p) VALUES (1, 1)',
];

/** Written in ways that are not read, or by ways that lead elsewhere: a stop only for who cannot see where they lead. */
const waysElsewhere: readonly string[] = [
  ...everywhere,
  "INSERT INTO seen (id, v) VALUES (7, 'by a view')",
  "UPDATE watched SET v = 'by its trigger' WHERE id = 1",
  'INSERT INTO kid (id, p) SELECT 9, twice(1)',
  'WITH x AS (SELECT 1 AS id) SELECT twice(id) FROM x',
];

const unseenWays: readonly string[] = [
  'CREATE VIEW w_§ AS SELECT * FROM §',
  'CREATE TABLE o_§ (id INT PRIMARY KEY)',
  "CREATE TRIGGER o_§_t AFTER INSERT ON o_§ FOR EACH ROW UPDATE § SET v = 'by somebody' WHERE id = 5",
  'CREATE FUNCTION fn_§() RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN DELETE FROM § WHERE id = 6; RETURN 1; END',
];

const throughUnseen: readonly string[] = [
  'DELETE FROM w_§ WHERE id = 5',
  'INSERT INTO o_§ VALUES (1)',
  'SELECT fn_§()',
];

/**
 * On servers of their own: a run may have to stop at what another test does by statement, where that test drops its views and
 * triggers right after it, or where the user cannot see them.
 */
describe('a statement that does not name the table', { concurrency: 2 }, () => {
  for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
    describe(`on ${name}`, { concurrency: 1 }, () => {
      let server: RunningServer;
      before(async () => {
        server = await startServer({ name });
      });
      after(() => server[Symbol.asyncDispose]());

      for (const [way, { made, run }] of casesFor(releaseOf(name), Object.entries(ways), ([, { on }]) => on)) {
        for (const [what, change] of Object.entries(changes))
          it(`stops the run: ${what} by ${way}`, () => stops(server, filled(made, change), run));
      }
      for (const [way, made] of casesFor(releaseOf(name), Object.entries(throughViews)))
        for (const [what, change] of Object.entries(changes))
          it(`stops the run: ${what} through ${way}`, () => stops(server, made, change.replaceAll('§', 'w_§')));
      it('stops the run where a view was made meanwhile', () => viewMadeMeanwhile(server));
      it('is no matter where it can reach no other table', () => leavesAlone(server, everywhere));
      it('is no matter where it goes ways that do not lead to the table', () => leavesAlone(server, waysElsewhere));
      it('is no matter where it can reach no other table, and the user sees one database', () =>
        leavesAlone(server, everywhere, true));
      for (const run of casesFor(releaseOf(name), throughUnseen))
        it(`stops the run of a user who sees one database: ${run}`, () => stops(server, unseenWays, run, true));
      if (name === 'mysql-9.7')
        for (const isLimited of [false, true])
          for (const run of ['DELETE FROM parent WHERE id = 2', 'REPLACE INTO parent SELECT MAX(p) FROM t'])
            it(`stops the run where foreign keys lead on${isLimited ? ', and the user sees one database' : ''}: ${run}`, () =>
              cascades(server, run, isLimited));
    });
  }
});

describe('rows that somebody writes to the ghost', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    for (const [what, change] of Object.entries({
      INSERT: "INSERT INTO t_gho (id, v) VALUES (9001, 'by somebody')",
      UPDATE: "UPDATE t_gho SET v = 'by somebody' WHERE id = 5",
      DELETE: 'DELETE FROM t_gho WHERE id = 6',
    }))
      it(`stop the run: ${what}, on ${server.name}`, () => intoTheGhost(server, change));
  }
});

function filled(made: readonly string[], change: string): readonly string[] {
  return made.map((statement) => statement.replaceAll('¤', change));
}

async function stops(server: ServerAddress, made: readonly string[], run: string, isLimited = false): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 500, besides: made });
  await using user = await limited(trial, isLimited);
  const migration = trial.migrate({ user: user.name, options: { cutover: 'wait' } });
  await migration.until('waiting_for_cutover');
  await byStatement(
    trial,
    ['t', 'control'].map((table) => run.replaceAll('§', table)),
  );
  await trial.command('cutover');
  await expectFailed(trial, migration, 'stream-broken');
}

async function viewMadeMeanwhile(server: ServerAddress): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 500 });
  const migration = trial.migrate({ options: { cutover: 'wait' } });
  await migration.until('waiting_for_cutover');
  for (const table of ['t', 'control']) {
    await trial.query(`CREATE VIEW w_${table} AS SELECT * FROM ${table}`);
    await byStatement(trial, [`UPDATE w_${table} SET v = 'by somebody' WHERE id = 5`]);
    await trial.query(`DROP VIEW w_${table}`);
  }
  await trial.command('cutover');
  await expectFailed(trial, migration, 'stream-broken');
  await expectNextRunCompletes(trial);
}

async function leavesAlone(server: ServerAddress, run: readonly string[], isLimited = false): Promise<void> {
  await using trial = await openTrial(server, { rows: 500 });
  const elsewhere = await trial.connect({ multipleStatements: true });
  await elsewhere.query(
    `CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(60));
     CREATE TABLE others LIKE other; CREATE TABLE watched LIKE other;
     CREATE TABLE kid (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES other (id) ON DELETE CASCADE);
     INSERT INTO watched VALUES (1, 'as it was');
     CREATE VIEW seen AS SELECT * FROM others;
     CREATE FUNCTION twice(a INT) RETURNS INT DETERMINISTIC RETURN a * 2;
     CREATE TRIGGER watching AFTER UPDATE ON watched FOR EACH ROW DELETE FROM others WHERE id = 4`,
  );
  await using user = await limited(trial, isLimited);
  const migration = trial.migrate({ user: user.name, options: { cutover: 'wait' } });
  await migration.until('waiting_for_cutover');
  await byStatement(trial, run);
  await heartbeatsPass(trial);
  await elsewhere.query('DROP VIEW seen; DROP TABLE kid, made, other, others, watched; DROP FUNCTION twice');
  await elsewhere.end();
  await trial.command('cutover');
  await expectCompleted(trial, migration);
}

/** Where the server keeps foreign keys above InnoDB, rows that change with those of another table are logged, but not by a statement. */
async function cascades(server: ServerAddress, run: string, isLimited: boolean): Promise<void> {
  const besides = [
    'CREATE TABLE IF NOT EXISTS parent (id INT PRIMARY KEY)',
    'INSERT IGNORE INTO parent VALUES (1), (2)',
    'ALTER TABLE § ADD COLUMN p INT DEFAULT 1, ADD FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE',
  ];
  await using trial = await openTrial(server, { writers: 0, rows: 500, besides });
  await trial.query('UPDATE t JOIN control USING (id) SET t.p = 2, control.p = 2 WHERE id = 5');
  await using user = await limited(trial, isLimited);
  const migration = trial.migrate({
    user: user.name,
    options: { cutover: 'wait', foreignKeys: isLimited ? 'drop' : 'carry' },
  });
  await migration.until('waiting_for_cutover');
  await byStatement(trial, [run]);
  await trial.command('cutover');
  await expectFailed(trial, migration, 'stream-broken');
}

/** With no more than the README asks for. */
async function limited(trial: Trial, isLimited: boolean): Promise<User> {
  const { server, database } = trial;
  if (!isLimited) return { name: server.user, [Symbol.asyncDispose]: async () => {} };
  return createUser(server, database.name, [...onSchema, 'REFERENCES'], onServer);
}

async function intoTheGhost(server: ServerAddress, change: string): Promise<void> {
  await using trial = await openTrial(server, { writers: 0, rows: 500 });
  const migration = trial.migrate({ options: { cutover: 'wait' } });
  await migration.until('waiting_for_cutover');
  await trial.query(change);
  await trial.command('cutover');
  await expectFailed(trial, migration, 'rows-differ');
  await expectNextRunCompletes(trial);
}

async function byStatement(trial: Trial, statements: readonly string[]): Promise<void> {
  const session = await trial.connect({ multipleStatements: true });
  await session.query('SET SESSION binlog_format = STATEMENT');
  for (const statement of statements) await session.query(statement);
  await session.end();
}
