import { type FoundMigration, findMigrations, giveTo, type RunningMigration } from '../../engine/run/control.ts';
import { askNameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect } from '../../mysql/session.ts';
import { GhostshipError } from '../../support/errors.ts';
import { Ledger } from '../ledger/ledger.ts';
import { databasesOf } from '../ledger/places.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import type { ControlCommand } from './control-command.ts';

/**
 * Tells a running migration what to do, wherever it runs.
 *
 * @returns the migration that was told
 * @throws GhostshipError `no-running-migration`, `no-answer`; `usage` where several are running and none is named
 */
export async function control(
  command: ControlCommand,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunningMigration> {
  signal.throwIfAborted();
  const { databases, found } = await find(command.table, settings);
  const running = found.filter(({ migration }) => migration.alive);
  const [only, ...others] = running;
  if (only === undefined) throw noneRunning(command.table, databases);
  if (others.length > 0) throw severalRunning(running.map(({ label }) => label));
  await giveTo(only, command.command, requireTarget(settings), signal);
  return { ...only.migration, table: only.label };
}

/**
 * The migrations in the target's database, in those that the option databases names, and in those where the ledger knows of a
 * run: running, or left behind by a process that is gone.
 *
 * @param table as people are told of it, with its database where that is another one; `null` for all
 */
export async function status(
  table: string | null,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunningMigration[]> {
  signal.throwIfAborted();
  const { found } = await find(table, settings);
  return found.map(({ label, migration }) => ({ ...migration, table: label }));
}

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

function noneRunning(table: string | null, databases: readonly string[]): GhostshipError {
  const what = `No migration${table === null ? '' : ` of ${table}`} is running in ${databases.join(', ')}.`;
  return new GhostshipError('no-running-migration', what, {
    hint: 'Look with `ghostship status`; it may have ended already.',
  });
}

function severalRunning(labels: readonly string[]): GhostshipError {
  return new GhostshipError('usage', `${labels.length} migrations are running: ${labels.join(', ')}.`, {
    hint: 'Name one with --table.',
  });
}
