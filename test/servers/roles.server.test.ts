import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { migrateTable } from '../../src/engine/migrate.ts';
import type { Outcome } from '../../src/engine/outcome.ts';
import { planStatement } from '../../src/engine/plan/plan.ts';
import { requestThrough } from '../faults/support/request.ts';
import { createDatabase, query, type RunningServer, startServer, type TestDatabase } from '../support/servers/index.ts';

/* Triggers and foreign keys that a user may not see would be lost. Who sees them is read from what real servers say of real users. */

const onSchema = 'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES';
const onServer = 'REPLICATION SLAVE, REPLICATION CLIENT';

interface Case {
  /** `§` is the database; the user is `shipper`, and `carrier` and `lifter` are roles. */
  readonly grants: readonly string[];
  readonly afterwards?: readonly string[];
  /** What is lacking; `null` where nothing is. */
  readonly lacks: RegExp | null;
  readonly hint?: RegExp;
  readonly only?: 'mysql' | 'mariadb';
}

const direct = [`GRANT ${onSchema} ON §.* TO shipper`, `GRANT ${onServer} ON *.* TO shipper`];
const byRole = (role: string): string[] => [`GRANT TRIGGER ON §.* TO ${role}`, `GRANT PROCESS ON *.* TO ${role}`];
const setDefault = { mysql: 'SET DEFAULT ROLE carrier TO shipper', mariadb: 'SET DEFAULT ROLE carrier FOR shipper' };

const cases: Readonly<Record<string, Case>> = {
  'by an active role': {
    grants: [...direct, ...byRole('carrier'), 'GRANT carrier TO shipper', 'default'],
    lacks: null,
  },
  'by a role of an active role': {
    grants: [...direct, ...byRole('lifter'), 'GRANT lifter TO carrier', 'GRANT carrier TO shipper', 'default'],
    lacks: null,
  },
  'by a role that is not active': {
    grants: [...direct, ...byRole('carrier'), 'GRANT carrier TO shipper'],
    lacks: /TRIGGER on .*PROCESS on/u,
    hint: /SET DEFAULT ROLE .*carrier/u,
  },
  'with a role that brings something else': {
    grants: [...direct, 'GRANT EVENT ON §.* TO carrier', 'GRANT carrier TO shipper', 'default'],
    lacks: /TRIGGER on .*PROCESS on/u,
  },
  'without TRIGGER, and with a role': {
    grants: [...direct, 'GRANT PROCESS ON *.* TO carrier', 'GRANT carrier TO shipper', 'default'],
    lacks: /TRIGGER on/u,
  },
  'on everything but this database': {
    grants: [...direct, 'GRANT TRIGGER, PROCESS, SELECT ON *.* TO shipper'],
    afterwards: ['REVOKE TRIGGER ON §.* FROM shipper'],
    lacks: /TRIGGER on/u,
    only: 'mysql',
  },
  'on everything but another database': {
    grants: [...direct, 'GRANT TRIGGER, PROCESS ON *.* TO shipper'],
    afterwards: ['REVOKE TRIGGER ON mysql.* FROM shipper'],
    lacks: null,
    only: 'mysql',
  },
  'SELECT in place of PROCESS, and another database left out': {
    grants: [...direct, 'GRANT TRIGGER, SELECT ON *.* TO shipper'],
    afterwards: ['REVOKE SELECT ON mysql.* FROM shipper'],
    lacks: /PROCESS on/u,
    only: 'mysql',
  },
  'to everybody': {
    grants: [...direct, 'GRANT TRIGGER ON §.* TO PUBLIC', 'GRANT PROCESS ON *.* TO shipper'],
    lacks: null,
    only: 'mariadb',
  },
};

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`privileges on ${name}`, { concurrency: 1, timeout: 600_000 }, () => {
    let server: RunningServer;
    before(async () => {
      const options = name === 'mysql-9.7' ? { partial_revokes: 'ON' } : {};
      server = await startServer({ name, options });
    });
    after(() => server[Symbol.asyncDispose]());

    for (const [about, wanted] of Object.entries(cases)) {
      if (wanted.only !== undefined && !name.startsWith(wanted.only)) continue;
      it(about, () => expectJudged(server, wanted));
    }
  });
}

async function expectJudged(server: RunningServer, { grants, afterwards = [], lacks, hint }: Case): Promise<void> {
  await using database = await createDatabase(server);
  await database.query('CREATE TABLE t (id INT PRIMARY KEY, n INT)');
  await database.query('CREATE TRIGGER t_set BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1');
  const made = [`CREATE USER shipper IDENTIFIED BY '${server.password}'`, 'CREATE ROLE carrier', 'CREATE ROLE lifter'];
  for (const statement of [...made, ...grants, ...afterwards])
    await query(server, statement === 'default' ? setDefault[server.flavor] : statement.replaceAll('§', database.name));
  try {
    const { plan, outcome } = await planAndMigrate(server, database);
    if (lacks === null) {
      // It sees the trigger, which is refused unless somebody says what is to become of it.
      assert.match(outcome.error?.message ?? 'shipped', /t has triggers: t_set/u);
      assert.match(plan, /t has triggers: t_set/u);
    } else {
      assert.equal(outcome.error?.code, 'missing-privileges', outcome.error?.message);
      assert.match(outcome.error.message, lacks);
      if (hint !== undefined) assert.match(outcome.error.hint, hint);
      assert.match(plan, lacks);
    }
  } finally {
    for (const statement of ['DROP USER shipper', 'DROP ROLE carrier', 'DROP ROLE lifter'])
      await query(server, statement);
    if (grants.some((it) => it.endsWith('PUBLIC')))
      await query(server, `REVOKE TRIGGER ON ${database.name}.* FROM PUBLIC`);
  }
}

async function planAndMigrate(
  server: RunningServer,
  database: TestDatabase,
): Promise<{ plan: string; outcome: Outcome }> {
  const change = { user: 'shipper', alter: 'ALTER TABLE t MODIFY n BIGINT' };
  const request = requestThrough(server.port, server, database, change);
  const signal = AbortSignal.timeout(60_000);
  const plan = await planStatement({ ...request, replica: null, line: 1 }, signal).then(
    () => 'it plans',
    (error: unknown) => String(error),
  );
  return { plan, outcome: await migrateTable(request, () => {}, signal) };
}
