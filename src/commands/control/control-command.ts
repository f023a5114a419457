import { unquoteIdent } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';

export const controlCommands = ['cutover', 'pause', 'resume', 'abort'] as const;

/** What a person can tell a running migration. */
export interface ControlCommand {
  readonly command: (typeof controlCommands)[number];
  readonly table: string | null;
}

/**
 * Reads `cutover` or `pause users`.
 *
 * @throws GhostshipError `usage` with what to write
 */
export function parseControlCommand(text: string): ControlCommand {
  const [command = '', ...words] = text.trim().split(/\s+/u);
  const known = controlCommands.find((name) => name === command);
  if (known === undefined) throw notACommand(text);
  return { command: known, table: onlyTable(words, text) };
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
