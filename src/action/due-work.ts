import { partOrphans } from '../commands/control/orphans.ts';
import { type MigrationStatus, status } from '../commands/control/status.ts';
import { requireTarget, type Settings } from '../commands/options/settings.ts';
import type { SqlFile } from '../commands/statements/sql-file.ts';
import { orphanedText } from '../report/orphan-text.ts';
import type { ActionRun, Said } from './action-run.ts';
import { notice, warn } from './core.ts';
import { environmentsAhead, tellNotYet } from './environments-ahead.ts';
import { filesOfCheckout } from './files-of-checkout.ts';
import { findPullRequest, getPullRequest, type PullRequestRef } from './find-pull-request.ts';
import { publish } from './outputs.ts';
import { findOrphaned, tellOrphaned } from './tell-orphaned.ts';
import { findUntold, findWaiting, isCopied } from './waiting-work.ts';

/** What a run is to migrate, and whose it is. */
export interface DueWork {
  readonly files: readonly SqlFile[];
  /** All files that there are. */
  readonly all: readonly SqlFile[];
  /** Whether only what waits is resumed. */
  readonly goesOnOnly: boolean;
  /** The run that this one goes on with. */
  readonly before: MigrationStatus['run'] | null;
  /** The commit that shows how it goes. */
  readonly sha: string;
  /** The pull request as GitHub has it; `null` where GitHub has not told. */
  readonly pull: PullRequestRef | null;
  readonly pullRequest: number | null;
}

/**
 * A migration that has begun is resumed even where another environment comes first.
 *
 * @returns what was told where nothing is to be done
 */
export async function findDueWork(run: ActionRun, signal: AbortSignal): Promise<DueWork | Said> {
  const { settings, event, repository, runner, writes } = run;
  const target = requireTarget(settings);
  const waiting = event.kind === 'other' ? await findWaiting(settings, signal) : [];
  const untold = event.kind === 'other' ? await findUntold(settings) : [];
  if (run.goesOnOnly && waiting.length + untold.length === 0) return nothingWaits('No migration has yielded');
  const ahead = run.goesOnOnly ? [] : await environmentsAhead(run);
  const goesOnOnly = run.goesOnOnly || ahead.length > 0;
  const all = await filesOfCheckout(run);
  if (all.length === 0) notice(`No file matches the option files: ${settings.values.files.join(', ')}.`);
  const { wanted, paths, orphaned } = await partOrphans(waiting, all, settings, target);
  const files = goesOnOnly ? all.filter(({ path }) => paths.has(path) || untold.includes(path)) : all;
  for (const text of orphaned.filter(isCopied).map(orphanedText)) warn(text);
  // Whoever takes a statement away may be the first to know.
  const gone = await findOrphaned(run, event.kind === 'other' ? orphaned : await allOf(settings, signal));
  await tellOrphaned(run, gone);
  if (run.goesOnOnly && files.length === 0) return nothingWaits('No file has the statement of what has yielded');
  const before = wanted[0]?.run ?? null;
  const sha = event.kind === 'pull-request' ? event.headSha : (before?.commit ?? runner.sha);
  const found = await writes.attempt('look for the pull request', () => findPullRequest(repository, event, runner.sha));
  const resumed = found === null && before !== null ? before.pullRequest : null;
  const pull =
    resumed === null
      ? found
      : await writes.attempt('look for the pull request', () => getPullRequest(repository, resumed));
  const pullRequest = pull?.number ?? resumed;
  if (ahead.length > 0 && files.length === 0) return await tellNotYet(run, ahead, { sha, pullRequest });
  return { files, all, goesOnOnly, before, sha, pull, pullRequest };
}

/** A run does no less where the status cannot be read. */
async function allOf(settings: Settings, signal: AbortSignal): Promise<readonly MigrationStatus[]> {
  return await status(null, settings, signal).catch(() => []);
}

function nothingWaits(why: string): Said {
  publish({ state: 'completed' });
  const text = `${why}: there is nothing to go on with.`;
  notice(text);
  return { text, isGood: true };
}
