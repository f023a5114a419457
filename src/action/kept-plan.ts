import type { ApprovedPlan } from '../commands/binding/file-origin.ts';
import { type PlanRecord, readRecord, writeRecord } from '../commands/plan/plan-record.ts';
import { enumerate } from '../report/words.ts';
import type { ActionRun } from './action-run.ts';
import { type CheckRun, checkName } from './check-run.ts';
import { checkRunsOn } from './check-runs-on.ts';
import type { PullRequestRef } from './find-pull-request.ts';
import type { GitHubRepository } from './github.ts';
import type { RequestOptions } from './request-options.ts';
import { targetName } from './target-name.ts';

/*
 * Where a plan is kept until the run after the merge: in the check run of the commit that was planned.
 *
 * - The token of every plan can write there. A plan may have an account that only reads the database, so the ledger cannot have it.
 * - GitHub lets only the app change a check run that has made it. A comment, anybody with the right to write may edit.
 * - It belongs to the commit. A plan of an older commit cannot be taken for that of the last one.
 *
 * A branch of the repository itself may have a workflow that makes a check run of this name. Whoever can do that gains nothing: a
 * record that differs stops the run, and one that agrees lets run what would run without any record.
 */

const opening = '<!-- ghostship plan ';
const closing = ' -->';

/** GitHub takes 65,535 characters. */
const longestRecord = 60_000;

/** The text of a check run, unseen by readers; `null` for a plan that is too long. */
export function keptText(record: PlanRecord): string | null {
  const written = writeRecord(record, longestRecord);
  return written === null ? null : opening + written + closing;
}

/**
 * Reads the plan of a pull request.
 *
 * @param check of this run: it tells which app the run is, and so whose plans count. Where there is none, the app is known that
 *   alone has written plans of the commit.
 */
export function planReader(
  { repository, settings }: ActionRun,
  check: CheckRun | null,
): (pull: PullRequestRef, options: RequestOptions) => Promise<ApprovedPlan> {
  const appId = check?.appId ?? null;
  const environment = targetName(settings.values);
  return async ({ headSha, baseBranch: base }, options) =>
    await readKeptPlan(repository, headSha, { appId, database: settings.home, environment, base }, options);
}

interface KeptPlan {
  /** Of the app whose token this run has: what others have written does not count. `null` where it is not known. */
  readonly appId: number | null;
  /** Of which the plan is to be, where there are several. */
  readonly database: string | null;
  readonly environment: string | null;
  /** The branch of the merge. */
  readonly base: string;
}

/** The newest plan of a commit. */
async function readKeptPlan(
  repository: GitHubRepository,
  commit: string,
  { appId, database, environment, base }: KeptPlan,
  options: RequestOptions,
): Promise<ApprovedPlan> {
  const name = checkName('plan', environment);
  const own = (await checkRunsOn(repository, commit, { check_name: name, ...options })).filter(
    ({ app }) => appId === null || app?.id === appId,
  );
  const ended = own.filter(({ status }) => status === 'completed').toSorted((one, other) => other.id - one.id);
  const kept = ended.flatMap(({ app, output: { text } }) => {
    const record = recordIn(text ?? '');
    return record === null ? [] : [{ app: app?.id ?? null, record }];
  });
  if (new Set(kept.map(({ app }) => app)).size > 1)
    return {
      kind: 'unread',
      why: `several apps have written ${name}, and without a check run of its own this run does not know which of them it is`,
    };
  const all = kept.map(({ record }) => record);
  const records = all.filter((record) => record.base === null || record.base === base);
  const record =
    records.find((one) => one.database === database) ?? records.find((one) => one.server !== null) ?? records[0];
  if (record !== undefined) return { kind: 'record', record: withOthers(record, records) };
  const [elsewhere] = all;
  // It shows what another branch would come to, so nothing of it is approved.
  if (elsewhere !== undefined) return { kind: 'record', record: { ...elsewhere, statements: [], open: [] } };
  if (own.length > ended.length) return { kind: 'none', why: 'has a plan of its last commit that has not ended yet' };
  return ended.length === 0
    ? { kind: 'none', why: await whyAbsent(repository, commit, { name, appId }, options) }
    : { kind: 'none', why: 'has a plan of its last commit that has kept nothing: it is too long, or was stopped' };
}

/** Several jobs may plan the same commit, each its own files. Of each file the newest plan counts that lists it. */
function withOthers(newest: PlanRecord, records: readonly PlanRecord[]): PlanRecord {
  const isSame = ({ database, server }: PlanRecord): boolean =>
    database === newest.database && server === newest.server;
  const all = [newest, ...records.filter((record) => record !== newest && isSame(record))];
  const listing = new Map<string | null, PlanRecord>();
  for (const record of all)
    for (const { file } of [...record.statements, ...record.open]) if (!listing.has(file)) listing.set(file, record);
  return {
    ...newest,
    statements: all.flatMap((record) => record.statements.filter(({ file }) => listing.get(file) === record)),
    open: all.flatMap((record) => record.open.filter(({ file }) => listing.get(file) === record)),
  };
}

/** Plan and run may name another environment by mistake. */
async function whyAbsent(
  repository: GitHubRepository,
  commit: string,
  { name, appId }: { readonly name: string } & Pick<KeptPlan, 'appId'>,
  options: RequestOptions,
): Promise<string> {
  const all = await checkRunsOn(repository, commit, { status: 'completed', ...options });
  const others = all
    .filter((check) => check.name !== name && (appId === null || check.app?.id === appId))
    .filter(({ output }) => recordIn(output.text ?? '') !== null)
    .map((check) => check.name);
  if (others.length === 0) return 'has no plan of its last commit';
  return `has no ${name} of its last commit, only ${enumerate([...new Set(others)])}: the job of the plan names another environment`;
}

/** What a check run keeps in its text; `null` where it is none. */
export function recordIn(text: string): PlanRecord | null {
  if (!text.startsWith(opening)) return null;
  return readRecord(text.slice(opening.length, text.indexOf(closing)));
}
