import type { Finding, Suggestion } from '../lint/finding.ts';
import { codeBlock, prose } from './markdown.ts';

/** What a reviewer reads beside the lines: GitHub puts a button below it that writes the mend into the branch. */
export function suggestionMarkdown({ rule, message, why }: Finding, { text }: Suggestion): string {
  return `**${prose(message)}** ${prose(why)}\n\n${codeBlock('suggestion', text)}\n\n<sub>${rule}</sub>`;
}
