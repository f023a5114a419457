import { messagePieces } from '../message-pieces.ts';
import { Html, html, nothing } from './html.ts';

/** A message of several lines: a paragraph for what is said, and diffs as such. */
export function messageHtml(text: string): Html {
  const pieces = messagePieces(text).map(({ isDiff, lines }) =>
    isDiff
      ? diffHtml(lines)
      : html`<p>${lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</p>`,
  );
  return html`${pieces}`;
}

/** What went wrong: its first line stands out, and what follows says more. */
export function faultHtml({ message, code }: { readonly message: string; readonly code: string }): Html {
  const [first = '', ...others] = message.split('\n');
  const more = others.length === 0 ? nothing : messageHtml(others.join('\n'));
  return html`<p><strong>${first}</strong> <span class="muted">${code}</span></p>${more}`;
}

/** @param lines each with its sign */
export function diffHtml(lines: readonly string[]): Html {
  const rows = lines.map((line) => html`<i class="${kindOf(line)}">${line}</i>`);
  return html`<pre>${new Html(rows.map(({ text }) => text).join(''))}</pre>`;
}

function kindOf(line: string): string {
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : '';
}
