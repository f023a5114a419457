import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCodes } from '../../../src/support/errors.ts';
import type { FinishedCommand } from './command-host.ts';
import { runCommand } from './run-command.ts';

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

export interface FinishedMigration extends FinishedCommand {
  /** `null` where it did not come to write one. */
  readonly outcome: MigrationOutcome | null;
}

/** Runs the built command line. Aborting the signal kills it. */
export async function runMigration(
  url: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<FinishedMigration> {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-scenario-'));
  try {
    const json = join(folder, 'outcome.json');
    const finished = await runCommand(
      { args: ['migrate', '--target', withoutTls(url), '--json', json, ...args] },
      signal,
    );
    return { ...finished, outcome: await readOutcome(json) };
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
  await runCommand({ args: ['cutover', '--target', withoutTls(url), '--table', table] }, new AbortController().signal);
}

/**
 * What a run keeps that failed for a passing reason goes by the word that its hint names.
 *
 * @throws AssertionError where it does not
 */
export async function abortKept(url: string, table: string, { outcome }: FinishedMigration): Promise<void> {
  if (!outcome?.migrations.some(({ error }) => error?.hint.includes('What is copied is kept'))) return;
  const args = ['abort', '--target', withoutTls(url), '--table', table];
  const { exitCode, output } = await runCommand({ args }, new AbortController().signal);
  assert.equal(exitCode, 0, output);
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
