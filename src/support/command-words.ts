import { code } from './code-span.ts';

/**
 * Commands that a text tells a person to write, with names that anybody may have chosen. What is copied out of the text names the
 * same table, and runs nothing else.
 */

/** A command line for a terminal, such as `ghostship abort --table 'order items'`, as code. */
export function inTerminal(verb: string, table: string, more = ''): string {
  return code(`ghostship ${verb} --table ${shellWord(table)}${more === '' ? '' : ` ${more}`}`);
}

/** A command for a comment of a pull request, as code. */
export function inComment(verb: string, table: string): string {
  return code(`/ghostship ${verb} ${commandWord(table)}`);
}

/** As a shell takes it: within single quotes nothing means anything, backticks and dollars neither. */
export function shellWord(text: string): string {
  return /^[\w.-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** What {@link shellWord} has quoted. */
export const shellWordPattern = String.raw`(?:[\w.-]|'[^']*'|\\')+`;

export function readShellWord(word: string): string {
  return word.replaceAll(/'([^']*)'|\\'/gu, (_, inner?: string) => inner ?? "'");
}

/** As a command in a comment takes it, or in the input `command`. */
export function commandWord(text: string): string {
  return /^[\w$.]+$/u.test(text) ? text : `\`${text.replaceAll('`', '``')}\``;
}

/** What {@link commandWord} has quoted; any other word is the name already. */
export function readCommandWord(word: string): string {
  const inner = /^`([\s\S]+)`$/u.exec(word)?.[1];
  return inner === undefined ? word : inner.replaceAll('``', '`');
}

/** The words of such a command; what stands in backticks is one, and keeps them. */
export function commandWords(text: string): string[] {
  return text.match(/`(?:[^`]|``)+`(?!\S)|\S+/gu) ?? [];
}
