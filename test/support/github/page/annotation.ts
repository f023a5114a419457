import type { Annotation } from '../state/check-run.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';

const levels = {
  failure: { icon: 'cross', words: 'Failure' },
  warning: { icon: 'warning', words: 'Warning' },
  notice: { icon: 'note', words: 'Notice' },
} as const;

/** An annotation is plain text on GitHub: no Markdown in it is read as such. */
export function annotationBox(annotation: Annotation, place: 'with-place' | 'in-place'): Html {
  const { icon: name, words } = levels[annotation.annotation_level];
  const where = place === 'with-place' ? `${annotation.path}#${linesOf(annotation)}` : linesOf(annotation);
  return html`
    <div class="annotation ${annotation.annotation_level}">
      <div class="where">${icon(name)} ${words} <code>${where}</code></div>
      ${annotation.title === undefined ? null : html`<strong>${annotation.title}</strong>`}
      <pre>${annotation.message}</pre>
      ${annotation.raw_details === undefined ? null : html`<pre class="raw">${annotation.raw_details}</pre>`}
    </div>`;
}

function linesOf({ start_line, end_line }: Annotation): string {
  return start_line === end_line ? `L${start_line}` : `L${start_line}–L${end_line}`;
}
