import { type MigrationStatus, status } from '../commands/control/status.ts';
import { Ledger } from '../commands/ledger/ledger.ts';
import { readUntoldEnds } from '../commands/ledger/untold-ends.ts';
import { requireTarget, type Settings } from '../commands/options/settings.ts';
import type { AfterMerge } from '../commands/plan/after-merge.ts';
import type { PlanReport } from '../commands/plan/plan-report.ts';
import type { SqlFile } from '../commands/statements/sql-file.ts';
import { orphanedByMerge } from '../report/orphan-text.ts';
import type { RevertedStatement } from './reverted-statements.ts';

/**
 * Migrations of files of this namespace that another run may go on with, as their runs have yielded, or died in the middle; and
 * behind them what they have kept from its turn.
 */
export async function findWaiting(settings: Settings, signal: AbortSignal): Promise<MigrationStatus[]> {
  return (await status(null, settings, signal)).filter((one) => isWaiting(one, settings));
}

export function isWaiting({ life, state, file, progress, run }: MigrationStatus, { values }: Settings): boolean {
  return (
    file !== null &&
    (run.namespace ?? '') === values.namespace &&
    (life === 'yielded' || (life === 'dead' && progress !== null && state !== 'failed'))
  );
}

/** Files of this namespace of which the pull requests do not know yet that they are applied. */
export async function findUntold(settings: Settings): Promise<(string | null)[]> {
  const untold = await readUntoldEnds(requireTarget(settings), settings.values.namespace);
  return untold.map(({ file }) => file);
}

/** Whether the ledger has all of these files, each as a whole. */
export async function hasAll(settings: Settings, files: readonly Pick<SqlFile, 'path'>[]): Promise<boolean> {
  const completed = await new Ledger(requireTarget(settings), settings.values.namespace).completed();
  return files.every(({ path }) => {
    const own = completed.filter(({ file }) => file === path);
    return own.length > 0 && new Set(own.map(({ ordinal }) => ordinal)).size >= (own[0]?.statementCount ?? 0);
  });
}

/** Statements of these files that were applied and are reverted since. */
export async function findReverted(settings: Settings, files: readonly SqlFile[]): Promise<RevertedStatement[]> {
  const completed = await new Ledger(requireTarget(settings), settings.values.namespace).completed();
  const paths = new Set(files.map(({ path }) => path));
  return completed
    .filter(({ file, isReverted }) => isReverted && paths.has(file))
    .map(({ file, ordinal }) => ({ file, ordinal }));
}

/** Whether there is something that takes up room on the server. */
export function isCopied({ progress }: MigrationStatus): boolean {
  return progress !== null;
}

/** What waits, and would be resumed by no run once a pull request that takes its statement away is merged; as sentences. */
export async function findOrphans(
  { statements }: PlanReport,
  { gone, own }: AfterMerge,
  settings: Settings,
  signal: AbortSignal,
): Promise<string[]> {
  if (settings.target === null) return [];
  // A plan says no less where the status cannot be read.
  const waiting = await findWaiting(settings, signal).catch(() => []);
  return waiting
    .filter(isCopied)
    .filter(({ file }) => file !== null && (gone.includes(file) || own.has(file)))
    .filter((one) => !statements.some(({ statement }) => statement === one.statement))
    .map(orphanedByMerge);
}
