import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ErrorCode } from '../../src/support/errors.ts';
import { makeTable } from '../support/scenario/arena.ts';
import { alterByCopying } from '../support/scenario/native-alter.ts';
import { runScenario } from '../support/scenario/run-scenario.ts';
import { type Scenario, scenarioOf, type Verdict } from '../support/scenario/scenario.ts';
import { casesFor, createDatabase, type ServerAddress, testServers } from '../support/servers/index.ts';

/** Statements as people write them, whatever a server thinks of them. */
const statements = readFileSync(join(import.meta.dirname, '../../src/sql/fixtures/server-verdicts.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { sql: string }).sql)
  // The databases have names of their own here.
  .map((sql) => sql.replace(/\bapp\.(?=users)/u, ''))
  .filter((sql) => /^(\/\*.*?\*\/\s*)?(ALTER|CREATE\s+(\w+\s+)?INDEX|DROP\s+INDEX)\s/iu.test(sql));

/** A statement is tried on the first set of tables that the server accepts it on, or on the last. */
const tables = ['small', 'full'].map((name) =>
  readFileSync(join(import.meta.dirname, 'corpus', `${name}.sql`), 'utf8'),
);

/** What a server does and a copy cannot do, or must not. */
const refusedOnPurpose: readonly (readonly [pattern: RegExp, code: ErrorCode])[] = [
  [/\bRENAME (TO|AS) /iu, 'statement-not-allowed'],
  [/ADD COLUMN .* DEFAULT UUID\(\)/iu, 'unsupported-statement'],
  [/ENGINE MyISAM/iu, 'unsupported-statement'],
  [/(DISCARD|IMPORT)\b.*TABLESPACE/iu, 'unsupported-statement'],
  [
    /(ANALYZE|CHECK|OPTIMIZE|REPAIR|EXCHANGE) PARTITION|CONVERT (PARTITION|TABLE)\b|\bUNION\b/iu,
    'unsupported-statement',
  ],
];

/** ALGORITHM and LOCK are left away before anything is run, so that a server that would not take both takes the rest. */
const clausesLeftAway = /^DROP INDEX\b.*\bALGORITHM=\w+ LOCK=/iu;

for (const server of testServers()) {
  describe(server.name, { concurrency: 2 }, () => {
    for (const statement of casesFor(server, statements)) {
      if (server.flavor === 'mariadb' && clausesLeftAway.test(statement)) continue;
      it(statement, async () => runScenario(server, await tryOut(server, statement)));
    }
  });
}

async function tryOut(server: ServerAddress, alter: string): Promise<Scenario> {
  const table = tableOf(alter);
  const ignoredColumns = /UUID\(\)|NOW\(\)|CURRENT_TIMESTAMP/u.test(alter) ? ['u', 'ts', 'dt', 'created_at'] : [];
  const scenarios = tables.flatMap((definitions) => {
    const create = definitions.split('\n\n').find((definition) => definition.startsWith(`CREATE TABLE ${table} `));
    return create === undefined
      ? []
      : [scenarioOf({ name: alter, create, alter, table, rows: 50, writers: 0, ignoredColumns })];
  });
  for (const scenario of scenarios) {
    await using database = await createDatabase(server);
    await makeTable(database, scenario);
    const { accepted } = await alterByCopying(await database.connect(), server.flavor, alter);
    if (accepted) return { ...scenario, verdict: verdictOf(alter) };
  }
  const [last] = scenarios.slice(-1);
  assert.ok(last);
  return { ...last, verdict: { kind: 'as-the-server' } };
}

function verdictOf(statement: string): Verdict {
  const code = refusedOnPurpose.find(([pattern]) => pattern.test(statement))?.[1];
  return code === undefined ? { kind: 'completed' } : { kind: 'refused', codes: [code], serverAccepts: true };
}

function tableOf(statement: string): string {
  return /\b(?:users|orders|events|places)\b/u.exec(statement)?.[0] ?? 'users';
}
