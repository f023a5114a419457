import { posix, relative, resolve, sep } from 'node:path';
import { type Config, noConfig } from '../commands/options/config.ts';
import { options } from '../commands/options/options.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { configFrom } from '../commands/options/read-config.ts';
import { GhostshipError } from '../support/errors.ts';
import type { Event } from './event.ts';
import { type GitRef, isAmong, shortName } from './git-ref.ts';
import type { GitHubRepository } from './github.ts';
import { githubTrouble } from './github-trouble.ts';
import { readRepositoryFile } from './repository-file.ts';
import type { RunnerEnvironment } from './runner-environment.ts';

/** The config file in force, and where it was read. */
export interface ReviewedConfig {
  readonly config: Config;
  /** From the root of the repository, with `/` between its parts. */
  readonly path: string;
  /** Of its branch or tag: `main`. */
  readonly branch: string;
}

/**
 * The config file decides where a password goes and what is allowed. It is therefore read from GitHub, from a branch on which
 * changes are reviewed. It is never read from the checkout, which may hold changes that nobody has reviewed.
 *
 * Reviewed branches are the default branch and those that `branches` names. `branches` itself is read from the input or from
 * the default branch. A run for any other branch, or for a test merge, uses the file of the default branch.
 *
 * @throws GhostshipError `usage` if the file cannot be used, or was named and is not there; `config-not-readable` if
 *   GitHub does not give it
 */
export async function readReviewedConfig(
  repository: GitHubRepository,
  event: Event,
  inputs: RawValues,
  runner: RunnerEnvironment,
): Promise<ReviewedConfig> {
  const path = pathInRepository(inputs.config ?? '', runner.workspace);
  const read = (source: Source): Promise<ReviewedConfig> =>
    readAt(repository, path, source, (inputs.config ?? '') !== '');
  const own = sourceOf(event, runner.sha);
  if (own === null) return read(newest);
  if (own.ref.isDefaultBranch) return read(own);
  const given = listed(inputs.branches);
  if (given.length > 0) return read(isAmong(own.ref, given) ? own : newest);
  const ofDefault = await read(newest);
  const { branches = '' } = ofDefault.config.values;
  if (!isAmong(own.ref, listed(branches))) return ofDefault;
  const { config, ...place } = await read(own);
  return { ...place, config: { ...config, values: { ...config.values, branches } } };
}

interface Source {
  readonly ref: GitRef;
  /** What is read; `null` for the newest commit of the default branch, whatever its name is. */
  readonly at: string | null;
}

const newest: Source = { ref: { name: 'the default branch', isDefaultBranch: true }, at: null };

/**
 * An open pull request is planned with the newest config of its base branch, because the merge will use that one. The payload
 * has only the commit that the base branch had at the last push to the pull request. A merged pull request is migrated with
 * the config of the merge.
 */
function sourceOf(event: Event, sha: string): Source | null {
  switch (event.kind) {
    case 'pull-request': {
      const { base, state } = event;
      return { ref: base, at: state.kind === 'merged' ? state.sha : base.name };
    }
    case 'merge-group':
      return { ref: event.base, at: event.base.name };
    case 'push':
      return { ref: event.ref, at: sha };
    case 'other':
      return event.ref === null ? null : { ref: event.ref, at: sha };
    case 'comment':
    case 'irrelevant':
      return null;
  }
}

function listed(branches = ''): readonly string[] {
  return options.branches.schema.parse(branches);
}

/** @throws GhostshipError `usage` for a file that is not in the repository */
function pathInRepository(path: string, workspace: string): string {
  const found = relative(workspace, resolve(workspace, path || options.config.default))
    .split(sep)
    .join('/');
  if (!found.startsWith('../') && found !== '' && !posix.isAbsolute(found)) return found;
  throw new GhostshipError('usage', `The input config names ${path}, which is not in the repository.`, {
    hint: 'In the action the file is read from a branch of the repository. Commit it, or give its options as inputs.',
  });
}

async function readAt(
  repository: GitHubRepository,
  path: string,
  { ref, at }: Source,
  mustExist: boolean,
): Promise<ReviewedConfig> {
  const branch = shortName(ref);
  const text = await readRepositoryFile(repository, path, at).catch((error: unknown) => {
    throw new GhostshipError(
      'config-not-readable',
      `GitHub did not give ${path} of ${branch}: ${githubTrouble(error)}.`,
      {
        hint: 'Give the job the permission contents: read, or run it again later. The file of the checkout is not used in its place: it may be what somebody only proposes.',
        cause: error,
      },
    );
  });
  if (text === null && mustExist) {
    throw new GhostshipError('usage', `The input config names ${path}, which is not on ${branch}.`, {
      hint: 'The file counts once it is merged: merge it first, or leave the input config out.',
    });
  }
  return { path, branch, config: text === null ? noConfig : await configFrom(`${path} of ${branch}`, text) };
}
