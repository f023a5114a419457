import type { Values } from '../commands/options/parse-values.ts';
import { GhostshipError } from '../support/errors.ts';
import type { GitHubRepository } from './github.ts';

export type Permission = Values['command-permission'];

/** What a command asks for: those that throw work away ask for more. */
export function permissionFor(
  verb: string,
  values: Pick<Values, 'command-permission' | 'abort-permission'>,
): Permission {
  return verb === 'abort' || verb === 'revert' ? values['abort-permission'] : values['command-permission'];
}

/**
 * Anybody may comment on a public repository.
 *
 * @throws GhostshipError `usage` for somebody who may not
 */
export async function refuseStrangers(
  repository: GitHubRepository,
  username: string,
  needed: Permission,
  verb: string,
): Promise<void> {
  if (await isPermitted(repository, username, needed)) return;
  throw new GhostshipError(
    'usage',
    `${username} may not command migrations here: ${verb} needs the permission ${needed}.`,
    {
      hint: `Ask somebody who has the permission ${needed} in this repository.`,
    },
  );
}

/** A role of an organization's own counts as what it permits, whatever its name is. */
export async function isPermitted(
  { octokit, owner, repo }: GitHubRepository,
  username: string,
  needed: Permission,
): Promise<boolean> {
  if (username === '') return false;
  const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
  const { permission, user } = data;
  switch (needed) {
    case 'write':
      return permission === 'write' || permission === 'admin';
    case 'maintain':
      return permission === 'admin' || user?.permissions?.maintain === true;
    case 'admin':
      return permission === 'admin';
  }
}
