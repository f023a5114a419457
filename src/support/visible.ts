/*
 * For text that is not trusted, at the places where it leaves the process: names, statements, comments, messages of servers and
 * values may hold characters that command a terminal, or that make text look like other text.
 */

/** Controls but line feed and tab, format characters (directions, zero-width), other line ends, halves of pairs. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** In Markdown a zero-width space of ours keeps `@name` and `#1` from notifying and linking. */
const hiddenInMarkdown = /(?<![@#](?=\u200B))(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text with its hidden characters written out, such as `\u{1b}`. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(hidden, writtenOut);
}

/** {@link visible} for what a runner may print, which takes lines like `::set-output` and `##[error]` for commands. */
export function visibleInLog(text: string): string {
  return visible(text)
    .replace(/^(\s*):(?=:)/gmu, '$1: ')
    .replaceAll('##[', '## [');
}

/** JSON on several lines, with hidden characters as its escapes. */
export function visibleJson(value: unknown): string {
  const unit = (character: string, index: number): string =>
    `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, 2).replaceAll(hidden, (character) =>
    Array.from({ length: character.length }, (_, index) => unit(character, index)).join(''),
  );
}

/** {@link visible} for Markdown. */
export function visibleMarkdown(markdown: string): string {
  return markdown.replaceAll('\r\n', '\n').replaceAll(hiddenInMarkdown, writtenOut);
}

/** What GitHub takes in a comment or a summary. Hidden characters that are written out make a text longer. */
export const longestBody = 65_535;

function writtenOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
