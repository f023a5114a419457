import { GhostshipError } from '../support/errors.ts';
import type { ActionRun, Said } from './action-run.ts';
import type { CommentEvent, PullRequestEvent } from './event.ts';
import { isCheckedOut } from './files-of-checkout.ts';
import { branchRef } from './git-ref.ts';
import type { GitHubRepository } from './github.ts';
import { whyNotMigrate } from './why-not-migrate.ts';

/** Commands that are about the files of a pull request. */
export type PullVerb = (typeof pullVerbs)[number];

const pullVerbs = ['plan', 'rehearse', 'migrate', 'retry'] as const;

export function isPullVerb(verb: string): verb is PullVerb {
  return pullVerbs.some((one) => one === verb);
}

/**
 * Does for the pull request of a comment what its own event would do. Its newest commit is asked for once, and everything goes by
 * that one: what is pushed meanwhile has been seen by nobody.
 *
 * @throws GhostshipError `usage`
 */
export async function obeyForPull(
  run: ActionRun,
  verb: PullVerb,
  comment: CommentEvent,
  signal: AbortSignal,
): Promise<Said> {
  const { event, defaultBranch } = await askPull(run.repository, comment.number);
  const own = { ...run, event };
  if (verb === 'plan' || verb === 'rehearse') {
    if (event.state.kind !== 'open') throw notOpen(event, verb);
    if (verb === 'rehearse') return (await import('./rehearse-run.ts')).rehearseRun(own, signal);
    return (await import('./plan-run.ts')).planRun(own, 'plan', signal);
  }
  const objection = whyNotMigrate(event, run.settings.values.branches);
  if (objection !== null) throw new GhostshipError('usage', objection, { hint: 'Nothing was run.' });
  if (event.base.name !== branchRef(defaultBranch)) {
    throw new GhostshipError('usage', `Comments run the workflow of ${defaultBranch}, and this was merged elsewhere.`, {
      hint: `Run the workflow by hand on ${event.base.name}.`,
    });
  }
  await refuseNoFiles(run);
  const orderedFor = verb === 'migrate' ? comment.number : null;
  return (await import('./migrate-run.ts')).migrateRun({ ...own, orderedFor }, signal);
}

function notOpen({ number }: PullRequestEvent, verb: PullVerb): GhostshipError {
  return new GhostshipError('usage', `Pull request #${number} is not open, so there is nothing to ${verb}.`, {
    hint: 'Write /ghostship status to see what became of it.',
  });
}

/** A workflow for commands need not have a checkout, and then there would seem to be nothing to do. */
async function refuseNoFiles({ runner: { workspace } }: ActionRun): Promise<void> {
  if (await isCheckedOut(workspace)) return;
  throw new GhostshipError('usage', 'Nothing is checked out, so there is no file to migrate.', {
    hint: 'Let the job check the repository out before this step (actions/checkout).',
  });
}

async function askPull(
  { octokit, owner, repo }: GitHubRepository,
  number: number,
): Promise<{ event: PullRequestEvent; defaultBranch: string }> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  const { head, base, merged, state, merge_commit_sha: mergeSha } = data;
  const defaultBranch = base.repo.default_branch;
  return {
    defaultBranch,
    event: {
      kind: 'pull-request',
      number,
      headSha: head.sha,
      state:
        merged && mergeSha !== null
          ? { kind: 'merged', sha: mergeSha }
          : { kind: state === 'open' ? 'open' : 'closed' },
      base: { name: branchRef(base.ref), isDefaultBranch: base.ref === defaultBranch },
      labels: data.labels.map(({ name }) => name),
      isFork: head.repo?.full_name !== base.repo.full_name,
      isCheckedOut: false,
    },
  };
}
