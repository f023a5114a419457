import { partOrphans } from '../commands/control/orphans.ts';
import type { MigrationStatus } from '../commands/control/status.ts';
import { withdrawCutover } from '../commands/control/withdraw-cutover.ts';
import { requireTarget } from '../commands/options/settings.ts';
import { prose } from '../report/markdown.ts';
import { orphanedText } from '../report/orphan-text.ts';
import type { ActionRun } from './action-run.ts';
import { retitleLeftOpen } from './close-left-open.ts';
import { filesOfCheckout } from './files-of-checkout.ts';
import { closeGate } from './gate-comment.ts';
import { notePlan } from './plan-note.ts';
import { readRepositoryFile } from './repository-file.ts';
import { isCopied, isWaiting } from './waiting-work.ts';

/**
 * Those that wait, and that no run goes on with, as no file has their statement any more. A checkout may be old, or of another branch:
 * the branch itself is asked as well. Where that cannot be known, nobody is told so.
 */
export async function findOrphaned(
  run: ActionRun,
  migrations: readonly MigrationStatus[],
): Promise<readonly MigrationStatus[]> {
  const { settings } = run;
  const copied = migrations.filter((one) => isWaiting(one, settings) && isCopied(one));
  if (copied.length === 0) return [];
  const files = await filesOfCheckout(run).catch(() => null);
  if (files === null) return [];
  const { orphaned } = await partOrphans(copied, files, settings, requireTarget(settings));
  const found: MigrationStatus[] = [];
  for (const one of orphaned) if (await isGoneFromBranch(run, one).catch(() => false)) found.push(one);
  return found;
}

async function isGoneFromBranch({ repository, settings }: ActionRun, one: MigrationStatus): Promise<boolean> {
  const { file, run } = one;
  if (file === null) return false;
  const { octokit, owner, repo } = repository;
  const branch =
    run.pullRequest === null
      ? null
      : (await octokit.rest.pulls.get({ owner, repo, pull_number: run.pullRequest })).data.base.ref;
  const text = await readRepositoryFile(repository, file, branch, settings.values['max-file-size']);
  const files = text === null ? [] : [{ path: file, text }];
  return (await partOrphans([one], files, settings, requireTarget(settings))).orphaned.length > 0;
}

/** In the pull request that has begun it: nothing there may promise that it goes on. */
export async function tellOrphaned(run: ActionRun, orphaned: readonly MigrationStatus[]): Promise<void> {
  for (const one of orphaned) {
    await withdrawCutover(one, run.settings);
    const { pullRequest, url, commit } = one.run;
    if (pullRequest === null || url?.startsWith(`${run.runner.repositoryUrl}/`) !== true) continue;
    const text = `**No run goes on with it.** ${prose(orphanedText(one))} What was planned:`;
    await notePlan(run, pullRequest, { text, kind: 'WARNING', whenAbsent: 'create' });
    const output = { title: 'No run goes on with it', summary: prose(orphanedText(one)) };
    await retitleLeftOpen(run, { runUrl: url, commit, pullRequest }, output);
    await closeGate(run, pullRequest, one.table, 'orphaned');
  }
}
