import type { DryRunPlace } from '../../engine/plan/dry-run.ts';
import { describeTarget } from '../../mysql/target.ts';
import { groupBy } from '../../support/group-by.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import { assumeBaseline, withoutBaseline } from '../ledger/baseline.ts';
import type { EndedStatement } from '../ledger/carried-out.ts';
import type { CompletedStatement } from '../ledger/completed-statement.ts';
import { hintAtBaseline } from '../ledger/first-run.ts';
import { followMoves } from '../ledger/moved-files.ts';
import type { PlanFound } from '../lint/ask-differences.ts';
import { lintPending } from '../lint/lint-pending.ts';
import { describeError, type OutcomeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { askMode } from '../statements/ask-mode.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { askHome } from '../statements/home-database.ts';
import { readSource, type Source, type Unread } from '../statements/source.ts';
import { version } from '../version.ts';
import type { AfterMerge } from './after-merge.ts';
import { findSplitOf } from './find-split-of.ts';
import { planFile } from './plan-file.ts';
import type { DeletedFile, PlanReport } from './plan-report.ts';
import { PlannedRun } from './planned-run.ts';
import type { PlannedStatement } from './planned-statement.ts';
import { planDigest } from './promise.ts';
import { Staging } from './staging.ts';

/**
 * Lints every statement that is not applied yet, and tries it on an empty clone of its table.
 *
 * @param after where the statements are those of a pull request: what else the merge will run is planned, too
 * @param rows whether they are looked at: a run of one statement looks itself, before it starts
 */
export async function plan(
  changed: Unread,
  settings: Settings,
  signal: AbortSignal,
  after: AfterMerge | null = null,
  rows: 'look' | 'look-where-many' = 'look',
): Promise<PlanReport> {
  const {
    source,
    completed,
    ended: endedRuns,
    askable,
    problem,
    onlyChanged,
  } = await readAll(changed, after, settings);
  const statements: PlannedStatement[] = [];
  const plans = new Map<FileStatement, PlanFound>();
  const asked = askable === null ? null : (askable.replica ?? askable.target);
  const reachable = problem === null ? askable : null;
  const home = await askHome(source, settings, asked);
  const all = source.files.flatMap((file) => file.statements);
  const { pending } = partApplied(all, completed);
  const run = new PlannedRun(pending, home?.name ?? null);
  const looked = rows === 'look' || pending.length > 1 ? 'look' : 'leave';
  await using staging = reachable === null ? null : new Staging(reachable, settings.values.allow, pending.length);
  const rowsOf = groupBy(completed, ({ file }) => file);
  for (const file of source.files) {
    const planned = await planFile(
      file,
      { completed: rowsOf.get(file.path ?? '') ?? [], settings, home, database: reachable, staging, run, rows: looked },
      signal,
    );
    const isOwn = after === null || file.path === null || after.own.has(file.path);
    for (const [index, statement] of planned.entries()) {
      const own = file.statements[index];
      const ended = own === undefined ? {} : endedBefore(own, endedRuns);
      if (statement.kind === 'planned' && own !== undefined && planned.length === file.statements.length)
        plans.set(own, {
          plan: statement,
          split: statements.length > maxSplit ? null : await findSplitOf(own, statement, staging),
        });
      if (isOwn) statements.push({ ...statement, ...ended });
      else if (statement.kind !== 'applied' || statement.isUnwritten === true)
        statements.push({ ...waitsItsTurn(statement), ...ended, alsoPending: true });
    }
  }
  return {
    version,
    digest: planDigest(statements, settings),
    database: asked === null ? null : describeTarget(asked),
    server: staging === null ? null : await staging.asked(),
    problem,
    onlyChanged,
    deleted: deletedFiles(after, completed),
    statements: hintAtFirst(statements, completed),
    ...(await lintPending(source, completed, settings, asked, home, plans)),
  };
}

/** Of a file of others: that its table is being migrated now, perhaps by this very statement, is no fault of this pull request. */
function waitsItsTurn(statement: PlannedStatement): PlannedStatement {
  if (statement.kind !== 'refused' || statement.error.code !== 'already-running') return statement;
  const { file, line, statement: text, table, error } = statement;
  return { kind: 'unplanned', file, line, statement: text, table, why: error.message };
}

interface ReadAll {
  readonly source: Source;
  readonly completed: readonly CompletedStatement[];
  readonly ended: readonly EndedStatement[];
  /** What can be asked; `null` where it cannot be reached. */
  readonly askable: DryRunPlace | null;
  /** Why nobody knows what is left to run. */
  readonly problem: OutcomeError | null;
  readonly onlyChanged: string | null;
}

async function readAll(changed: Unread, after: AfterMerge | null, settings: Settings): Promise<ReadAll> {
  const database = databaseOf(settings);
  const { completed: ledger, ended, problem } = await readLedger(database, settings);
  const askable = problem === null ? database : null;
  const { unread, onlyChanged } = await allPending(changed, after, database === null ? null : { ledger, problem });
  const asked = askable === null ? null : (askable.replica ?? askable.target);
  const read = readSource(unread, settings, await askMode(unread, settings, asked));
  const followed = (await followMoves(read, ledger)).completed;
  const isKnown = askable !== null && onlyChanged === null;
  const { old, misnamed } = readBaseline(read, settings.values.baseline, isKnown ? followed : null);
  const completed = [...followed, ...old];
  const source = withoutBaseline(read, completed);
  return { source, completed, ended, askable, problem: problem ?? misnamed, onlyChanged };
}

function endedBefore(
  { file, ordinal, digest }: FileStatement,
  ended: readonly EndedStatement[],
): Pick<PlannedStatement, 'lastRun'> {
  const found = ended.find((one) => one.file === file && one.ordinal === ordinal && one.digest === digest);
  if (found === undefined) return {};
  const { state, finished, pullRequest, runUrl, why } = found;
  return { lastRun: { state, finished, pullRequest, runUrl, why } };
}

/** Where the option is wrong nobody knows what is left to run. */
function readBaseline(
  source: Source,
  through: string | null,
  completed: readonly CompletedStatement[] | null,
): { readonly old: readonly CompletedStatement[]; readonly misnamed: OutcomeError | null } {
  try {
    return { old: assumeBaseline(source, through, completed), misnamed: null };
  } catch (error) {
    return { old: [], misnamed: describeError(toGhostshipError(error)) };
  }
}

/** Advice about the first statements of a run is enough: each is tried in parts. */
const maxSplit = 50;

/** Only the ledger tells what else is pending. */
async function allPending(
  changed: Unread,
  after: AfterMerge | null,
  known: { readonly ledger: readonly CompletedStatement[]; readonly problem: OutcomeError | null } | null,
): Promise<{ readonly unread: Unread; readonly onlyChanged: string | null }> {
  if (after === null || known === null) return { unread: changed, onlyChanged: null };
  const only = (why: string): string =>
    `Only the files that this pull request changes are planned. What else the merge will run is not known: ${why}`;
  if (known.problem !== null) return { unread: changed, onlyChanged: only('the ledger could not be read.') };
  const files = await after.read(known.ledger);
  return typeof files === 'string'
    ? { unread: changed, onlyChanged: only(files) }
    : { unread: { ...changed, files, isThere: after.isThere }, onlyChanged: null };
}

function deletedFiles(after: AfterMerge | null, completed: readonly CompletedStatement[]): DeletedFile[] {
  return (after?.gone ?? []).flatMap((file) => {
    // The newest row of a statement counts.
    const rows = [...new Map(completed.filter((row) => row.file === file).map((row) => [row.ordinal, row])).values()];
    const last = rows.at(-1);
    const reverted = rows.filter(({ isReverted }) => isReverted).length;
    if (last === undefined) return [];
    return [{ file, finished: last.finished, statements: rows.length, written: last.statementCount, reverted }];
  });
}

function hintAtFirst(
  statements: readonly PlannedStatement[],
  completed: readonly CompletedStatement[],
): PlannedStatement[] {
  const pending = statements.filter(({ kind }) => kind !== 'applied');
  const files = pending.map(({ file }) => file);
  return statements.map((statement) =>
    statement === pending[0] && statement.kind === 'refused' && statement.lastRun === undefined
      ? { ...statement, error: hintAtBaseline(statement.error, files, completed) }
      : statement,
  );
}

/** A replica is enough: it has the tables of the target, and its ledger. */
function databaseOf({ target, replica }: Settings): DryRunPlace | null {
  if (target !== null) return { target, replica };
  return replica === null ? null : { target: replica, replica };
}

async function readLedger(
  database: DryRunPlace | null,
  settings: Settings,
): Promise<{
  completed: CompletedStatement[];
  ended: readonly EndedStatement[];
  problem: OutcomeError | null;
}> {
  if (database === null) return { completed: [], ended: [], problem: null };
  try {
    // Loaded only where there is a server to ask: it brings the driver with it.
    const { Ledger } = await import('../ledger/ledger.ts');
    const { refuseOtherEnvironment } = await import('../ledger/ledger-environment.ts');
    const asked = database.replica ?? database.target;
    const { namespace, environment } = settings.values;
    await refuseOtherEnvironment(asked, environment);
    const ledger = new Ledger(asked, namespace);
    const completed = await ledger.completed();
    const { findUnfinished } = await import('../ledger/carried-out.ts');
    const place = database.replica === null ? 'target' : 'replica';
    const { carriedOut, ended } = await findUnfinished(asked, settings, ledger, place);
    return { completed: [...completed, ...carriedOut], ended, problem: null };
  } catch (error) {
    return { completed: [], ended: [], problem: describeError(toGhostshipError(error)) };
  }
}
