import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pullRequestEvent, type WorkflowEvent } from '../support/github/index.ts';
import type { ActionRun } from '../support/runner/index.ts';
import { casesFor, type RunningServer, type ServerName, startServer } from '../support/servers/index.ts';
import { makeTablesAnew, permissions, type Scene, setScene } from './scene.ts';

/*
 * A statement hangs on more than its text and its table: on the tables that it writes or takes for a pattern, and on settings of the
 * server. What moves there after the plan stops the run; what does not matter to the statement does not. Settings are changed here,
 * so the servers are its own.
 */

interface Move {
  readonly statement: string;
  /** Before the plan. */
  readonly setup?: readonly string[];
  /** Between plan and merge; it may name the database as {db}. */
  readonly between: string;
  /** Takes it back; the tables are made anew anyway. */
  readonly undo?: string;
  /** What the run says; `null` where it ships. */
  readonly says: RegExp | null;
  readonly only?: 'mysql' | 'mariadb';
}

const child = (action: string): string =>
  `CREATE TABLE children (id INT PRIMARY KEY, user INT, FOREIGN KEY (user) REFERENCES users(id) ${action})`;
const stamped = ['CREATE TABLE items (id INT PRIMARY KEY, at TIMESTAMP NULL)', 'INSERT INTO items VALUES (1, NOW())'];
const zone = { between: "SET GLOBAL time_zone = '+05:00'", undo: 'SET GLOBAL time_zone = SYSTEM' };
const addColumn = 'ALTER TABLE users ADD COLUMN z INT DEFAULT 4';
const create = 'CREATE TABLE items (id INT PRIMARY KEY, name VARCHAR(20), at TIMESTAMP)';
const ascii = {
  between: 'ALTER DATABASE {db} CHARACTER SET ascii',
  undo: 'ALTER DATABASE {db} CHARACTER SET utf8mb4',
};

const moves: readonly Move[] = [
  { statement: 'ALTER TABLE items MODIFY at DATETIME', setup: stamped, ...zone, says: /time_zone of the server/u },
  { statement: 'ALTER TABLE items MODIFY id BIGINT', setup: stamped, ...zone, says: null },
  {
    statement: "UPDATE items SET at = '2026-01-01' WHERE id = 1",
    setup: stamped,
    ...zone,
    says: /time_zone of the server/u,
  },
  { statement: "UPDATE users SET name = 'x' WHERE id = 1", ...zone, says: null },
  {
    statement: 'ALTER TABLE items MODIFY at DATETIME',
    setup: ['CREATE TABLE items (id INT PRIMARY KEY, at DATETIME(6))'],
    between: "SET GLOBAL sql_mode = CONCAT(@@GLOBAL.sql_mode, ',TIME_TRUNCATE_FRACTIONAL')",
    undo: 'SET GLOBAL sql_mode = DEFAULT',
    says: /sql_mode of the server[\s\S]*\+ TIME_TRUNCATE_FRACTIONAL/u,
    only: 'mysql',
  },
  {
    statement: "UPDATE users SET name = '1' || '2' WHERE id = 1",
    between: "SET GLOBAL sql_mode = CONCAT(@@GLOBAL.sql_mode, ',PIPES_AS_CONCAT')",
    undo: 'SET GLOBAL sql_mode = DEFAULT',
    says: /sql_mode of the server[\s\S]*\+ PIPES_AS_CONCAT/u,
  },
  {
    statement: "UPDATE users SET name = 'x' WHERE id = 1",
    between: addColumn,
    says: /The table users[\s\S]*\+ `z` int/u,
  },
  {
    statement: "UPDATE users SET name = 'x' WHERE id = 1",
    between: 'CREATE TRIGGER shout BEFORE UPDATE ON users FOR EACH ROW SET NEW.name = UPPER(NEW.name)',
    says: /What changes with the rows of users[\s\S]*\+ TRIGGER `shout` BEFORE UPDATE/u,
  },
  {
    statement: 'DELETE FROM users WHERE id = 3',
    between: child('ON DELETE CASCADE'),
    says: /\+ CHILD .*ON DELETE CASCADE/u,
  },
  {
    statement: 'INSERT INTO orders (id, note) SELECT id, name FROM users',
    between: addColumn,
    says: /The table users[\s\S]*\+ `z` int/u,
  },
  { statement: 'DELETE FROM users WHERE id = 3', between: child(''), says: null },
  { statement: 'DELETE FROM users WHERE id = 3', between: 'ALTER TABLE users ADD INDEX by_email (email)', says: null },
  { statement: 'DELETE FROM users WHERE id = 3', between: 'ALTER TABLE orders ADD COLUMN z INT', says: null },
  { statement: 'RENAME TABLE users TO people', between: addColumn, says: /The table users[\s\S]*\+ `z` int/u },
  {
    statement: 'RENAME TABLE users TO people',
    between: "INSERT INTO users (name, email) VALUES ('x', 'x')",
    says: null,
  },
  { statement: 'CREATE TABLE items LIKE users', between: addColumn, says: /The new table[\s\S]*\+ `z` int/u },
  { statement: 'CREATE TABLE items LIKE users', between: 'ALTER TABLE orders ADD COLUMN z INT', says: null },
  { statement: create, ...ascii, says: /The new table[\s\S]*ascii/u },
  { statement: `${create} CHARACTER SET utf8mb3`, ...ascii, says: null },
  {
    statement: create,
    between: 'SET GLOBAL explicit_defaults_for_timestamp = OFF',
    undo: 'SET GLOBAL explicit_defaults_for_timestamp = ON',
    says: /The new table[\s\S]*ON UPDATE/iu,
  },
  {
    statement: create,
    between: 'SET GLOBAL default_storage_engine = MyISAM',
    undo: 'SET GLOBAL default_storage_engine = InnoDB',
    says: /The new table[\s\S]*MyISAM/u,
  },
  {
    statement: 'CREATE TABLE items (name VARCHAR(20))',
    between: 'SET GLOBAL sql_generate_invisible_primary_key = ON',
    undo: 'SET GLOBAL sql_generate_invisible_primary_key = OFF',
    says: /The new table[\s\S]*my_row_id/u,
    only: 'mysql',
  },
];

const serverNames: readonly ServerName[] = ['mysql-9.7', 'mariadb-10.11'];

for (const name of serverNames) {
  const flavor = name.startsWith('mysql') ? 'mysql' : 'mariadb';
  describe(`what a statement hangs on, on ${name}`, { timeout: 900_000 }, () => {
    let server: RunningServer;
    let scene: Scene;
    before(async () => {
      server = await startServer({ name });
      scene = await setScene({ ...server, name });
    });
    after(async () => {
      await scene[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      await scene.database.query('DROP TABLE IF EXISTS children, items, people');
      await makeTablesAnew(scene);
    });
    let counter = 1;

    const run = (event: WorkflowEvent): Promise<ActionRun> =>
      scene.runner.run({ event, inputs: scene.inputs, permissions, secrets: [scene.inputs.password] });

    for (const { statement, setup = [], between, undo, says } of casesFor({ flavor }, moves, ({ only }) => only))
      test(`${statement}: ${between} ${says === null ? 'ships' : 'stops'}`, async () => {
        const { database, github } = scene;
        const inDatabase = (sql: string): string => sql.replace('{db}', database.name);
        for (const sql of setup) await database.query(sql);
        const repository = github.createRepository({
          name: `hangs-${counter++}`,
          files: { '.github/ghostship.yml': `data-statements: run\nallow: [rename-table]\nrules:\n  '*': 'off'\n` },
        });
        const files = { 'migrations/1.sql': `${statement};\n` };
        const pull = repository.openPullRequest({ title: 'Change', author: 'mona', files });
        const plan = await run(pullRequestEvent(github.urls, pull, 'synchronize'));
        assert.equal(plan.conclusion, 'success', plan.main.log);
        await database.query(inDatabase(between));
        try {
          pull.merge({ by: 'octo' });
          const merged = await run(pullRequestEvent(github.urls, pull, 'closed'));
          if (says === null) return assert.equal(merged.outputs.state, 'completed', merged.main.log);
          assert.equal(merged.outputs['error-code'], 'plan-changed', merged.main.log);
          assert.match(merged.main.log, says);
        } finally {
          if (undo !== undefined) await database.query(inDatabase(undo));
        }
      });
  });
}
