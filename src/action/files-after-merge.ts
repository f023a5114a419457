import { matchPaths } from '../commands/options/match-paths.ts';
import { type AfterMerge, filesInLedger } from '../commands/plan/after-merge.ts';
import { inOrder } from '../commands/statements/file-order.ts';
import { globsFrom } from '../commands/statements/find-files.ts';
import { isThereIn } from '../commands/statements/source.ts';
import { readSqlFile, readSqlFiles, type SqlFile } from '../commands/statements/sql-file.ts';
import { messageOf } from '../support/errors.ts';
import { sentence } from '../support/sentence.ts';
import { shownPath } from '../support/shown-path.ts';
import type { PullRequestEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';
import { type ChangedFile, pathsTakenAway, readRemote } from './pull-request-files.ts';

/** Where the files of a pull request are looked for. */
export interface Looking {
  readonly repository: GitHubRepository;
  readonly event: PullRequestEvent;
  readonly globs: readonly string[];
  readonly maxBytes: number;
  /** An absolute path. */
  readonly workspace: string;
  /** What the workflow runs on: the test merge, or the base branch. */
  readonly sha: string;
}

export interface Merged {
  /** Those that the pull request adds or changes, in the order they are applied in. */
  readonly own: readonly SqlFile[];
  /** `null` for a pull request that has nothing to do with the globs. */
  readonly after: AfterMerge | null;
}

/**
 * A merge is of the base branch as it is now: a checkout of the event `pull_request` is that merge. Where there is none, the
 * files come from GitHub.
 *
 * @throws Error where GitHub does not give the changed files
 */
export async function filesAfterMerge(changed: readonly ChangedFile[], looking: Looking): Promise<Merged> {
  const { globs, workspace, maxBytes, event } = looking;
  const matches = matchPaths(globsFrom(workspace, globs));
  const paths = changed.filter(({ status }) => status !== 'removed').map(({ filename }) => filename);
  const own = new Set(inOrder(paths.filter((path) => matches(path))));
  const gone = pathsTakenAway(changed).filter((path) => matches(path));
  if (own.size === 0 && gone.length === 0) return { own: [], after: null };
  const local = event.isCheckedOut ? await filesIfMerged(own, globs, workspace, maxBytes) : null;
  if (local !== null) {
    const isThere = isThereIn(workspace);
    const after = { own, gone, isThere, paths: local.map(({ path }) => path), read: async () => local };
    return { own: local.filter(({ path }) => own.has(path)), after };
  }
  const ownFiles: SqlFile[] = [];
  for (const path of own)
    ownFiles.push(
      (event.isCheckedOut ? await readSqlFile(path, workspace, maxBytes) : null) ??
        (await readRemote(looking.repository, path, event.headSha, maxBytes)),
    );
  return { own: ownFiles, after: await filesOnGitHub(ownFiles, gone, matches, looking) };
}

/** @returns `null` where the checkout is not the merge */
async function filesIfMerged(
  own: ReadonlySet<string>,
  globs: readonly string[],
  workspace: string,
  maxBytes: number,
): Promise<SqlFile[] | null> {
  for (const path of own) if ((await readSqlFile(path, workspace, maxBytes)) === null) return null;
  const files = await readSqlFiles(globs, workspace, maxBytes);
  const found = new Set(files.map(({ path }) => path));
  return files.length > 0 && [...own].every((path) => found.has(path)) ? files : null;
}

/** Each is a request, and a job has 1,000 of them an hour. */
const mostRequests = 200;

async function filesOnGitHub(
  ownFiles: readonly SqlFile[],
  gone: readonly string[],
  matches: (path: string) => boolean,
  { repository, sha, maxBytes }: Looking,
): Promise<AfterMerge> {
  const own = new Map(ownFiles.map((file) => [file.path, file]));
  const listed = await listPaths(repository, sha).catch(
    (error: unknown) => `GitHub did not list them: ${sentence(messageOf(error))}`,
  );
  if (typeof listed === 'string')
    return {
      own: new Set(own.keys()),
      gone,
      isThere: (path) => !gone.includes(path),
      paths: [...own.keys()],
      read: async () => listed,
    };
  const paths = inOrder([
    ...new Set([...listed.filter((path) => matches(path) && !gone.includes(path)), ...own.keys()]),
  ]);
  const all = new Set([...listed.filter((path) => !gone.includes(path)), ...own.keys()]);
  return {
    own: new Set(own.keys()),
    gone,
    isThere: (path) => all.has(path),
    paths,
    async read(completed) {
      const whole = filesInLedger(completed);
      const wanted = paths.filter((path) => own.has(path) || !whole.has(path));
      const others = wanted.length - own.size;
      if (others > mostRequests)
        return `There are ${others} of them, and without a checkout each is a request to GitHub. Check the files out before this step.`;
      try {
        const files: SqlFile[] = [];
        for (const path of wanted) files.push(own.get(path) ?? (await readRemote(repository, path, sha, maxBytes)));
        return files;
      } catch (error) {
        return `GitHub did not give them: ${sentence(messageOf(error))}`;
      }
    },
  };
}

/** The paths of all files of a commit. */
async function listPaths({ octokit, owner, repo }: GitHubRepository, sha: string): Promise<string[]> {
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: sha, recursive: 'true' });
  if (data.truncated) throw new Error('the repository has too many files');
  return data.tree.flatMap(({ path, type }) => (type === 'blob' ? [shownPath(path)] : []));
}
