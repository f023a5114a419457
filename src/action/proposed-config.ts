import { toGhostshipError } from '../commands/known-error.ts';
import { configFrom } from '../commands/options/read-config.ts';
import { readSettings } from '../commands/options/settings.ts';
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
}

/** @returns `null` for a pull request that leaves the file alone */
export async function proposedConfig(
  repository: GitHubRepository,
  event: PullRequestEvent,
  changed: readonly ChangedFile[],
  { path, branch }: Pick<ReviewedConfig, 'path' | 'branch'>,
): Promise<ProposedConfig | null> {
  const file = changed.find(({ filename, previous_filename }) => filename === path || previous_filename === path);
  if (file === undefined) return null;
  const remark = `This pull request changes ${path}. The plan goes by the file of ${branch}; what this pull request makes of it counts once it is merged.`;
  const isGone = file.filename !== path || file.status === 'removed';
  return { path, remark, problem: isGone ? null : await problemOf(repository, path, event.headSha) };
}

export function annotateProblem({ path, problem }: ProposedConfig): Annotation[] {
  if (problem === null) return [];
  return [
    { path, startLine: 1, endLine: 1, columns: null, level: 'failure', title: 'Unusable config', message: problem },
  ];
}

async function problemOf(repository: GitHubRepository, path: string, headSha: string): Promise<string | null> {
  try {
    readSettings({}, await configFrom(path, (await readRepositoryFile(repository, path, headSha)) ?? ''));
    return null;
  } catch (error) {
    const { code, message, hint } = toGhostshipError(error);
    return code === 'internal' ? message : `${message}\n${hint}`;
  }
}
