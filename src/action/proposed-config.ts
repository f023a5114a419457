import { toGhostshipError } from '../commands/known-error.ts';
import { noConfig } from '../commands/options/config.ts';
import { matchPaths } from '../commands/options/match-paths.ts';
import { configFrom } from '../commands/options/read-config.ts';
import { readSettings } from '../commands/options/settings.ts';
import { globsFrom } from '../commands/statements/find-files.ts';
import type { Annotation } from '../report/annotation.ts';
import type { PullRequestEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';
import type { ChangedFile } from './pull-request-files.ts';
import { readRepositoryFile } from './repository-file.ts';
import type { ReviewedConfig } from './reviewed-config.ts';

/** What a pull request makes of the config file. Nothing in it counts before the merge. */
export interface ProposedConfig {
  readonly path: string;
  /** What the reader must know; plain text. */
  readonly remark: string;
  /** Why nothing could run by it after the merge; `null` where it can be used. */
  readonly problem: string | null;
  /** What it must not bring along, a sentence; `null` where it does not. */
  readonly conflict: string | null;
}

/** Where statements are looked for now. */
interface Looking {
  readonly globs: readonly string[];
  readonly workspace: string;
}

/** @returns `null` for a pull request that leaves the file alone */
export async function proposedConfig(
  repository: GitHubRepository,
  event: PullRequestEvent,
  changed: readonly ChangedFile[],
  { path, branch, globs, workspace }: Pick<ReviewedConfig, 'path' | 'branch'> & Looking,
): Promise<ProposedConfig | null> {
  const file = changed.find(({ filename, previous_filename }) => filename === path || previous_filename === path);
  if (file === undefined) return null;
  const remark = `This pull request changes ${path}. The plan goes by the file of ${branch}; what this pull request makes of it counts once it is merged.`;
  const isGone = file.filename !== path || file.status === 'removed';
  const read = isGone ? defaults : await readProposed(repository, path, event.headSha);
  const matches = [globs, read.globs].map((one) => matchPaths(globsFrom(workspace, one)));
  const bringsStatements = changed.some(
    (one) => isWritten(one) && matches.some((matchesOne) => matchesOne(one.filename)),
  );
  const conflict = `Change ${path} in a pull request of its own: a merge with it would run these statements by the changed file, and the plan goes by that of ${branch}.`;
  return { path, remark, problem: read.problem, conflict: bringsStatements ? conflict : null };
}

/** What was only moved was applied under its old name, or is stopped at the merge. */
function isWritten({ status, changes }: ChangedFile): boolean {
  return status !== 'removed' && (status !== 'renamed' || changes > 0);
}

export function annotateProblem({ path, problem }: ProposedConfig): Annotation[] {
  if (problem === null) return [];
  return [
    { path, startLine: 1, endLine: 1, columns: null, level: 'failure', title: 'Unusable config', message: problem },
  ];
}

interface Read {
  /** Where it looks for statements. */
  readonly globs: readonly string[];
  readonly problem: string | null;
}

const defaults: Read = { globs: readSettings({}, noConfig).values.files, problem: null };

async function readProposed(repository: GitHubRepository, path: string, headSha: string): Promise<Read> {
  try {
    const { values } = readSettings(
      {},
      await configFrom(path, (await readRepositoryFile(repository, path, headSha)) ?? ''),
    );
    return { globs: values.files, problem: null };
  } catch (error) {
    const { code, message, hint } = toGhostshipError(error);
    return { ...defaults, problem: code === 'internal' ? message : `${message}\n${hint}` };
  }
}
