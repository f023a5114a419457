import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { z } from 'zod';
import { errorCodes } from '../../../src/support/errors.ts';
import { refuseNodeWarnings, traceWarnings } from '../node-warnings.ts';

/** What is built, unless the environment names another build. */
const cli = process.env.GHOSTSHIP_CLI ?? resolve(import.meta.dirname, '../../../dist/cli.js');

/** As a user has it: the bundle promises to run on an older Node than the tests do. */
const node = process.env.GHOSTSHIP_NODE || process.execPath;

/** As quick as one core can collect what a short run leaves; the threads that help would take the cores of the servers. */
const nodeFlags = [traceWarnings, '--single-threaded-gc', '--max-semi-space-size=32'];

/** Far above the slowest scenario: what hangs is stopped, and fails by its exit code. */
const limitMs = 90_000;

/** Of the outcome JSON, what scenarios look at. */
const outcomeSchema = z.object({
  state: z.string(),
  migrations: z.array(
    z.object({
      table: z.string(),
      state: z.string(),
      tableState: z.enum(['unchanged', 'changed', 'unknown']),
      algorithm: z.string().nullable(),
      rowsCopied: z.number(),
      changesApplied: z.number(),
      attempts: z.number(),
      verified: z.object({ rows: z.number(), chunks: z.number(), differences: z.number() }).nullable(),
      error: z.object({ code: z.enum(errorCodes), message: z.string(), hint: z.string() }).nullable(),
    }),
  ),
});

export type MigrationOutcome = z.infer<typeof outcomeSchema>;

export interface FinishedMigration {
  /** -1 where it was stopped for taking too long. */
  readonly exitCode: number;
  /** `null` where it did not come to write one. */
  readonly outcome: MigrationOutcome | null;
  /** What it wrote to the terminal. */
  readonly output: string;
}

/** Runs the built command line, as people do. Aborting the signal kills it. */
export async function runMigration(
  url: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<FinishedMigration> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-scenario-'));
  try {
    const json = join(folder, 'outcome.json');
    const { exitCode, all } = await execa(
      node,
      [...nodeFlags, cli, 'migrate', '--target', withoutTls(url), '--json', json, ...args],
      // Our own zone must not matter, so it is one that nobody shares.
      {
        reject: false,
        all: true,
        timeout: limitMs,
        killSignal: 'SIGKILL',
        cancelSignal: signal,
        env: { TZ: 'Pacific/Chatham' },
      },
    );
    refuseNodeWarnings(all);
    return { exitCode: exitCode ?? -1, outcome: await readOutcome(json), output: all };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Twenty handshakes are a tenth of what a short migration costs, and have tests of their own. */
function withoutTls(url: string): string {
  return `${url}?ssl-mode=disabled`;
}

/** Lets the migration of a table go through its gate; one that is not there any more does not mind. */
export async function orderCutover(url: string, table: string): Promise<void> {
  const { stderr } = await execa(node, [...nodeFlags, cli, 'cutover', '--target', withoutTls(url), '--table', table], {
    reject: false,
    timeout: limitMs,
  });
  refuseNodeWarnings(stderr);
}

async function readOutcome(file: string): Promise<MigrationOutcome | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const written: unknown = JSON.parse(text);
  // A run that was killed leaves the few words it began with.
  return typeof written === 'object' && written !== null && 'migrations' in written
    ? outcomeSchema.parse(written)
    : null;
}
