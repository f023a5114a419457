import { unquoteIdent } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';

/** What a person can tell a running migration. */
export type ControlCommand =
  | { readonly command: 'cutover' | 'pause' | 'resume' | 'abort'; readonly table: string | null }
  | { readonly command: 'throttle'; readonly value: number; readonly table: string | null };

export const controlCommands = ['cutover', 'pause', 'resume', 'abort', 'throttle'] as const;

/**
 * Reads `cutover`, `pause users` or `throttle 0.5 users`.
 *
 * @throws GhostshipError `usage` with what to write
 */
export function parseControlCommand(text: string): ControlCommand {
  const [command = '', ...words] = text.trim().split(/\s+/u);
  switch (command) {
    case 'cutover':
    case 'pause':
    case 'resume':
    case 'abort':
      return { command, table: onlyTable(words, text) };
    case 'throttle': {
      const [amount, ...rest] = words;
      const value = Number(amount);
      if (amount === undefined || !Number.isFinite(value) || value < 0) throw notACommand(text);
      return { command, value, table: onlyTable(rest, text) };
    }
    default:
      throw notACommand(text);
  }
}

function onlyTable(words: readonly string[], text: string): string | null {
  const [table, ...more] = words;
  if (more.length > 0) throw notACommand(text);
  return table === undefined ? null : unquoteIdent(table);
}

function notACommand(text: string): GhostshipError {
  return new GhostshipError('usage', `"${text.trim()}" is not a command.`, {
    hint: 'Write cutover, pause, resume or abort, and behind it the table if more than one migration is running.',
  });
}
