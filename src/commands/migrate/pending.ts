import type { HomeDatabase } from '../../lint/home-database.ts';
import type { Target } from '../../mysql/target.ts';
import { GhostshipError } from '../../support/errors.ts';
import { toGhostshipError } from '../known-error.ts';
import { type Applied, partApplied, type Refused } from '../ledger/applied.ts';
import { withoutBaseline } from '../ledger/baseline.ts';
import type { CompletedStatement } from '../ledger/completed-statement.ts';
import { followMoves, type MovedFile } from '../ledger/moved-files.ts';
import { forbidden, lintPending } from '../lint/lint-pending.ts';
import type { LintSummary } from '../lint/lint-summary.ts';
import type { Settings } from '../options/settings.ts';
import { askMode, modeOf } from '../statements/ask-mode.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { askHome } from '../statements/home-database.ts';
import { notStarted } from '../statements/not-started.ts';
import { notAllowed } from '../statements/refusal.ts';
import { readSource, type Source, type Unread } from '../statements/source.ts';
import { failed, type RunOutcome, runOutcome } from './run-outcome.ts';

export interface SourceWork {
  readonly settings: Settings;
  readonly unread: Unread;
}

/** The statements of a source that can all be read and are all of a kind that can be run. */
export interface ReadStatements {
  readonly kind: 'read';
  readonly source: Source;
  readonly statements: readonly FileStatement[];
  readonly first: FileStatement;
  readonly completed: readonly CompletedStatement[];
  /** Applied files that are somewhere else by now. */
  readonly moved: readonly MovedFile[];
}

/**
 * @param readLedger gives what the ledger has as completed, of these files and of others
 * @param unfit whether one statement that nobody runs, or one file that cannot be read, keeps the others from running
 * @returns what the run comes to where nothing can be run
 */
export async function readStatements(
  work: SourceWork,
  target: Target,
  readLedger: (source: Source) => Promise<CompletedStatement[]>,
  startedAt: Date,
  unfit: 'refuses all' | 'stands alone' = 'refuses all',
): Promise<ReadStatements | { readonly kind: 'ended'; readonly outcome: RunOutcome }> {
  const ended = (outcome: RunOutcome): { kind: 'ended'; outcome: RunOutcome } => ({ kind: 'ended', outcome });
  const { source: given, problem } = await read(work, target);
  const all = given.files.flatMap((file) => file.statements);
  if (problem !== null) return ended(unasked(startedAt, all, problem));
  if (all.length === 0 && given.files.every(({ fault }) => fault === null)) return ended(runOutcome(startedAt, []));
  try {
    const { completed, moved } = await followMoves(given, await readLedger(given));
    const source = withoutBaseline(given, completed);
    const refused = unfit === 'refuses all' ? refuseUnfit(startedAt, source, completed) : null;
    if (refused !== null) return ended(refused);
    const statements = source.files.flatMap((file) => file.statements);
    const [first] = statements;
    if (first === undefined) return ended(runOutcome(startedAt, [], unreadable(source)));
    return { kind: 'read', source, statements, first, completed, moved };
  } catch (error) {
    const known = toGhostshipError(error);
    // What cannot be read may be what a wrong option does not cover.
    const refused = known.code === 'usage' ? null : refuseUnfit(startedAt, given, []);
    return ended(refused ?? unasked(startedAt, all, known));
  }
}

export type Pending =
  | {
      readonly kind: 'pending';
      readonly applied: readonly Applied[];
      readonly pending: readonly FileStatement[];
      readonly found: LintSummary;
      readonly home: HomeDatabase | null;
    }
  | {
      readonly kind: 'refused';
      readonly applied: readonly Applied[];
      readonly pending: readonly FileStatement[];
      /** Those that are pending, and those that have changed. */
      readonly statements: readonly FileStatement[];
      readonly faults: readonly Refused[];
    };

/**
 * The statements that are left to run, or why none of them is run: lint rules forbid some, or files changed.
 *
 * @param database whose ledger has what is completed
 */
export async function findPending(
  { source, statements }: ReadStatements,
  completed: readonly CompletedStatement[],
  settings: Settings,
  database: Target,
  isLeft: (statement: FileStatement) => boolean = () => true,
): Promise<Pending> {
  const { applied, pending: notApplied, changed } = partApplied(statements, completed);
  const pending = notApplied.filter(isLeft);
  const home = await askHome(source, settings, database);
  const found = await lintPending(source, completed, settings, database, home);
  const faults = [
    ...changed,
    ...refusals(pending, (statement) => notAllowed(statement, settings, home) ?? forbidden(statement, pending, found)),
  ];
  if (faults.length === 0) return { kind: 'pending', applied, pending, found, home };
  return {
    kind: 'refused',
    applied,
    pending,
    faults,
    statements: [...changed.map(({ statement }) => statement), ...pending],
  };
}

/** @returns with a problem where the server could not be asked how the statements are to be read */
async function read(
  { unread, settings }: SourceWork,
  target: Target,
): Promise<{ source: Source; problem: GhostshipError | null }> {
  try {
    return { source: readSource(unread, settings, await askMode(unread, settings, target)), problem: null };
  } catch (error) {
    return { source: readSource(unread, settings, modeOf(settings)), problem: toGhostshipError(error) };
  }
}

function unasked(startedAt: Date, statements: readonly FileStatement[], error: GhostshipError): RunOutcome {
  const [statement] = statements;
  return statement === undefined
    ? runOutcome(startedAt, [], error)
    : refuse(startedAt, statements, [{ statement, error }]);
}

function refusals(
  statements: readonly FileStatement[],
  refusalOf: (statement: FileStatement) => GhostshipError | null,
): Refused[] {
  return statements.flatMap((statement) => {
    const error = refusalOf(statement);
    return error === null ? [] : [{ statement, error }];
  });
}

/** Nothing was run: some statements are refused, and the others wait for them. */
export function refuse(startedAt: Date, statements: readonly FileStatement[], refused: readonly Refused[]): RunOutcome {
  const outcomes = statements.map((statement) => {
    const fault = refused.find((entry) => entry.statement === statement);
    return fault === undefined
      ? notStarted(statement, statement.label)
      : { ...failed(statement, statement.label, fault.error), resumed: fault.isBegun === true };
  });
  return runOutcome(startedAt, outcomes);
}

/** Whatever the server says: files that cannot be read, and statements that nobody runs. */
function refuseUnfit(
  startedAt: Date,
  { files }: Pick<Source, 'files'>,
  completed: readonly CompletedStatement[],
): RunOutcome | null {
  const statements = files.flatMap((file) => file.statements);
  const fault = unreadable({ files });
  if (fault !== null) {
    const waiting = statements.map((statement) => notStarted(statement, statement.label));
    return runOutcome(startedAt, waiting, fault);
  }
  const refused = unfitStatements(partApplied(statements, completed).pending);
  return refused.length === 0 ? null : refuse(startedAt, statements, refused);
}

/** Of all files that cannot be read, as one error. */
export function unreadable({ files }: Pick<Source, 'files'>): GhostshipError | null {
  const [first, ...others] = files.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  if (first === undefined || others.length === 0) return first ?? null;
  const messages = [first, ...others].map(({ message }) => message);
  return new GhostshipError(first.code, messages.join('\n'), { hint: first.hint });
}

/** Those that nobody runs, whatever the server says. */
export function unfitStatements(statements: readonly FileStatement[]): Refused[] {
  return refusals(statements, ({ complaint }) =>
    complaint === null ? null : new GhostshipError(complaint.code, complaint.message, { hint: complaint.hint }),
  );
}
