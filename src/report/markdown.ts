import { longestRun } from '../support/code-span.ts';
import { messagePieces } from './message-pieces.ts';

export { code } from '../support/code-span.ts';

/**
 * Markdown for GitHub, made from text that is not trusted: names, server messages and SQL of a pull request.
 * Nothing in that text may become markup, notify a person or link to an issue.
 */

/** Prose. What stands between backticks stays code; everything else loses its special meaning. */
export function prose(text: string): string {
  let end = 0;
  const pieces = [...text.matchAll(codeSpan)].flatMap(({ 0: span, index }) => {
    const before = text.slice(end, index);
    end = index + span.length;
    return [escapePunctuation(before), span];
  });
  return [...pieces, escapePunctuation(text.slice(end))].join('');
}

/** Between as many backticks as it begins with: so it may hold fewer, or more. */
const codeSpan = /(?<!`)(`+)(?!`)[^\n]{0,5000}?[^`\n]\1(?!`)/gu;

export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${withoutLastBreaks(text)}\n${fence}`;
}

/**
 * Prose of several lines. Lines that were taken away or added, as `changedLines` gives them, are shown as a diff.
 *
 * @param indent before each line, where it stands in an item of a list
 */
export function message(text: string, indent = ''): string {
  return messagePieces(text)
    .map(({ isDiff, lines }) => (isDiff ? codeBlock('diff', lines.join('\n')) : prose(lines.join('\n'))))
    .join('\n')
    .replaceAll('\n', `\n${indent}`);
}

/** What a message says before it goes into detail; where it only leads up to a list, with the first of it. */
export function firstLine(text: string): string {
  const [first = '', item, ...more] = text.split('\n');
  if (item === undefined || !first.endsWith(':') || !item.startsWith('- ')) return first;
  return `${first} ${item.slice(2)}${more.length === 0 ? '' : ` And ${more.length} more.`}`;
}

/** A link whose text is already Markdown; without an address it is the text alone. */
export function link(text: string, address: string | null): string {
  return address === null
    ? text
    : `[${text}](${address.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20')})`;
}

/** @param summary plain text: GitHub reads no Markdown there */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${escapeHtml(onOneLine(summary))}</summary>\n\n${body}\n\n</details>`;
}

export type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

/** @param text Markdown */
export function alert(kind: Alert, text: string): string {
  return [`[!${kind}]`, ...text.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** @param rows cells of Markdown, as many as there are columns */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const rule = columns.map((column) => (column.align === 'right' ? '---:' : ':---'));
  return [columns.map((column) => column.title), rule, ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** With a blank in place of line breaks and the blanks around them. */
export function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

/** GitHub unescapes `\|` before it reads a cell, in code too; every other use of `|` would end the cell. */
function cell(markdown: string): string {
  return onOneLine(markdown.replaceAll('|', '\\|'));
}

function escapePunctuation(text: string): string {
  return escapeHtml(text.replace(/[\\`*_[\]~]/gu, '\\$&'))
    .replaceAll('@', `@${zeroWidthSpace}`)
    .replace(/#(?=\d)/gu, `#${zeroWidthSpace}`);
}

const zeroWidthSpace = '\u200B';
