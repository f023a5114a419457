import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { errorCodes } from '../../../src/support/errors.ts';
import type { Flavor } from '../servers/index.ts';
import type { Play, Scenario, Verdict } from './scenario.ts';

const rowsUnlessSaid = 2_400;
const writersUnlessSaid = 3;

const settings = z.strictObject({
  /** Codes of which the migration must fail with one. Without them it must complete. */
  refused: z.array(z.enum(errorCodes)).nonempty().optional(),
  /** For what we refuse though the server's own ALTER would do it. */
  serverAccepts: z.boolean().optional(),
  table: z.string().optional(),
  rows: z.int().positive().optional(),
  writers: z.int().nonnegative().optional(),
  writersEndAtSwap: z.boolean().optional(),
  session: z.array(z.string()).optional(),
  alterSession: z.array(z.string()).optional(),
  keptUnique: z.array(z.string()).optional(),
  arguments: z.array(z.string()).optional(),
  ignoredColumns: z.array(z.string()).optional(),
  serverOptions: z.record(z.string(), z.string()).optional(),
});

const expectation = settings.extend({
  servers: z.array(z.enum(['mysql', 'mariadb'])).optional(),
  /** What is different on one flavor. */
  mysql: settings.optional(),
  mariadb: settings.optional(),
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
  const expect = { ...common, ...(flavor === 'mysql' ? mysql : mariadb) };
  return {
    name,
    table: expect.table ?? 't',
    create: readSql(folder, name, 'create', flavor),
    alter: readSql(folder, name, 'alter', flavor).trim().replace(/;$/u, ''),
    verdict: readVerdict(expect),
    rows: expect.rows ?? rowsUnlessSaid,
    writers: expect.writers ?? writersUnlessSaid,
    writersEndAtSwap: expect.writersEndAtSwap ?? false,
    session: expect.session ?? [],
    alterSession: expect.alterSession ?? [],
    keptUnique: expect.keptUnique ?? [],
    arguments: expect.arguments ?? [],
    ignoredColumns: expect.ignoredColumns ?? [],
    serverOptions: expect.serverOptions ?? null,
    play: await readPlay(join(folder, name, 'play.ts')),
  };
}

function readVerdict({ refused, serverAccepts = false }: z.infer<typeof settings>): Verdict {
  return refused === undefined ? { kind: 'completed' } : { kind: 'refused', codes: refused, serverAccepts };
}

function readSql(folder: string, name: string, part: string, flavor: Flavor): string {
  const own = join(folder, name, `${part}.${flavor}.sql`);
  return readFileSync(existsSync(own) ? own : join(folder, name, `${part}.sql`), 'utf8');
}

async function readPlay(file: string): Promise<Play> {
  if (!existsSync(file)) return (stage) => stage.migrate();
  const module: unknown = await import(pathToFileURL(file).href);
  if (typeof module === 'object' && module !== null && 'play' in module && typeof module.play === 'function') {
    return module.play as Play;
  }
  throw new Error(`${file} must export a function named play.`);
}
