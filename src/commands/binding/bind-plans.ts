import { findMigrations } from '../../engine/run/control.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { GhostshipError } from '../../support/errors.ts';
import { groupBy } from '../../support/group-by.ts';
import type { Refused } from '../ledger/applied.ts';
import { Ledger } from '../ledger/ledger.ts';
import { databasesOf } from '../ledger/places.ts';
import type { Binding, MigrateWork } from '../migrate/migrate-source.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import type { PlanOnce } from '../plan/plan-once.ts';
import { type PlanRecord, promisedIn } from '../plan/plan-record.ts';
import { type FileStatement, filesOf } from '../statements/file-statement.ts';
import { brokenPromises, isSameStatement } from './broken-promises.ts';
import { type FileOrigin, type FileOrigins, originOf, promisesOfFile } from './file-origin.ts';
import { type NotCompared, nothingApproved, refuseUnread } from './nothing-approved.ts';
import { lookUpOn } from './table-now.ts';
import { refuseUnshown } from './unshown.ts';

/** What a pull request says of its files. */
export interface Approving {
  /** Whose files these are. */
  readonly originsOf: (paths: readonly string[]) => Promise<FileOrigins>;
  /** Why a file may not be run, whatever its plan says; `null` for one that may. */
  readonly refusalOf: (file: string, own: FileOrigin | undefined) => Promise<GhostshipError | null>;
  /** The pull request whose statements a person has ordered to be run, also where no plan has shown them. */
  readonly orderedFor: number | null;
}

/**
 * Holds what is to be run against the plans that were approved. What has no plan is run, and that is told. What has one that
 * cannot be read is not run.
 */
export function bindPlans(
  { settings, origin, planNow }: Pick<MigrateWork, 'settings' | 'origin'> & { readonly planNow: PlanOnce },
  { originsOf, refusalOf, orderedFor }: Approving,
): NonNullable<MigrateWork['bind']> {
  return async (pending, observe, signal) => {
    const origins = await originsOf(filesOf(pending));
    const { broken, begun, server } = await findBroken(pending, origins, planNow, settings, signal);
    const fresh = pending.filter((statement) => !begun.includes(statement));
    for (const one of [...nothingApproved(fresh, origins), ...ofOtherServers(origins, server)])
      observe({ type: 'not-compared', ...one });
    const unshown = refuseUnshown(fresh, origins, orderedFor);
    const refused = [...refuseUnread(fresh, origins), ...unshown.absent, ...broken];
    const proceeds = settings.values['on-plan-change'] === 'proceed';
    for (const { statement, error } of proceeds ? refused : [])
      observe({
        type: 'not-compared',
        files: filesOf([statement]),
        message: `${error.message}\nIt is run all the same, because on-plan-change says so.`,
      });
    const unapproved = await refusedOf(fresh, origins, refusalOf);
    return {
      // The pull request itself may have set on-plan-change.
      refused: [...unapproved, ...unshown.withConfig, ...(proceeds ? [] : refused)],
      begun,
      originOf: (file) => originOf(origin, file, origins),
      mustCopy: ({ file, text }) => !proceeds && mustCopy(promisesOfFile(origins, file), file, text, server),
    };
  };
}

/** Where all that was promised is a copy. What is planned on another version of the server knows other ways. */
function mustCopy(record: PlanRecord | null, file: string | null, text: string, server: string | null): boolean {
  if (record === null || record.server !== server) return false;
  const promised = promisedIn(record, file, text);
  return promised.length > 0 && promised.every(({ ways }) => ways.every((way) => way === 'copy'));
}

async function refusedOf(
  fresh: readonly FileStatement[],
  origins: FileOrigins,
  refusalOf: Approving['refusalOf'],
): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const statement of fresh) {
    const { file } = statement;
    const error = file === null ? null : await refusalOf(file, origins.get(file));
    if (error !== null) refused.push({ statement, error });
  }
  return refused;
}

async function findBroken(
  pending: readonly FileStatement[],
  origins: FileOrigins,
  planNow: PlanOnce,
  settings: Settings,
  signal: AbortSignal,
): Promise<Pick<Binding, 'begun'> & { readonly broken: readonly Refused[]; readonly server: string | null }> {
  const target = requireTarget(settings);
  await using session = await connect(target, 'looking for migrations that were begun');
  const texts = await begunStatements(target, session, settings);
  const begun = pending.filter((one) => texts.some((text) => isSameStatement(text, one.text)));
  if (!pending.some(({ file }) => (promisesOfFile(origins, file)?.statements.length ?? 0) > 0))
    return { broken: [], begun, server: null };
  const now = await planNow(signal);
  const found = await brokenPromises({
    planned: now.statements,
    server: now.server,
    settings,
    recordOf: (file) => promisesOfFile(origins, file),
    isBegun: ({ statement }) => texts.some((text) => isSameStatement(text, statement)),
    lookUp: lookUpOn(target, session, pending),
  });
  const broken = [...found].flatMap(([{ file, line, statement: text }, error]) => {
    const statement = pending.find((one) => one.file === file && one.line === line && one.text === text);
    if (statement === undefined) return [];
    return [{ statement, error, ...(begun.includes(statement) ? { isBegun: true as const } : {}) }];
  });
  return { broken, begun, server: now.server };
}

/** Each pull request once. */
function ofOtherServers(origins: FileOrigins, server: string | null): NotCompared[] {
  const planned = [...origins].flatMap(([file, own]) =>
    own.kind === 'pull-request' && own.plan.kind === 'record'
      ? [{ file, pullRequest: own.pullRequest, plannedOn: own.plan.record.server }]
      : [],
  );
  const elsewhere = planned.filter(({ plannedOn }) => ![plannedOn, server].includes(null) && plannedOn !== server);
  return [...groupBy(elsewhere, ({ pullRequest }) => pullRequest)].map(([pullRequest, own]) => ({
    files: own.map(({ file }) => file),
    message: `#${pullRequest} was planned on ${own[0].plannedOn}, and this is ${server}. Only its options were compared with what was approved.`,
  }));
}

/** Their tables have a changelog: a run is at work, or has left a checkpoint. */
async function begunStatements(target: Target, session: Session, settings: Settings): Promise<string[]> {
  const ledger = new Ledger(target);
  const databases = databasesOf(target, settings, await ledger.labels(session));
  return (await findMigrations(session, databases)).map(({ migration }) => migration.statement);
}
