import { describeTarget } from '../../mysql/target.ts';
import { toGhostshipError } from '../known-error.ts';
import type { CompletedStatement } from '../ledger/ledger.ts';
import { lint } from '../lint/lint.ts';
import { describeError, type OutcomeError } from '../migrate/run-outcome.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, statementsOf } from '../statements/file-statement.ts';
import type { SqlFile } from '../statements/sql-file.ts';
import { version } from '../version.ts';
import { schemaOf } from './lint-schema.ts';
import { planDigest } from './plan-digest.ts';
import { planFile } from './plan-file.ts';
import type { PlanReport } from './plan-report.ts';
import type { PlanDatabase } from './plan-task.ts';
import type { PlannedStatement } from './planned-statement.ts';

/** What is to be planned: files in the order they are applied in, or one statement that comes from no file. */
export type PlanSubject = { readonly files: readonly SqlFile[] } | { readonly alter: FileStatement };

/** Lints the files and tries every statement that is not applied yet on an empty clone of its table. */
export async function plan(subject: PlanSubject, settings: Settings, signal: AbortSignal): Promise<PlanReport> {
  const files = 'files' in subject ? subject.files : [];
  const database = databaseOf(settings);
  const { completed, problem } = await readLedger(database);
  const reachable = problem === null ? database : null;
  const touched = new Set<string>();
  const statements: PlannedStatement[] = [];
  const sources = 'files' in subject ? files.map((file) => () => statementsOf(file)) : [() => [subject.alter]];
  for (const [index, read] of sources.entries()) {
    const place = { file: files[index]?.path ?? null, completed, settings, database: reachable, touched };
    statements.push(...(await planFile(read, place, signal)));
  }
  return {
    version,
    digest: planDigest(statements),
    database: reachable === null ? null : describeTarget(reachable.replica ?? reachable.target),
    problem,
    statements,
    ...lint(files, settings, (file) => schemaOf(file, statements)),
  };
}

/** A replica alone will do: it has the target's tables, and its ledger. */
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
