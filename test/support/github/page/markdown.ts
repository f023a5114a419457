import { Marked } from 'marked';
import markedAlert from 'marked-alert';
import { markedHighlight } from 'marked-highlight';
import { highlight } from './highlight.ts';
import { Html } from './html.ts';

// In comments and check runs, unlike in files, a line break is a line break.
const marked = new Marked(
  { gfm: true, breaks: true },
  markedAlert(),
  markedHighlight({ langPrefix: 'highlight language-', highlight: (code, language) => highlight(code, language).text }),
);

// What GitHub takes out of Markdown: the page's policy keeps the rest of it from doing anything.
const forbidden =
  /<(\/?(?:script|style|iframe|title|textarea|xmp|noembed|noframes|plaintext|form|input(?! [^>]*type="checkbox"))\b)/gi;

export function markdown(text: string): Html {
  return new Html(marked.parse(text, { async: false }).replaceAll(forbidden, '&lt;$1'));
}
