import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ordinary, settingsFor, settingsOfPersons } from '../../src/sql/session-settings.ts';
import { readJson, run } from '../cli/cli.ts';
import { alterByCopying } from '../support/scenario/native-alter.ts';
import { describeDifference, readContent } from '../support/scenario/table-content.ts';
import { describeDatabase } from '../support/scenario/table-description.ts';
import { createDatabase, query, type RunningServer, startServer, type TestDatabase } from '../support/servers/index.ts';
import { hostileValues, leftAsTheyAre, mariadbValues, oursForChangesOfRows } from './inherited.ts';

/* No session of ours depends on a setting of the server that we did not choose. */

const names = ['mysql-9.7', 'mariadb-10.11'] as const;

const table = `CREATE TABLE § (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  code CHAR(10) NOT NULL,
  n INT NULL,
  d DATE NULL,
  ts TIMESTAMP(3) NULL,
  label VARCHAR(40) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'none',
  e ENUM('a', 'b', '') NOT NULL,
  f DOUBLE NULL,
  part DECIMAL(30, 20) AS (n / 7) STORED,
  PRIMARY KEY (id),
  UNIQUE KEY by_code (code),
  KEY by_n (n),
  CONSTRAINT §_positive CHECK (n >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`;

const rows = `INSERT INTO § (code, n, d, ts, label, e, f)
  WITH RECURSIVE counted AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM counted WHERE i < 700)
  SELECT CONCAT('c', i), NULLIF(i % 11, 3), DATE '2020-01-01' + INTERVAL i DAY, TIMESTAMP '2024-03-31 00:30:00' + INTERVAL i MINUTE,
    CASE i % 4 WHEN 0 THEN '' WHEN 1 THEN 'äöü € 🚢' WHEN 2 THEN 'it''s "\\\\"' ELSE REPEAT('x', i % 40) END, 1 + i % 3, -1.7976931348623157e308 / i FROM counted`;

const alter =
  "ALTER TABLE § MODIFY n BIGINT NULL, MODIFY f LONGTEXT NULL, MODIFY label VARCHAR(60) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'none', ADD COLUMN added VARCHAR(9) NOT NULL DEFAULT 'new', ADD COLUMN share DECIMAL(30,20) AS (n / 13) STORED, ADD COLUMN seen TIMESTAMP NULL, ADD KEY by_d (d, added)";

it('what we choose is ours for a statement that changes rows, for a reason, or as the server has it', () => {
  const ours = Object.values(oursForChangesOfRows).flatMap((list) => list.trim().split(/\s+/u));
  const chosen = new Set(settingsFor(ordinary).map((setting) => setting.name));
  assert.deepEqual([...chosen].toSorted(), [...ours, ...settingsOfPersons].toSorted());
});

for (const name of names) {
  describe(`on ${name}`, { concurrency: 1, timeout: 900_000 }, () => {
    let server: RunningServer;
    let folder = '';
    before(async () => {
      server = await startServer({ name });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-settings-'));
    });
    after(async () => {
      await server[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });

    it('every variable that a session inherits is chosen, or is none of our business for a reason', async () => {
      const chosen = settingsFor(ordinary).map((setting) => setting.name);
      const left = Object.values(leftAsTheyAre).flatMap((list) => list.trim().split(/\s+/u));
      const undecided = (await inheritedBy(server)).filter((it) => !chosen.includes(it) && !left.includes(it));
      assert.deepEqual(undecided, []);
    });

    const groups = { ...hostileValues, ...(name.startsWith('mariadb') ? mariadbValues : {}) };
    for (const [about, values] of Object.entries(groups)) {
      it(`${about}: a migration makes what the server makes`, async () => {
        await using database = await createDatabase(server);
        await expectSameAsServer(server, database, folder, values);
      });
    }
  });
}

/** The server does the same on a copy, in a session as the server gives it, but for what would keep it from its work. */
async function expectSameAsServer(
  server: RunningServer,
  database: TestDatabase,
  folder: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const it of ['t', 'control']) {
    await database.query(table.replaceAll('§', it));
    await database.query(rows.replaceAll('§', it));
  }
  // The account is one for whom init_connect counts.
  const user = `plain_${database.name}`;
  await query(server, `CREATE USER ${user} IDENTIFIED BY 'secret'`);
  for (const grant of [
    `ALL PRIVILEGES ON \`${database.name}%\`.*`,
    'PROCESS, REPLICATION SLAVE, REPLICATION CLIENT ON *.*',
  ])
    await query(server, `GRANT ${grant} TO ${user}`);
  if (server.flavor === 'mysql') await query(server, `GRANT XA_RECOVER_ADMIN ON *.* TO ${user}`);
  const url = `mysql://${user}:secret@${server.host}:${server.port}/${database.name}`;
  const migrate = (statement: string, ...more: string[]): ReturnType<typeof run> =>
    run(folder, ['migrate', '--target', url, '--alter', statement, '--json', 'out.json', ...more]);

  const { exitCode, output, status, counts } = await underSettings(server, values, async () => {
    const migrated = await migrate(alter.replaceAll('§', 't'), '--algorithm', 'copy', '--allow', 'zero-dates');
    await alterControl(database, server, values);
    return {
      exitCode: migrated.exitCode,
      output: `${migrated.stdout}\n${migrated.stderr}`,
      status: await run(folder, ['status', '--target', url]),
      counts: await readJson(folder, 'out.json'),
    };
  });
  assert.equal(exitCode, 0, output);
  assert.equal(status.exitCode, 0, status.stdout + status.stderr);
  assert.partialDeepStrictEqual(counts, { migrations: [{ state: 'completed', rowsCopied: 700, retired: null }] });
  assert.equal(describeDifference(await readContent(database, 't'), await readContent(database, 'control')), null);
  const definition = async (it: string): Promise<string> =>
    (await describeDatabase(database, it)).definition.replaceAll(/`(?:t|control)(?=`|_positive`)/gu, '`t');
  assert.equal(await definition('t'), await definition('control'));
}

async function alterControl(
  database: TestDatabase,
  server: RunningServer,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const session = await database.connect();
  // What ends a person's statement, or the session, is not what its result is compared for.
  for (const [it, value] of Object.entries(calm))
    if (values[it] !== undefined) await session.query(`SET SESSION ${it} = ${value}`);
  if (values.transaction_read_only !== undefined) await session.query('SET SESSION TRANSACTION READ WRITE');
  const verdict = await alterByCopying(session, server.flavor, alter.replaceAll('§', 'control'));
  assert.deepEqual(verdict, { accepted: true });
  session.destroy();
}

const calm: Readonly<Record<string, string>> = {
  sql_quote_show_create: '1',
  max_statement_time: '0',
  autocommit: '1',
  completion_type: "'NO_CHAIN'",
  sql_safe_updates: '0',
};

/** Sets them all at once, in a session that is open already, and takes them back. */
async function underSettings<T>(
  server: RunningServer,
  values: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  await using database = await createDatabase(server);
  const set = async (name: string, value: string): Promise<void> => {
    await database.query(`SET GLOBAL ${name} = ${value}`).catch((error: unknown) => {
      // Another server's.
      if ((error as { errno?: unknown }).errno !== 1193) throw error;
    });
  };
  await database.query('SET SESSION wait_timeout = 600');
  try {
    for (const [name, value] of Object.entries(values)) await set(name, value);
    return await work();
  } finally {
    for (const name of Object.keys(values)) await set(name, 'DEFAULT');
  }
}

/** On MySQL the list of a session's variables has those of the server as well, for which a session has no value of its own. */
async function inheritedBy(server: RunningServer): Promise<string[]> {
  if (server.flavor === 'mariadb') {
    const found = await query(
      server,
      `SELECT LOWER(VARIABLE_NAME) AS name FROM information_schema.SYSTEM_VARIABLES
       WHERE VARIABLE_SCOPE = 'SESSION' AND GLOBAL_VALUE IS NOT NULL`,
    );
    return found.map((row) => String(row.name));
  }
  await using database = await createDatabase(server);
  const inherited: string[] = [];
  for (const row of await database.query('SELECT VARIABLE_NAME AS name FROM performance_schema.global_variables')) {
    const isOfSessions = await database.query(`SELECT @@SESSION.${String(row.name)}`).then(
      () => true,
      (error: unknown) => {
        if ((error as { errno?: unknown }).errno !== 1238) throw error;
        return false;
      },
    );
    if (isOfSessions) inherited.push(String(row.name));
  }
  return inherited;
}
