import type { DryRunPlace } from '../../engine/plan/dry-run.ts';
import { NoStage } from '../../engine/plan/no-stage.ts';
import type { HomeDatabase } from '../../lint/home-database.ts';
import { isReadOnlyRefusal } from '../../mysql/server-errors.ts';
import { GhostshipError } from '../../support/errors.ts';
import { sentence } from '../../support/sentence.ts';
import { toGhostshipError } from '../known-error.ts';
import { partApplied } from '../ledger/applied.ts';
import type { CompletedStatement } from '../ledger/completed-statement.ts';
import { describeError } from '../migrate/run-outcome.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, UnclearFile } from '../statements/file-statement.ts';
import { notAllowed } from '../statements/refusal.ts';
import type { SourceFile } from '../statements/source.ts';
import { tellLenient } from '../statements/tell-lenient.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlannedPlace, PlannedStatement } from './planned-statement.ts';
import type { Staging } from './staging.ts';

export interface FilePlanning {
  /** What the ledger has of the file. */
  readonly completed: readonly CompletedStatement[];
  readonly settings: Settings;
  readonly home: HomeDatabase | null;
  /** `null` if there is none to ask. */
  readonly database: DryRunPlace | null;
  /** `null` where no database is asked. */
  readonly staging: Staging | null;
  readonly run: PlannedRun;
  /** Whether the rows of the tables are looked at. */
  readonly rows: 'look' | 'leave';
}

/** The statements of one file, in its order. */
export async function planFile(
  { path, statements, fault }: SourceFile,
  planning: FilePlanning,
  signal: AbortSignal,
): Promise<PlannedStatement[]> {
  if (fault !== null) {
    const place = {
      file: path,
      line: fault instanceof UnclearFile ? fault.line : 1,
      statement: '',
      table: '',
    };
    return [{ kind: 'refused', ...place, error: describeError(fault), unfit: 'file' }];
  }
  const { applied, changed } = partApplied(statements, planning.completed);
  const planned: PlannedStatement[] = [];
  const changes = new Map(changed.map(({ statement, error }) => [statement, error]));
  const finished = new Map(applied.map((statement) => [statement.ordinal, statement.applied]));
  for (const statement of statements) {
    const change = changes.get(statement) ?? null;
    const done = finished.get(statement.ordinal);
    if (change !== null) planned.push(refused(statement, change));
    else if (done !== undefined) {
      const { finished: at, isReverted, movedFrom, isUnwritten } = done;
      planned.push({
        kind: 'applied',
        ...plannedPlace(statement),
        finished: at,
        isReverted,
        ...(movedFrom === undefined ? {} : { movedFrom }),
        ...(isUnwritten === undefined ? {} : { isUnwritten }),
      });
    } else if (changed.length === 0) planned.push(await planPending(statement, planning, signal));
  }
  return planned;
}

async function planPending(
  statement: FileStatement,
  planning: FilePlanning,
  signal: AbortSignal,
): Promise<PlannedStatement> {
  const { task, complaint } = statement;
  const { database, staging, settings, run, rows } = planning;
  if (task === null) {
    run.failed(statement);
    return { kind: 'refused', ...plannedPlace(statement), error: complaint, unfit: 'statement' };
  }
  const refusal = notAllowed(statement, settings, planning.home);
  if (refusal !== null) {
    // Rows that are not changed leave the table as it is for the statements behind.
    if (task.kind !== 'data') run.failed(statement);
    return refused(statement, refusal);
  }
  if (database === null || staging === null) return { kind: 'unplanned', ...plannedPlace(statement), why: null };
  const follows = run.follows(statement);
  const values = settings.valuesFor(statement.file, statement.table);
  try {
    // Loaded only where there is a server to ask: it brings the engine with it.
    const [{ planTask }, { refuseOnTarget }] = await Promise.all([
      import('./plan-task.ts'),
      import('./refuse-on-target.ts'),
    ]);
    const dryRun = await staging.dryRun(values.allow);
    await refuseOnTarget(statement, task, dryRun, engineOptions(values, settings));
    const stage = run.needsStage(statement) ? await staging.open() : null;
    if (stage instanceof NoStage && (follows || task.kind === 'create')) throw stage;
    const own = { dryRun, settings, stage: stage instanceof NoStage ? null : stage, rows };
    const plan = await planTask(statement, task, own, signal);
    const old = await dryRun.warnOfReplication();
    const note = run.failureBefore(statement);
    return { kind: 'planned', ...plan, warnings: [...old, ...(note === null ? [] : [note]), ...plan.warnings] };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NoStage) return untried(statement, error, values.allow, database);
    const note = run.failureBefore(statement);
    const known = toGhostshipError(error);
    // A statement whose table is being migrated does not fail: it waits.
    if (known.code !== 'already-running') run.failed(statement);
    const { kind, error: told, ...place } = refused(statement, ofPlace(known, database));
    const said = tellLenient(told, statement);
    if (note === null) return { kind, ...place, error: said };
    const message = `${sentence(said.message)} ${note}`;
    return { kind, ...place, error: { ...said, message } };
  } finally {
    run.passed(statement);
  }
}

/** A read-only target is the wrong server, and a read-only replica the right one for a user who may write there. */
function ofPlace(error: GhostshipError, { replica }: DryRunPlace): GhostshipError {
  if (replica === null || !isReadOnlyRefusal(error)) return error;
  const { code, message, cause } = error;
  return new GhostshipError(code, message.replace('The server is', 'The test replica is'), {
    hint: 'A plan makes empty clones on the replica: grant its user CONNECTION_ADMIN (MySQL) or READ_ONLY ADMIN (MariaDB) there. Where super_read_only is ON nobody can write, and plans need another replica.',
    cause,
  });
}

/** Whoever accepts that runs it all the same. */
const accepted = 'untried-statement';

/** Statements are tried on the replica where there is one. */
function untried(
  statement: FileStatement,
  why: NoStage,
  allow: readonly string[],
  { replica }: DryRunPlace,
): PlannedStatement {
  const hint = replica === null ? why.hint : why.hint.replace('target URL', 'replica URL');
  if (allow.includes(accepted)) return { kind: 'unplanned', ...plannedPlace(statement), why: `${why.message} ${hint}` };
  const error = new GhostshipError(why.code, why.message, {
    hint: `${hint} Or name ${accepted} in the option allow: then it is run without having been tried.`,
    cause: why,
  });
  return { ...refused(statement, error), untried: true };
}

function refused(statement: FileStatement, error: GhostshipError): Extract<PlannedStatement, { kind: 'refused' }> {
  return { kind: 'refused', ...plannedPlace(statement), error: describeError(error) };
}

function plannedPlace({ file, line, text, label }: FileStatement): PlannedPlace {
  return { file, line, statement: text, table: label };
}
