import { changedRelatives, mayConcernRelatives } from '../commands/control/changed-relatives.ts';
import { isBegun, isDone, isRevert, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { newParents } from '../commands/plan/parents.ts';
import { changedTables } from '../commands/statements/changed-tables.ts';
import type { Outcome } from '../engine/outcome.ts';
import { clip } from '../report/clip.ts';
import { alert, code, prose } from '../report/markdown.ts';
import { enumerate } from '../report/words.ts';
import { groupBy } from '../support/group-by.ts';
import type { ActionRun } from './action-run.ts';
import { checkName } from './check-run.ts';
import { checkRunsOn } from './check-runs-on.ts';
import { marker } from './comment-sections.ts';
import type { PullRequestRef } from './find-pull-request.ts';
import { recordIn } from './kept-plan.ts';
import { keepNote } from './plan-note.ts';
import { findOwnComment } from './sticky-comment.ts';
import { targetName } from './target-name.ts';

/** So many open pull requests are looked at, the newest: each costs a request, and one more where its plan is out of date. */
const mostPulls = 20;

/** So many of them are told in their comments as well, at two requests each. The check of all the others says it. */
const mostComments = 8;

/** What a run has done to a table. */
interface Change {
  readonly table: string;
  /** A table that was changed, where this one is only at the other end of a foreign key. */
  readonly of: string | null;
  /** Whose statement it was; `null` where it was nobody's. */
  readonly by: number | null;
  /** Whether a change was taken back. */
  readonly isReverted?: boolean;
  /** Whether foreign keys that a plan brings may not fit any more. */
  readonly isGrave?: boolean;
  /** The migration has ended and changed nothing: who was refused because it was running need not wait any more. */
  readonly isOver?: true;
}

interface Shipped {
  /** Of the app whose token this run has; `null` where it is not known. */
  readonly appId: number | null;
  readonly pullOf: (migration: Outcome) => number | null;
}

/**
 * Tells open pull requests whose plan is of a table as it was before this run. Their check must not stay green: a merge would end
 * as `plan-changed`, and nobody would have heard of it before. Those that were refused because a migration was running hear of its end.
 */
export async function tellOutdated(run: ActionRun, outcome: RunOutcome, shipped: Shipped): Promise<void> {
  const done = outcome.migrations.filter(({ state, tableState }) => isDone(state) && tableState !== 'unchanged');
  const own = done.flatMap((migration) =>
    changedTables(migration).map((table) => ({
      table,
      of: null,
      by: shipped.pullOf(migration),
      isReverted: isRevert(migration),
      isGrave: mayConcernRelatives(migration.statement),
    })),
  );
  const over = outcome.migrations
    .filter((migration) => isBegun(migration) && (migration.state === 'failed' || migration.state === 'aborted'))
    .map((migration) => ({ table: migration.table, of: null, by: shipped.pullOf(migration), isOver: true as const }));
  if (own.length + over.length === 0) return;
  // One attempt for all: what GitHub refuses once, it refuses for each of them.
  await run.writes.attempt('look for plans that are out of date now', async () => {
    const pulls = await openPulls(run);
    if (pulls.length === 0) return;
    const changes = [...own, ...over, ...(await relativesOf(run, done, shipped))];
    let comments = 0;
    for (const pull of pulls) {
      const told = { ...shipped, since: outcome.finishedAt, inComment: comments < mostComments };
      if (await tellOne(run, pull, changes, told)) comments += 1;
    }
  });
}

async function relativesOf(
  { settings: { target } }: ActionRun,
  done: readonly Outcome[],
  { pullOf }: Shipped,
): Promise<Change[]> {
  if (target === null) return [];
  // The run is over, whatever the server answers now.
  const found = await changedRelatives(target, done).catch(() => []);
  return found.map(({ table, of, migration }) => ({ table, of, by: pullOf(migration) }));
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
  return data.map(({ number, head, base }) => ({ number, headSha: head.sha, baseBranch: base.ref }));
}

/** @returns whether its plan is out of date */
async function tellOne(
  run: ActionRun,
  pull: PullRequestRef,
  changes: readonly Change[],
  { appId, since, inComment }: Shipped & { readonly since: string; readonly inComment: boolean },
): Promise<boolean> {
  const { repository, settings } = run;
  const environment = targetName(settings.values);
  const plan = await newestPlan(run, pull, appId);
  if (plan === null || Date.parse(plan.started_at ?? since) > Date.parse(since)) return false;
  const isNamed = await namesIn(run, pull, plan);
  const hasWaited = isRefusedByRunning(plan);
  const all = [...changes, ...changes.flatMap((change) => ofChildren(change, plan))];
  const named = all.filter(({ table, isOver }) => isNamed(table) && (isOver !== true || hasWaited));
  const itself = new Set(named.flatMap(({ table, of }) => (of === null ? [table] : [])));
  const own = named.filter(({ table, of }) => of === null || !itself.has(table));
  if (own.length === 0) return false;
  const news = changeText(own);
  const what = [...toldBefore(plan).filter((told) => !told.includes(news)), news].join(', ');
  const note = {
    text: `**${prose(`${what} since this was planned: plan anew.`)}** ${whatToDo}`,
    kind: 'WARNING',
  } as const;
  if (inComment) await keepNote(repository, pull.number, environment, { ...note, whenAbsent: 'skip' });
  if (plan.conclusion === 'failure' && !hasWaited) return true;
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
      summary: `${alert(note.kind, note.text)}\n\n${withoutNote(summary ?? '')}`.slice(0, longestSummary),
      // With what was promised: a merge is still held against it.
      ...(text === null ? {} : { text }),
    },
  });
  return true;
}

/** What has changed, for the tables to which a plan gives a foreign key that leads there. */
function ofChildren({ table, by, isGrave }: Change, { output: { text } }: KeptIn): Change[] {
  if (isGrave !== true) return [];
  const children = (recordIn(text ?? '')?.statements ?? []).filter((one) => newParents(one).has(table.toLowerCase()));
  return children.map((child) => ({ table: child.table, of: table, by }));
}

const longestSummary = 65_535;
const titleMark = 'Plan anew: ';

/** What has made it stale already stays true. */
function toldBefore({ output: { title } }: { readonly output: { readonly title: string | null } }): string[] {
  return title?.startsWith(titleMark) === true ? [title.slice(titleMark.length)] : [];
}

const whatToDo = `What it shows is of the table as it was before, so a merge may stop as ${code('plan-changed')}. Run the job of the plan again, push, or write ${code('/ghostship plan')} here.`;

function changeText(all: readonly Change[]): string {
  const changes = all.filter(({ isOver }) => isOver !== true);
  const over = new Set(all.filter(({ isOver }) => isOver === true).map(nameOf));
  const byPull = groupBy(changes, ({ by, isReverted }) => {
    const who = by === null ? 'a run' : `#${by}`;
    return `${who} has ${isReverted === true ? 'reverted the last change of' : 'changed'}`;
  });
  return enumerate([
    ...[...byPull].map(([what, own]) => `${what} ${enumerate([...new Set(own.map(nameOf))])}`),
    ...(over.size === 0 ? [] : [`the migration of ${enumerate([...over])} has ended`]),
  ]);
}

function nameOf({ table, of }: Change): string {
  return of === null ? `\`${table}\`` : `\`${of}\` (a foreign key relates \`${table}\` to it)`;
}

/** Such a note may be there already. */
function withoutNote(summary: string): string {
  return summary.startsWith('> [!WARNING]\n') && summary.includes(whatToDo)
    ? summary.slice(summary.indexOf(whatToDo) + whatToDo.length).trimStart()
    : summary;
}

async function newestPlan({ repository, settings }: ActionRun, { headSha }: PullRequestRef, appId: number | null) {
  const name = checkName('plan', targetName(settings.values));
  const own = (await checkRunsOn(repository, headSha, { check_name: name, status: 'completed' }))
    .filter(({ app }) => appId === null || app?.id === appId)
    .toSorted((one, other) => other.id - one.id);
  const isOfThis = ({ output }: (typeof own)[number]): boolean =>
    recordIn(output.text ?? '')?.database === settings.home;
  return own.find(isOfThis) ?? own[0] ?? null;
}

/** What a plan has promised stands in its check run. */
interface KeptIn {
  readonly output: { readonly text: string | null };
}

/** It is red because another migration was running, which has ended meanwhile. */
function isRefusedByRunning({ output }: KeptIn): boolean {
  return recordIn(output.text ?? '')?.open.some(({ code }) => code === 'already-running') === true;
}

/** A plan that is too long to be kept has a comment all the same. */
async function namesIn(
  { repository }: ActionRun,
  { number }: PullRequestRef,
  { output }: KeptIn,
): Promise<(table: string) => boolean> {
  const record = recordIn(output.text ?? '');
  if (record !== null) {
    const tables = new Set([...record.statements, ...record.open].map(({ table }) => table.toLowerCase()));
    return (table) => tables.has(table.toLowerCase());
  }
  const body = (await findOwnComment(repository, number, marker))?.body ?? '';
  const words = new Set(body.split(/[^\p{L}\p{N}_$.]+/u));
  return (table) => words.has(table);
}
