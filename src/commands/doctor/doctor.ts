import { DryRun } from '../../engine/plan/dry-run.ts';
import { judgeBinlog } from '../../engine/preflight/binlog.ts';
import { missingPrivileges } from '../../engine/preflight/privileges.ts';
import { refuseAll } from '../../engine/preflight/refusals.ts';
import { refuseReplica } from '../../engine/preflight/replica.ts';
import { judgeTarget } from '../../engine/preflight/target.ts';
import { tryPrivileges } from '../../engine/preflight/try-privileges.ts';
import { unprovenServer } from '../../engine/preflight/unproven.ts';
import { type ControlConnection, openControlConnection } from '../../engine/tables/control-connection.ts';
import { keepOutOfBinlog } from '../../engine/tables/keep-out-of-binlog.ts';
import type { Flavor } from '../../mysql/product.ts';
import type { Session } from '../../mysql/session.ts';
import { describeTarget, type Target } from '../../mysql/target.ts';
import { provesIdentity } from '../../mysql/transport.ts';
import { ledgerTable } from '../../sql/ledger.ts';
import { showCipher } from '../../sql/server.ts';
import { status } from '../control/status.ts';
import { refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import { describeError, type OutcomeError } from '../migrate/run-outcome.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { version } from '../version.ts';

/** What the servers say before anything is planned or migrated there. */
export interface Diagnosis {
  readonly version: string;
  /** Nothing is in the way of a plan or a migration. */
  readonly isRight: boolean;
  readonly servers: readonly ExaminedServer[];
}

export interface ExaminedServer {
  readonly role: 'target' | 'replica';
  /** Without the password. */
  readonly place: string;
  /** `null` where it could not be reached. */
  readonly reached: {
    readonly flavor: Flavor;
    readonly version: string;
    readonly transport: 'clear' | 'tls' | 'verified-tls';
  } | null;
  readonly checks: readonly Check[];
  /** What is in nobody's way, and worth knowing; as sentences. */
  readonly notes: readonly string[];
}

export interface Check {
  /** As a sentence that is true where there is no error. */
  readonly what: string;
  readonly error: OutcomeError | null;
}

/**
 * Asks target and replica all that plan, rehearsal and migration ask of a server whatever the statement is, by the functions that ask
 * it there. Nothing is left behind on either.
 *
 * @throws GhostshipError `bad-target` where there is neither
 */
export async function diagnose(settings: Settings, signal: AbortSignal): Promise<Diagnosis> {
  const { replica } = settings;
  const target = replica === null ? requireTarget(settings) : settings.target;
  const servers = [
    ...(target === null ? [] : [await examineTarget(target, settings, signal)]),
    ...(replica === null ? [] : [await examineReplica(replica, settings, signal)]),
  ];
  const isRight = servers.every(({ checks }) => checks.every(({ error }) => error === null));
  return { version, isRight, servers };
}

async function examineTarget(target: Target, settings: Settings, signal: AbortSignal): Promise<ExaminedServer> {
  const { allow, environment } = settings.values;
  const place = describeTarget(target);
  try {
    await using control = await openControlConnection(target, allow);
    const { session, server } = control;
    using _stopping = control.sessions.stopWhenAborted(signal);
    const checks = [
      await check('Its tables can be changed online.', () =>
        refuseAll([...judgeTarget(server.facts), unprovenServer(server.facts, { allow })]),
      ),
      await check('Its binary log has every change.', () => refuseAll(judgeBinlog(server))),
      ...(await checkPrivileges(control, target)),
      ...(environment === null
        ? []
        : [
            await check(`It is that of the environment ${environment}.`, () =>
              refuseOtherEnvironment(target, environment),
            ),
          ]),
    ];
    const reached = await howReached(session, target, server);
    return { role: 'target', place, reached, checks, notes: await whatIsLeft(settings, signal) };
  } catch (error) {
    return outOfReach('target', place, error);
  }
}

async function examineReplica(replica: Target, settings: Settings, signal: AbortSignal): Promise<ExaminedServer> {
  const place = describeTarget(replica);
  try {
    await using dryRun = await DryRun.open({ target: replica, replica }, settings.values.allow);
    const { session, server, sessions } = dryRun.control;
    using _stopping = sessions.stopWhenAborted(signal);
    const checks = [
      { what: 'Statements can be tried there, outside its binary log.', error: null },
      await check('Migrations can be rehearsed there.', async () => void (await refuseReplica(session, server))),
    ];
    const reached = await howReached(session, replica, server);
    return { role: 'replica', place, reached, checks, notes: await dryRun.warnOfReplication() };
  } catch (error) {
    return outOfReach('replica', place, error);
  }
}

async function check(what: string, ask: () => void | Promise<void>): Promise<Check> {
  try {
    await ask();
    return { what, error: null };
  } catch (error) {
    return { what, error: describeError(error) };
  }
}

/** What a migration of any table of the database would be denied, and then what those are that need a schema beside it. */
async function checkPrivileges(
  { session, sessions, server }: ControlConnection,
  { database }: Target,
): Promise<readonly Check[]> {
  const table = { schema: database, name: ledgerTable };
  const tryThem = async (apart: boolean): Promise<void> => {
    await using trying = await sessions.open('trying the privileges');
    await keepOutOfBinlog(trying, false);
    refuseAll([await tryPrivileges(trying, table, 'plan', apart)]);
  };
  // Where nobody can write, a refusal of the writing tells nothing of the user.
  const isWritable = judgeTarget(server.facts).length === 0 && server.binlogFormat !== 'STATEMENT';
  const own = await check('The user may do all that a migration does.', async () => {
    refuseAll(await missingPrivileges(session, table, server.flavor));
    if (isWritable) await tryThem(false);
  });
  if (own.error !== null || !isWritable) return [own];
  return [own, await check('The user may make short-lived schemas beside the database.', () => tryThem(true))];
}

async function howReached(
  session: Session,
  target: Target,
  { flavor, version: itsVersion }: ControlConnection['server'],
): Promise<NonNullable<ExaminedServer['reached']>> {
  const [row] = await session.rows(showCipher);
  const isSecret = String(row?.Value ?? '') !== '';
  const transport = !isSecret ? 'clear' : provesIdentity(target) ? 'verified-tls' : 'tls';
  return { flavor, version: itsVersion, transport };
}

/** The next run of such a table, or `cleanup`, removes it. */
async function whatIsLeft(settings: Settings, signal: AbortSignal): Promise<string[]> {
  const found = await status(null, settings, signal).catch(() => []);
  return found.flatMap(({ life, table }) =>
    life === 'dead'
      ? [`A migration of ${table} was left behind by a process that is gone: see \`ghostship status\`.`]
      : [],
  );
}

function outOfReach(role: ExaminedServer['role'], place: string, error: unknown): ExaminedServer {
  return { role, place, reached: null, checks: [{ what: 'It can be used.', error: describeError(error) }], notes: [] };
}
