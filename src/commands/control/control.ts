import { type RunningMigration, readStatus, sendCommand } from '../../engine/run/control.ts';
import type { Target } from '../../mysql/target.ts';
import { GhostshipError } from '../../support/errors.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { labelOf } from '../statements/file-statement.ts';
import type { ControlCommand } from './control-command.ts';

/**
 * Tells a running migration what to do, wherever it runs.
 *
 * @returns the migration that was told
 * @throws GhostshipError `no-running-migration`; `usage` where several are running and none is named
 */
export async function control(
  command: ControlCommand,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunningMigration> {
  signal.throwIfAborted();
  const target = requireTarget(settings);
  const wanted = command.table ?? (await onlyElsewhere(target, settings, signal));
  const { database, table } = findDatabase(wanted, target, settings);
  const told = await sendCommand({ ...target, database }, table, command.command);
  return { ...told, table: labelOf(database, told.table, target.database) };
}

/**
 * The migrations in the target's database, and in those that the option databases names: running, or left behind by a
 * process that is gone.
 */
export async function status(
  table: string | null,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunningMigration[]> {
  signal.throwIfAborted();
  const target = requireTarget(settings);
  const wanted = table === null ? null : findDatabase(table, target, settings);
  const databases = wanted === null ? [target.database, ...settings.values.databases] : [wanted.database];
  const found: RunningMigration[] = [];
  for (const database of new Set(databases)) {
    // The names are compared as the server compares them.
    const migrations = await readStatus({ ...target, database }, wanted?.table ?? null);
    found.push(...migrations.map((one) => ({ ...one, table: labelOf(database, one.table, target.database) })));
  }
  return found;
}

/**
 * The label of the one running migration where it is in another database. `null` where none is.
 *
 * @throws GhostshipError `usage` where others are running too
 */
async function onlyElsewhere(target: Target, settings: Settings, signal: AbortSignal): Promise<string | null> {
  if (settings.values.databases.length === 0) return null;
  const running = (await status(null, settings, signal)).filter(({ alive }) => alive);
  const labels = running.map(({ table }) => table);
  if (labels.length > 1) {
    throw new GhostshipError('usage', `${labels.length} migrations are running: ${labels.join(', ')}.`, {
      hint: 'Name one with --table.',
    });
  }
  const [label = null] = labels;
  return label !== null && findDatabase(label, target, settings).database !== target.database ? label : null;
}

/** `other.users`, where `other` is one of the databases that statements may name. */
function findDatabase(
  table: string | null,
  target: Target,
  settings: Settings,
): { readonly database: string; readonly table: string | null } {
  const other = settings.values.databases.find((name) => table?.startsWith(`${name}.`) === true);
  if (other === undefined || table === null) return { database: target.database, table };
  return { database: other, table: table.slice(other.length + 1) };
}
