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
export interface TakenBack {
  readonly file: string;
  readonly ordinal: number;
}

/** A statement of the same words would count as this one, moved. */
export const whatNext =
  'Delete the file; what is still wanted goes into a new one, in other words. To ship it all the same, take after out of the config file.';

/** A run looks at so many commits: each costs a request or two. */
const mostCommits = 50;

const mark = /<!-- ghostship reverted (\[.*?\]) -->/u;

export function takenBackText(taken: readonly TakenBack[]): string {
  return enumerate(taken.map(({ file, ordinal }) => `statement ${ordinal} of ${file}`));
}

/** What a check run shows, and those that read it, where statements on its commit are reverted. */
export function takenBackOutput(
  { title, summary }: Pick<CheckOutput, 'title' | 'summary'>,
  environment: string,
  taken: readonly TakenBack[],
): CheckOutput {
  const are = taken.length === 1 ? 'is' : 'are';
  const note = prose(
    `${takenBackText(taken)} ${are} reverted in ${environment}. Environments that come after it wait. ${whatNext}`,
  );
  return {
    title,
    summary: `${note}\n\n${summary}`,
    text: `<!-- ghostship reverted ${JSON.stringify(taken).replaceAll('>', '\\u003e')} -->`,
  };
}

/** @param text of a check run that ended neutral */
export function readTakenBack(text: string | null): readonly TakenBack[] {
  const [, json] = mark.exec(text ?? '') ?? [];
  return json === undefined ? [] : (JSON.parse(json) as TakenBack[]);
}

/** Says on each commit that was shipped with a statement that it is reverted now. */
export async function tellTakenBack(run: ActionRun, taken: TakenBack, commit: string): Promise<void> {
  const { settings, repository, runner, writes } = run;
  const { environment } = settings.values;
  if (environment === null) return;
  const name = checkName('migrate', targetName(settings.values));
  await writes.attempt('say on the commits that what they have is reverted', async () => {
    for (const sha of await commitsSince(run, commit)) {
      const [newest] = (await checkRunsOn(repository, sha, { check_name: name })).toSorted(
        (one, other) => other.id - one.id,
      );
      const before = readTakenBack(newest?.output.text ?? null);
      if (newest === undefined || (newest.conclusion !== 'success' && before.length === 0)) continue;
      const all = [...before.filter((one) => takenBackText([one]) !== takenBackText([taken])), taken];
      const check = await CheckRun.open(repository, name, sha, `${runner.stepKey}/reverted`, runner.runUrl);
      const title = `Reverted: ${takenBackText(all)}`;
      await check.finish('neutral', takenBackOutput({ title, summary: '' }, environment, all));
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
