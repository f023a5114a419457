import { describeTarget } from '../../mysql/target.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import { assumeBaseline, withoutBaseline } from '../ledger/baseline.ts';
import { hintAtBaseline } from '../ledger/first-run.ts';
import type { CompletedStatement } from '../ledger/ledger.ts';
import { lintPending } from '../lint/lint-pending.ts';
import { describeError, type OutcomeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { askMode } from '../statements/ask-mode.ts';
import { askHome } from '../statements/home-database.ts';
import { readSource, type Unread } from '../statements/source.ts';
import { version } from '../version.ts';
import { planDigest } from './plan-digest.ts';
import { planFile } from './plan-file.ts';
import type { PlanReport } from './plan-report.ts';
import type { PlanDatabase } from './plan-task.ts';
import { PlannedRun } from './planned-run.ts';
import type { PlannedStatement } from './planned-statement.ts';
import { Staging } from './staging.ts';

/** Lints every statement that is not applied yet, and tries it on an empty clone of its table. */
export async function plan(unread: Unread, settings: Settings, signal: AbortSignal): Promise<PlanReport> {
  const database = databaseOf(settings);
  const { completed: ledger, problem } = await readLedger(database);
  const reachable = problem === null ? database : null;
  const statements: PlannedStatement[] = [];
  const asked = reachable === null ? null : (reachable.replica ?? reachable.target);
  const read = readSource(unread, settings, await askMode(unread, settings, asked));
  const completed = [...ledger, ...assumeBaseline(read, settings.values.baseline, ledger)];
  const source = withoutBaseline(read, completed);
  const home = await askHome(source, settings, asked);
  const all = source.files.flatMap((file) => file.statements);
  const run = new PlannedRun(partApplied(all, completed).pending, home?.name ?? null);
  await using staging = reachable === null ? null : new Staging(reachable, settings.values.allow);
  for (const file of source.files) {
    const planned = await planFile(file, { completed, settings, home, database: reachable, staging, run }, signal);
    for (const statement of planned) statements.push(statement);
  }
  return {
    version,
    digest: planDigest(statements),
    database: asked === null ? null : describeTarget(asked),
    problem,
    statements: hintAtFirst(statements, completed),
    ...(await lintPending(source, completed, settings, asked, home)),
  };
}

function hintAtFirst(
  statements: readonly PlannedStatement[],
  completed: readonly CompletedStatement[],
): PlannedStatement[] {
  const pending = statements.filter(({ kind }) => kind !== 'applied');
  const files = pending.map(({ file }) => file);
  return statements.map((statement) =>
    statement === pending[0] && statement.kind === 'refused'
      ? { ...statement, error: hintAtBaseline(statement.error, files, completed) }
      : statement,
  );
}

/** A replica is enough: it has the tables of the target, and its ledger. */
function databaseOf({ target, replica }: Settings): PlanDatabase | null {
  if (target !== null) return { target, replica };
  return replica === null ? null : { target: replica, replica };
}

async function readLedger(
  database: PlanDatabase | null,
): Promise<{ completed: CompletedStatement[]; problem: OutcomeError | null }> {
  if (database === null) return { completed: [], problem: null };
  try {
    // Loaded only where there is a server to ask: it brings the driver with it.
    const { Ledger } = await import('../ledger/ledger.ts');
    return { completed: await new Ledger(database.replica ?? database.target).completed(), problem: null };
  } catch (error) {
    return { completed: [], problem: describeError(toGhostshipError(error)) };
  }
}
