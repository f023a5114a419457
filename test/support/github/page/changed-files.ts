import type { ChangedFile } from '../state/changed-files.ts';
import type { Annotation } from '../state/check-run.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { annotationBox } from './annotation.ts';
import { byline } from './avatar.ts';
import { checkRunsOf } from './checks.ts';
import { readDiff } from './diff-line.ts';
import { highlight } from './highlight.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import { markdown } from './markdown.ts';

/** What is said of a line, and shown below it; on GitHub also of lines the diff does not show, but then above it. */
interface Note {
  readonly line: number | null;
  readonly html: Html;
}

/** Every changed file as a diff, annotations and review comments at their lines. */
export function changedFilesView(pull: PullRequest): Html {
  const annotations = checkRunsOf(pull).flatMap((run) => run.annotations);
  return html`${pull.changedFiles().map((file) => fileView(file, notesOn(pull, file, annotations)))}`;
}

function notesOn(pull: PullRequest, file: ChangedFile, annotations: readonly Annotation[]): readonly Note[] {
  const said = pull.base.repository.reviewComments
    .filter((comment) => comment.pullNumber === pull.number && comment.path === file.path)
    .map(({ line, startLine, author, body }) => ({
      line,
      html: html`<div class="review"><div>${byline(author)}</div><div class="markdown-body">${markdown(withSuggestion(body, file, startLine ?? line, line))}</div></div>`,
    }));
  const found = annotations
    .filter(({ path }) => path === file.path)
    .map((annotation) => ({ line: annotation.end_line, html: annotationBox(annotation, 'in-place') }));
  return [...found, ...said];
}

function fileView(file: ChangedFile, notes: readonly Note[]): Html {
  const lines = readDiff(file.patch);
  const shown = new Set(lines.map((line) => (line.kind === 'hunk' ? null : line.newNumber)));
  const above = notes.filter(({ line }) => line === null || !shown.has(line));
  const language = file.path.slice(file.path.lastIndexOf('.') + 1);
  return html`
    <section class="panel file" id="file-${file.path}">
      <header class="bar">${icon('file')} <code>${nameOf(file)}</code>
        <span class="counts"><span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span></span></header>
      ${above.map((note) => html`<div class="note">${note.html}</div>`)}
      <table class="diff">${lines.map((line) => {
        if (line.kind === 'hunk') return html`<tr class="hunk"><td></td><td></td><td>${line.text}</td></tr>`;
        const below = notes.filter((note) => note.line !== null && note.line === line.newNumber);
        return html`<tr class="${line.kind}"><td>${line.oldNumber}</td><td>${line.newNumber}</td><td><pre>${line.sign}${highlight(line.text, language)}</pre></td></tr>
          ${below.map((note) => html`<tr class="note"><td colspan="3">${note.html}</td></tr>`)}`;
      })}</table>
    </section>`;
}

/** GitHub shows what a suggestion changes, with a button below it. */
function withSuggestion(body: string, { content }: ChangedFile, first: number | null, last: number | null): string {
  if (first === null || last === null) return body;
  const signed = (sign: string, lines: readonly string[]): string => lines.map((line) => sign + line).join('\n');
  const gone = signed('-', content.split('\n').slice(first - 1, last));
  return body.replace(
    /^(`{3,})suggestion\n([\s\S]*?)\n\1$/mu,
    (_all, fence: string, text: string) =>
      `Suggested change\n\n${fence}diff\n${gone}\n${signed('+', text.split('\n'))}\n${fence}`,
  );
}

function nameOf(file: ChangedFile): string {
  return file.status === 'renamed' ? `${file.previousPath} → ${file.path}` : file.path;
}
