import { commentVerbs } from './command-help.ts';

/** Advice that was written for a terminal, for who reads it in a pull request. What no comment can say stays as it is. */
export function inComments(text: string): string {
  return text
    .replaceAll(/`ghostship (\w+)(?: --table)?(?=[ `])/gu, (all, verb: string) =>
      commentVerbs.includes(verb) ? `\`/ghostship ${verb}` : all,
    )
    .replaceAll('Name one with --table.', 'Write its name behind the command.');
}
