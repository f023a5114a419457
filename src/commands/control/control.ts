import { type Answer, answerForLater } from '../../engine/run/command.ts';
import {
  type FoundMigration,
  findMigrations,
  giveTo,
  leaveFor,
  type RunningMigration,
} from '../../engine/run/control.ts';
import { refuseTakenFromRevert } from '../../engine/tables/name-taken.ts';
import { askNameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { Ledger } from '../ledger/ledger.ts';
import { refuseOtherEnvironment } from '../ledger/ledger-environment.ts';
import { databasesOf } from '../ledger/places.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import { cleanup } from './cleanup.ts';
import type { ControlCommand } from './control-command.ts';
import { tellTooLate } from './too-late.ts';

/** A migration that was told what to do, and what it said to that. */
export interface ToldMigration extends RunningMigration {
  /** `ended`: it was over before it could answer. */
  readonly answer: Omit<Answer, 'outcome'> & { readonly outcome: 'done' | 'kept' | 'ended' };
}

/**
 * Tells a running migration what to do, wherever it runs.
 *
 * @throws GhostshipError `no-running-migration`, `no-answer`; `usage` where several are running and none is named, and where the
 * migration refuses the command
 */
export async function control(
  command: ControlCommand,
  settings: Settings,
  signal: AbortSignal,
): Promise<ToldMigration> {
  signal.throwIfAborted();
  await refuseOtherEnvironment(requireTarget(settings), settings.values.environment);
  const { databases, found } = await find(command.table, settings);
  const running = found.filter(({ migration }) => migration.alive);
  const [only, ...others] = running;
  if (only === undefined) {
    const [left, ...more] = found.filter(({ migration }) => !migration.swapped);
    const swapped = found.find(({ migration }) => migration.swapped);
    if (left === undefined) throw swapped === undefined ? noneRunning(command.table, databases) : isSwapped(swapped);
    if (more.length > 0) throw severalOf('wait to be resumed', [left, ...more]);
    if (command.command === 'abort') return await endForGood(left, settings, signal);
    const { outcome, text } = answerForLater({ ...command, kind: command.command }, left.migration.orders);
    if (outcome === 'refused') throw refusedBy(left.label, text);
    await leaveFor(left, command, requireTarget(settings));
    return { ...left.migration, table: left.label, answer: { outcome, text } };
  }
  if (others.length > 0) throw severalOf('are running', running);
  const target = requireTarget(settings);
  const answer = await giveTo(only, command, target, signal);
  const told = { ...only.migration, table: only.label };
  if (answer === null) {
    const text = tellTooLate(command.command, only.label, await howItEnded(only, new Ledger(target), signal));
    return { ...told, answer: { outcome: 'ended', text } };
  }
  if (answer.outcome === 'refused') throw refusedBy(only.label, answer.text);
  return { ...told, answer: { outcome: answer.outcome, text: answer.text } };
}

/**
 * Nobody works on it: it has yielded, or its process is gone.
 *
 * @throws GhostshipError `leftover-tables` where it is a revert that cannot be ended
 */
async function endForGood(
  { original, migration, label }: Labelled,
  settings: Settings,
  signal: AbortSignal,
): Promise<ToldMigration> {
  {
    await using session = await connect(requireTarget(settings), 'looking for the name');
    await refuseTakenFromRevert(session, original);
  }
  const work = { dryRun: false, takesOver: true, olderThanMs: 0 };
  const { dropped, finished, carriedOut } = await cleanup(label, settings, signal, work);
  if ([...finished, ...carriedOut].length > 0)
    return { ...migration, table: label, answer: { outcome: 'ended', text: tellTooLate('abort', label, 'completed') } };
  const text =
    dropped.length === 0 ? 'There was nothing to remove.' : `What it had copied is removed, and ${label} is as it was.`;
  return { ...migration, table: label, answer: { outcome: 'done', text: `Nobody was working on it. ${text}` } };
}

/**
 * The ledger has the end of a migration a moment after its tables are gone.
 *
 * @returns `null` where it does not have it
 */
async function howItEnded(
  { migration: { migrationId } }: FoundMigration,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<string | null> {
  for (const until = nowMs() + endWithinMs; ; ) {
    const state = await ledger.endOf(migrationId);
    if (state !== null || nowMs() > until) return state;
    await sleep(lookEveryMs, signal);
  }
}

const endWithinMs = 3_000;
const lookEveryMs = 200;

type Labelled = FoundMigration & { readonly label: string };

/** Names are compared as the server compares them. */
async function find(
  table: string | null,
  settings: Settings,
): Promise<{ readonly databases: readonly string[]; readonly found: readonly Labelled[] }> {
  const given = requireTarget(settings);
  await using session = await connect(given, 'reading the status');
  const nameCase = await askNameCase(session);
  const target = spellDatabase(given, nameCase);
  const databases = databasesOf(target, settings, await new Ledger(target).labels(session));
  const labelled = (await findMigrations(session, databases)).map((one) => {
    return { ...one, label: labelOf(one.original.schema, one.original.name, target.database) };
  });
  return { databases, found: labelled.filter(({ label }) => table === null || nameCase.same(label, table)) };
}

function refusedBy(label: string, text: string): GhostshipError {
  return new GhostshipError('usage', `The migration of ${label} refuses the command. ${text}`, {
    hint: 'Look with `ghostship status` what it is doing.',
  });
}

function noneRunning(table: string | null, databases: readonly string[]): GhostshipError {
  const what = `No migration${table === null ? '' : ` of ${table}`} is running in ${databases.join(', ')}.`;
  return new GhostshipError('no-running-migration', what, {
    hint: 'Look with `ghostship status`; it may have ended already.',
  });
}

function isSwapped({ label }: Labelled): GhostshipError {
  return new GhostshipError(
    'no-running-migration',
    `It is too late: the tables of ${label} are swapped, and the run has died before it could say so.`,
    { hint: 'The next run finishes what is left, and so does `ghostship cleanup`.', tableState: 'changed' },
  );
}

function severalOf(what: string, migrations: readonly Labelled[]): GhostshipError {
  const labels = migrations.map(({ label }) => label).join(', ');
  return new GhostshipError('usage', `${migrations.length} migrations ${what}: ${labels}.`, {
    hint: 'Name one with --table.',
  });
}
