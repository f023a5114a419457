import { visible } from '../../support/visible.ts';
import { escapeHtml } from '../markdown.ts';

/** Markup of ours. Whatever else is put into it is text. */
export class Html {
  readonly text: string;

  /** @param text markup that holds nothing of others */
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** Markup whose parts are escaped, unless they are markup themselves. So no name and no message of others becomes markup. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(markup.map((piece, index) => piece + textOf(parts[index] ?? '')).join(''));
}

export const nothing = new Html('');

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('\n');
  return escapeHtml(visible(String(part)))
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
