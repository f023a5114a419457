import { inComment, readShellWord, shellWordPattern } from '../support/command-words.ts';
import { commentVerbs } from './command-help.ts';

/** Advice that was written for a terminal, for who reads it in a pull request. What no comment can say stays as it is. */
export function inComments(text: string): string {
  return text
    .replaceAll(ofTable, (all, _fence: string, verb: string, table: string) =>
      commentVerbs.includes(verb) ? inComment(verb, readShellWord(table)) : all,
    )
    .replaceAll(/`ghostship (\w+)(?=[ `])/gu, (all, verb: string) =>
      commentVerbs.includes(verb) ? `\`/ghostship ${verb}` : all,
    )
    .replaceAll('Name one with --table.', 'Write its name behind the command.');
}

const ofTable = new RegExp(`(?<!\`)(\`+) ?ghostship (\\w+) --table (${shellWordPattern}) ?\\1(?!\`)`, 'gu');
