import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../../../src/support/errors.ts';
import type { Flavor } from '../servers/index.ts';
import { type Play, type Scenario, scenarioOf, type Verdict } from './scenario.ts';

const settings = z.strictObject({
  /** Codes of which the migration must fail with one. Without them it must complete. */
  refused: z.array(z.enum(errorCodes)).nonempty().exactOptional(),
  /** For what we refuse though the server's own ALTER would do it. */
  serverAccepts: z.boolean().exactOptional(),
  table: z.string().exactOptional(),
  rows: z.int().positive().exactOptional(),
  writers: z.int().nonnegative().exactOptional(),
  writersEndAtSwap: z.boolean().exactOptional(),
  session: z.array(z.string()).exactOptional(),
  alterSession: z.array(z.string()).exactOptional(),
  keptUnique: z.array(z.string()).exactOptional(),
  arguments: z.array(z.string()).exactOptional(),
  ignoredColumns: z.array(z.string()).exactOptional(),
  serverOptions: z.record(z.string(), z.string()).exactOptional(),
  /** `direct` where the server itself alters the table. */
  algorithm: z.enum(['copy', 'direct']).exactOptional(),
});

const expectation = settings.extend({
  servers: z.array(z.enum(['mysql', 'mariadb'])).exactOptional(),
  /** What is different on one flavor. */
  mysql: settings.exactOptional(),
  mariadb: settings.exactOptional(),
});

/**
 * Reads `create.sql`, `alter.sql`, `expect.json` and, where there is one, `play.ts` of a folder.
 * `create.mariadb.sql` stands in for `create.sql` on MariaDB, and so on.
 *
 * @returns `null` where the scenario is not for this flavor
 */
export async function readScenario(folder: string, name: string, flavor: Flavor): Promise<Scenario | null> {
  const { servers, mysql, mariadb, ...common } = expectation.parse(
    JSON.parse(readFileSync(join(folder, name, 'expect.json'), 'utf8')),
  );
  if (servers !== undefined && !servers.includes(flavor)) return null;
  const { refused, serverAccepts, ...expect } = { ...common, ...(flavor === 'mysql' ? mysql : mariadb) };
  return scenarioOf({
    name,
    create: readSql(folder, name, 'create', flavor),
    alter: readSql(folder, name, 'alter', flavor).trim().replace(/;$/u, ''),
    verdict: readVerdict(refused, serverAccepts),
    ...(await readPlay(join(folder, name, 'play.ts'))),
    ...expect,
  });
}

function readVerdict(refused: readonly ErrorCode[] | undefined, serverAccepts = false): Verdict {
  return refused === undefined ? { kind: 'completed' } : { kind: 'refused', codes: refused, serverAccepts };
}

function readSql(folder: string, name: string, part: string, flavor: Flavor): string {
  const own = join(folder, name, `${part}.${flavor}.sql`);
  return readFileSync(existsSync(own) ? own : join(folder, name, `${part}.sql`), 'utf8');
}

async function readPlay(file: string): Promise<{ readonly play?: Play }> {
  if (!existsSync(file)) return {};
  const module: unknown = await import(pathToFileURL(file).href);
  if (typeof module === 'object' && module !== null && 'play' in module && typeof module.play === 'function') {
    return { play: module.play as Play };
  }
  throw new Error(`${file} must export a function named play.`);
}
