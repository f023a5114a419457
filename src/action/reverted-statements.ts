import type { Values } from '../commands/options/parse-values.ts';
import { prose } from '../report/markdown.ts';
import { enumerate } from '../report/words.ts';
import type { ActionRun } from './action-run.ts';
import { type CheckOutput, CheckRun, checkName } from './check-run.ts';
import { checkRunsOn } from './check-runs-on.ts';
import { targetName } from './target-name.ts';

/*
 * What an environment has reverted it has not shipped, for those that come after it. Its check runs of migrations say so: those of
 * later runs, and a new one on each commit that it had shipped with the statement.
 */

/** A statement that was applied to an environment, and is reverted there. */
export interface RevertedStatement {
  readonly file: string;
  readonly ordinal: number;
}

/** A statement of the same words would count as this one, moved. */
export const whatNext =
  'Delete the file; what is still wanted goes into a new one, in other words. To ship it all the same, take after out of the config file.';

/** A run looks at so many commits: each costs a request or two. */
const mostCommits = 50;

const mark = /<!-- ghostship reverted (\[.*?\]) -->/u;

export function revertedPlaces(reverted: readonly RevertedStatement[]): string {
  return enumerate(reverted.map(({ file, ordinal }) => `statement ${ordinal} of ${file}`));
}

/** What a check run shows, and those that read it, where statements on its commit are reverted. */
export function revertedOutput(
  { title, summary }: Pick<CheckOutput, 'title' | 'summary'>,
  environment: string,
  reverted: readonly RevertedStatement[],
): CheckOutput {
  const are = reverted.length === 1 ? 'is' : 'are';
  const note = prose(
    `${revertedPlaces(reverted)} ${are} reverted in ${environment}. Environments that come after it wait. ${whatNext}`,
  );
  return {
    title,
    summary: `${note}\n\n${summary}`,
    text: `<!-- ghostship reverted ${JSON.stringify(reverted).replaceAll('>', '\\u003e')} -->`,
  };
}

/** @param text of a check run that ended neutral */
export function readReverted(text: string | null): readonly RevertedStatement[] {
  const [, json] = mark.exec(text ?? '') ?? [];
  return json === undefined ? [] : (JSON.parse(json) as RevertedStatement[]);
}

/** The environment of this run, if others come after it. */
export function awaitedEnvironment({ environment, after }: Pick<Values, 'environment' | 'after'>): string | null {
  return environment !== null && after.includes(environment) ? environment : null;
}

/** Says on each commit that was shipped with a statement that it is reverted now. */
export async function tellCommits(run: ActionRun, reverted: RevertedStatement, commit: string): Promise<void> {
  const { settings, repository, runner, writes } = run;
  const environment = awaitedEnvironment(settings.values);
  if (environment === null) return;
  const name = checkName('migrate', targetName(settings.values));
  await writes.attempt('say on the commits that what they have is reverted', async () => {
    for (const sha of await commitsSince(run, commit)) {
      const [newest] = (await checkRunsOn(repository, sha, { check_name: name })).toSorted(
        (one, other) => other.id - one.id,
      );
      const before = readReverted(newest?.output.text ?? null);
      if (newest === undefined || (newest.conclusion !== 'success' && before.length === 0)) continue;
      const all = [...before.filter((one) => revertedPlaces([one]) !== revertedPlaces([reverted])), reverted];
      const check = await CheckRun.open(repository, name, sha, `${runner.stepKey}/reverted`, runner.runUrl);
      const title = `Reverted: ${revertedPlaces(all)}`;
      await check.finish('neutral', revertedOutput({ title, summary: '' }, environment, all));
    }
  });
}

/** The commit itself, and the newest of those that follow it. */
async function commitsSince({ repository, runner }: ActionRun, commit: string): Promise<string[]> {
  const { octokit, owner, repo } = repository;
  const asked = { owner, repo, sha: runner.sha, per_page: mostCommits };
  const newest = (await octokit.rest.repos.listCommits(asked)).data.map(({ sha }) => sha);
  const own = newest.indexOf(commit);
  return [commit, ...(own === -1 ? newest : newest.slice(0, own))];
}
