import type { WhyNotDue } from '../commands/migrate/still-due.ts';
import type { SqlFile } from '../commands/statements/sql-file.ts';
import { nowMs } from '../support/clock.ts';
import { GhostshipError } from '../support/errors.ts';
import type { ActionRun } from './action-run.ts';
import type { Event } from './event.ts';
import { type GitRef, shortName } from './git-ref.ts';
import type { GitHubRepository } from './github.ts';
import { Patience } from './patience.ts';
import { readRepositoryFile } from './repository-file.ts';

/** For one question: the migration waits for the answer. */
const patienceMs = 120_000;

/** GitHub answers a job's token a thousand questions an hour, and a run may have hundreds of statements that take no time. */
const sameForMs = 5_000;

/**
 * What has become of files on the branch since the run was set off. It may have waited in a queue or at a gate, or somebody has run
 * an old one again.
 *
 * @param files as the checkout has them
 * @returns asks GitHub. Where it does not answer nothing is begun: what was taken back cannot be put back by a later run.
 */
export function filesOfBranchNow(run: ActionRun, files: readonly SqlFile[]): WhyNotDue | undefined {
  const { repository, event, runner, writes } = run;
  const ref = refOf(event);
  if (ref === null) return undefined;
  const branch = shortName(ref);
  const own = event.kind === 'other' && event.name === 'workflow_run' ? null : runner.sha;
  const texts = new Map(files.map((file) => [file.path, 'text' in file ? file.text : null]));
  let sameUntilMs = 0;
  const look = async (paths: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const gone = new Map<string, string>();
    const tip = await tipOf(repository, branch);
    sameUntilMs = tip === own ? nowMs() + sameForMs : 0;
    if (tip === own) return gone;
    for (const path of paths) {
      const local = texts.get(path) ?? null;
      const why = await whatBecame(repository, path, { branch, tip, own, local });
      if (why !== null) gone.set(path, why);
    }
    return gone;
  };
  return async (paths, how) => {
    if (how === 'as known' && nowMs() < sameUntilMs) return new Map();
    const answer = await writes.ask(`ask what ${branch} has now`, () =>
      new Patience(patienceMs).wait(() => look(paths)),
    );
    if (answer.kind === 'answer') return answer.value;
    throw new GhostshipError('plan-not-readable', `What ${branch} has now is not known: ${answer.why}.`, {
      hint: 'A file that was taken back meanwhile must not be run. Run it again when GitHub answers, and give the job the permission contents: read.',
    });
  };
}

/** What was merged, and into which branch. */
function refOf(event: Event): GitRef | null {
  switch (event.kind) {
    case 'pull-request':
      return event.base;
    case 'push':
    case 'other':
      return event.ref;
    case 'merge-group':
    case 'comment':
    case 'irrelevant':
      return null;
  }
}

async function tipOf({ octokit, owner, repo }: GitHubRepository, branch: string): Promise<string> {
  const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha: branch, per_page: 1 });
  const [commit] = data;
  if (commit === undefined) throw new Error(`${branch} has no commit`);
  return commit.sha;
}

interface Known {
  readonly branch: string;
  readonly tip: string;
  /** The commit of the run; `null` where the checkout may be of another. */
  readonly own: string | null;
  /** The text that the checkout has. */
  readonly local: string | null;
}

/** A checkout may hold what no commit has, or in another encoding. So two commits are compared where it differs from the newest. */
async function whatBecame(
  repository: GitHubRepository,
  path: string,
  { branch, tip, own, local }: Known,
): Promise<string | null> {
  const now = await textAt(repository, path, tip);
  if (now !== null && now === local) return null;
  const then = own === null ? null : await textAt(repository, path, own);
  if (now === null)
    return then !== null || (await wasEverThere(repository, path, tip))
      ? `${branch} does not have ${path} any more`
      : null;
  if (now === then) return null;
  return `${branch} has another ${path} by now`;
}

/** What cannot be read is the same as long as it cannot be read for the same reason. */
async function textAt(repository: GitHubRepository, path: string, commit: string): Promise<string | null> {
  return await readRepositoryFile(repository, path, commit).catch((error: unknown) => {
    if (error instanceof GhostshipError) return error.message;
    throw error;
  });
}

/** What an earlier step of the job writes, or what lies beside the checkout, no commit has. */
async function wasEverThere(
  { octokit, owner, repo }: GitHubRepository,
  path: string,
  commit: string,
): Promise<boolean> {
  const { data } = await octokit.rest.repos.listCommits({ owner, repo, path, sha: commit, per_page: 1 });
  return data.length > 0;
}
