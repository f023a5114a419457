import { type RunningMigration, readStatus, sendCommand } from '../../engine/run/control.ts';
import { GhostshipError } from '../../support/errors.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
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
  if (command.command === 'throttle') {
    throw new GhostshipError('usage', 'throttle is not available in this version.', {
      hint: 'pause holds the copy back altogether, resume lets it go on.',
    });
  }
  signal.throwIfAborted();
  return sendCommand(requireTarget(settings), command.table, command.command);
}

/** The migrations in the target's database, running or left behind by a process that is gone. */
export async function status(
  table: string | null,
  settings: Settings,
  signal: AbortSignal,
): Promise<RunningMigration[]> {
  signal.throwIfAborted();
  return readStatus(requireTarget(settings), table);
}
