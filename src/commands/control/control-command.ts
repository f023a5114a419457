import { commandNames, notAPercentage, parsePercent } from '../../engine/run/command.ts';
import type { EngineCommand } from '../../engine/run/control.ts';
import { commandWords, readCommandWord } from '../../support/command-words.ts';
import { GhostshipError } from '../../support/errors.ts';

/** What a person can tell a running migration. */
export interface ControlCommand extends EngineCommand {
  readonly table: string | null;
}

/** The commands, as a hint lists them. */
export const whatToWrite = 'status, cutover, pause, resume, abort, revert or throttle with a percentage';

/**
 * Reads `cutover`, `pause users` or `throttle 50 users`.
 *
 * @throws GhostshipError `usage` with what to write
 */
export function parseControlCommand(text: string): ControlCommand {
  const [command = '', ...words] = commandWords(text);
  const known = commandNames.find((name) => name === command);
  if (known === undefined) throw notACommand(text);
  if (known !== 'throttle') return { command: known, argument: null, table: onlyTable(words, text) };
  const [percent = '', ...rest] = words;
  return { command: known, argument: readPercent(percent), table: onlyTable(rest, text) };
}

/** The migration says who has ended it. */
export function signedBy(command: ControlCommand, who: string | null): ControlCommand {
  return command.command === 'abort' && who ? { ...command, argument: who } : command;
}

function readPercent(word: string): string {
  const percent = parsePercent(word);
  if (percent !== null) return String(percent);
  throw new GhostshipError('usage', `throttle: "${word}" is ${notAPercentage}.`, {
    hint: 'Write throttle 50 and the copy rests half of the time.',
  });
}

/**
 * The table that stands behind a command.
 *
 * @throws GhostshipError `usage` for more than one word
 */
export function onlyTable(words: readonly string[], text: string): string | null {
  const [table, ...more] = words;
  if (more.length > 0) throw notACommand(text);
  return table === undefined ? null : readCommandWord(table);
}

function notACommand(text: string): GhostshipError {
  return new GhostshipError('usage', `"${text.trim()}" is not a command.`, {
    hint: `Write ${whatToWrite}, and behind it the table if more than one migration is running.`,
  });
}
