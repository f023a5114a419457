import { code, prose } from '../report/markdown.ts';
import { enumerate } from '../report/words.ts';
import { GhostshipError } from '../support/errors.ts';
import type { ActionRun, Said } from './action-run.ts';
import { CheckRun, checkName } from './check-run.ts';
import { notice } from './core.ts';
import { environmentsBefore } from './environments-before.ts';
import type { GitHubRepository } from './github.ts';
import { githubTrouble } from './github-trouble.ts';
import { summarize } from './job-summary.ts';
import { publish } from './outputs.ts';
import { notePlan } from './plan-note.ts';
import {
  type RevertedStatement,
  readReverted,
  revertedOutput,
  revertedPlaces,
  whatNext,
} from './reverted-statements.ts';
import { targetName } from './target-name.ts';
import { hasAll } from './waiting-work.ts';

/*
 * Whether staging has shipped a commit is read from its check run on that commit. Its ledger would know as well, but the job for
 * production often cannot reach the database of staging, and should not have its password. The check run is what both jobs see,
 * with the permission that both need anyway. It says of which commit it speaks, so a newer commit must be shipped by staging
 * again. It is an order and no protection: whoever may push to the repository may also write a check run. Who may migrate
 * production is said by the rules of the environment on GitHub.
 */

/** An environment that comes first and has not shipped the commit of this run. */
export interface Ahead {
  readonly name: string;
  /** What it had shipped and has reverted, if that is all that is missing. */
  readonly reverted: readonly RevertedStatement[];
}

/**
 * A reverted statement does not hold back an environment that has it already.
 *
 * @throws GhostshipError `usage` where GitHub does not tell, or the run does not say which environment it is for
 */
export async function environmentsAhead({ settings, repository, runner }: ActionRun): Promise<Ahead[]> {
  const { environment, after, namespace } = settings.values;
  if (after.length === 0) return [];
  if (environment === null) {
    throw new GhostshipError(
      'usage',
      `The config file has after: ${after.join(', ')}, and this run has no environment.`,
      {
        hint: 'Give the input environment, so that it is known who comes first.',
      },
    );
  }
  const ahead: Ahead[] = [];
  for (const name of environmentsBefore(environment, after)) {
    const said = await newestOf(
      repository,
      checkName('migrate', targetName({ environment: name, namespace })),
      runner.sha,
    ).catch((error: unknown) => {
      throw new GhostshipError(
        'usage',
        `Whether ${name} has shipped commit ${runner.sha} is not known, so ${environment} waits: ${githubTrouble(error)}.`,
        { hint: 'Give the job the permission checks: write, or run it again later.', cause: error },
      );
    });
    if (said?.conclusion === 'success') continue;
    const reverted = readReverted(said?.text ?? null);
    const files = reverted.map(({ file }) => ({ path: file }));
    if (reverted.length === 0 || !(await hasAll(settings, files))) ahead.push({ name, reverted });
  }
  return ahead;
}

/** What the newest run of an environment says counts: one that is under way may run more than the one before. */
async function newestOf({ octokit, owner, repo }: GitHubRepository, check: string, sha: string) {
  const checks = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref: sha,
    check_name: check,
    filter: 'all',
    per_page: 100,
  });
  const [newest] = checks.toSorted((one, other) => other.id - one.id);
  return newest === undefined ? null : { conclusion: newest.conclusion, text: newest.output.text };
}

function whyAhead({ name, reverted }: Ahead, sha: string, namespace: string): string {
  if (reverted.length > 0)
    return `${name} has reverted ${revertedPlaces(reverted)}, which this run would ship. ${whatNext}`;
  const check = checkName('migrate', targetName({ environment: name, namespace }));
  return `On commit ${sha.slice(0, 7)} there is no success of ${check}. Run this job again when there is.`;
}

/** Tells which environments must ship first. The run succeeds. */
export async function tellNotYet(
  run: ActionRun,
  ahead: readonly Ahead[],
  { sha, pullRequest }: { readonly sha: string; readonly pullRequest: number | null },
): Promise<Said> {
  const { settings, repository, runner, writes } = run;
  const { namespace } = settings.values;
  const others = enumerate(ahead.map(({ name }) => name));
  const title = `Not yet: ${others} ${ahead.length === 1 ? 'comes' : 'come'} first`;
  const text = ['Nothing was run.', ...ahead.map((one) => whyAhead(one, runner.sha, namespace))].join(' ');
  publish({ state: 'queued', 'table-state': 'unchanged' });
  notice(`${title}. ${text}`);
  const markdown = `**${prose(title)}.** ${prose(text)}`;
  await summarize(markdown, writes);
  const name = checkName('migrate', targetName(settings.values));
  await writes.attempt('write a check run', async () => {
    const check = await CheckRun.open(repository, name, sha, runner.stepKey, runner.runUrl);
    publish({ 'check-run-id': check.id });
    await check.finish('neutral', {
      title,
      summary: `${prose(text)} ${code('after')} in the config file asks for it.`,
    });
  });
  const said = { text: `${title}. ${text}`, isGood: true };
  if (pullRequest !== null) await notePlan(run, pullRequest, { text: markdown, whenAbsent: 'skip' });
  return said;
}

/**
 * Says that everything is shipped, or what of it is reverted since, on the commit that was checked out, where the check run of the migration stands on another
 * commit: the head of the pull request, or that of the run which has begun.
 */
export async function tellShipped(
  { settings, repository, runner, writes }: ActionRun,
  sha: string,
  reverted: readonly RevertedStatement[],
): Promise<void> {
  const { environment } = settings.values;
  if (environment === null || sha === runner.sha) return;
  await writes.attempt('write a check run', async () => {
    const name = checkName('migrate', targetName(settings.values));
    const check = await CheckRun.open(repository, name, runner.sha, `${runner.stepKey}/shipped`, runner.runUrl);
    if (reverted.length > 0) {
      const title = `Reverted: ${revertedPlaces(reverted)}`;
      return await check.finish('neutral', revertedOutput({ title, summary: '' }, environment, reverted));
    }
    const summary = `${environment} has everything that is on this commit.`;
    await check.finish('success', { title: 'Shipped', summary });
  });
}
