import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { changedTables } from '../commands/statements/changed-tables.ts';
import type { Outcome } from '../engine/outcome.ts';
import { clip } from '../report/clip.ts';
import { alert, code, prose } from '../report/markdown.ts';
import { enumerate } from '../report/words.ts';
import type { ActionRun } from './action-run.ts';
import { checkName } from './check-run.ts';
import { marker } from './comment-sections.ts';
import type { PullRequestRef } from './find-pull-request.ts';
import { recordIn } from './kept-plan.ts';
import { findOwnComment, keepComment } from './sticky-comment.ts';

/** So many open pull requests are looked at, the newest: each costs a request, and three more where its plan is out of date. */
const mostPulls = 20;

/** What a run has done to a table. */
interface Change {
  readonly table: string;
  /** Whose statement it was; `null` where it was nobody's. */
  readonly by: number | null;
}

interface Shipped {
  /** Of the app whose token this run has; `null` where it is not known. */
  readonly appId: number | null;
  readonly pullOf: (migration: Outcome) => number | null;
}

/**
 * Tells open pull requests whose plan is of a table as it was before this run. Their check must not stay green: a merge would end
 * as `plan-changed`, and nobody would have heard of it before.
 */
export async function tellOutdated(run: ActionRun, outcome: RunOutcome, shipped: Shipped): Promise<void> {
  const changes = outcome.migrations
    .filter(({ state, tableState }) => isDone(state) && tableState !== 'unchanged')
    .flatMap((migration) => changedTables(migration).map((table) => ({ table, by: shipped.pullOf(migration) })));
  if (changes.length === 0) return;
  // One attempt for all: what GitHub refuses once, it refuses for each of them.
  await run.writes.attempt('look for plans that are out of date now', async () => {
    for (const pull of await openPulls(run))
      await tellOne(run, pull, changes, { ...shipped, since: outcome.finishedAt });
  });
}

async function openPulls({ repository }: ActionRun): Promise<PullRequestRef[]> {
  const { octokit, owner, repo } = repository;
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo,
    state: 'open',
    sort: 'created',
    direction: 'desc',
    per_page: mostPulls,
  });
  return data.map(({ number, head }) => ({ number, headSha: head.sha }));
}

async function tellOne(
  run: ActionRun,
  pull: PullRequestRef,
  changes: readonly Change[],
  { appId, since }: Shipped & { readonly since: string },
): Promise<void> {
  const { repository, settings } = run;
  const { environment } = settings.values;
  const plan = await newestPlan(run, pull, appId);
  if (plan === null || Date.parse(plan.started_at ?? since) > Date.parse(since)) return;
  const isNamed = await namesIn(run, pull, plan);
  const own = changes.filter(({ table }) => isNamed(table));
  if (own.length === 0) return;
  const news = changeText(own);
  const what = [...toldBefore(plan).filter((told) => !told.includes(news)), news].join(', ');
  const note = alert('WARNING', `**${prose(`${what} since this was planned: plan anew.`)}** ${whatToDo}`);
  await keepComment(repository, pull.number, { environment, section: 'note' }, note, 'skip');
  if (plan.conclusion === 'failure') return;
  const { octokit, owner, repo } = repository;
  const { summary, text } = plan.output;
  await octokit.rest.checks.update({
    owner,
    repo,
    check_run_id: plan.id,
    status: 'completed',
    conclusion: 'action_required',
    output: {
      title: clip(titleMark + what, 140),
      summary: `${note}\n\n${withoutNote(summary ?? '')}`.slice(0, longestSummary),
      // With what was promised: a merge is still held against it.
      ...(text === null ? {} : { text }),
    },
  });
}

const longestSummary = 65_535;
const titleMark = 'Plan anew: ';

/** What has made it stale already stays true. */
function toldBefore({ output: { title } }: { readonly output: { readonly title: string | null } }): string[] {
  return title?.startsWith(titleMark) === true ? [title.slice(titleMark.length)] : [];
}

const whatToDo = `What it shows is of the table as it was before, so a merge may stop as ${code('plan-changed')}. Run the job of the plan again, push, or write ${code('/ghostship plan')} here.`;

function changeText(changes: readonly Change[]): string {
  const byPull = new Map<number | null, Set<string>>();
  for (const { table, by } of changes) byPull.set(by, (byPull.get(by) ?? new Set()).add(table));
  return enumerate(
    [...byPull].map(([by, tables]) => {
      const who = by === null ? 'a run' : `#${by}`;
      return `${who} has changed ${enumerate([...tables].map((table) => `\`${table}\``))}`;
    }),
  );
}

/** Such a note may be there already. */
function withoutNote(summary: string): string {
  return summary.startsWith('> [!WARNING]\n') && summary.includes(whatToDo)
    ? summary.slice(summary.indexOf(whatToDo) + whatToDo.length).trimStart()
    : summary;
}

async function newestPlan({ repository, settings }: ActionRun, { headSha }: PullRequestRef, appId: number | null) {
  const { octokit, owner, repo } = repository;
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: headSha,
    check_name: checkName('plan', settings.values.environment),
    status: 'completed',
    filter: 'all',
    per_page: 100,
  });
  const own = data.check_runs
    .filter(({ app }) => appId === null || app?.id === appId)
    .toSorted((one, other) => other.id - one.id);
  const isOfThis = ({ output }: (typeof own)[number]): boolean =>
    recordIn(output.text ?? '')?.database === settings.home;
  return own.find(isOfThis) ?? own[0] ?? null;
}

/** A plan that is too long to be kept has a comment all the same. */
async function namesIn(
  { repository }: ActionRun,
  { number }: PullRequestRef,
  { output }: { readonly output: { readonly text: string | null } },
): Promise<(table: string) => boolean> {
  const record = recordIn(output.text ?? '');
  if (record !== null) {
    const tables = new Set(record.statements.map(({ table }) => table.toLowerCase()));
    return (table) => tables.has(table.toLowerCase());
  }
  const body = (await findOwnComment(repository, number, marker))?.body ?? '';
  const words = new Set(body.split(/[^\p{L}\p{N}_$.]+/u));
  return (table) => words.has(table);
}
