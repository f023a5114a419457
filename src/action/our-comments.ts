import type { GitHubRepository } from './github.ts';

/**
 * Those of the comments that the owner of the token has written. Anybody may write one that begins with a mark of ours, and edit it
 * later: it must not pass for ours.
 *
 * @param comments those with the mark, so that mostly nobody has to be asked
 */
export async function ourComments<T extends { readonly user: { readonly login: string } | null }>(
  { octokit }: Pick<GitHubRepository, 'octokit'>,
  comments: readonly T[],
): Promise<readonly T[]> {
  if (comments.length === 0) return [];
  const login = await ownLogin(octokit);
  return comments.filter(({ user }) => user?.login === login);
}

const logins = new WeakMap<object, Promise<string>>();

function ownLogin(octokit: GitHubRepository['octokit']): Promise<string> {
  const known = logins.get(octokit);
  if (known !== undefined) return known;
  const asked = askLogin(octokit);
  logins.set(octokit, asked);
  // What was not answered is asked again.
  asked.catch(() => logins.delete(octokit));
  return asked;
}

/** Of all that tells it, GraphQL alone answers the token of a job, of an app and of a person. */
async function askLogin(octokit: GitHubRepository['octokit']): Promise<string> {
  const { viewer } = await octokit.graphql<{ readonly viewer: { readonly login: string } }>(
    'query { viewer { login } }',
  );
  return viewer.login;
}
