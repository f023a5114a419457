import type { Annotation, CheckRun } from '../state/check-run.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { annotationBox } from './annotation.ts';
import { type Html, html } from './html.ts';
import { icon, markOf } from './icon.ts';
import { markdown } from './markdown.ts';
import { shownDuration } from './time.ts';

/** What ran for the newest commit, and once it is merged, for the merge. */
export function checkRunsOf({ base, headCommit, state }: PullRequest): readonly CheckRun[] {
  const merged = state.kind === 'merged' ? base.repository.checkRuns(state.commit.sha) : [];
  return [...base.repository.checkRuns(headCommit.sha), ...merged];
}

/** The box above the merge button: one line for each check run. */
export function checksBox(runs: readonly CheckRun[]): Html {
  if (runs.length === 0) return html`<p class="dull">No checks ran for this commit.</p>`;
  const isBad = runs.some((run) => markOf(run).tone === 'bad');
  const isBusy = runs.some((run) => run.conclusion === null);
  const heading = isBad
    ? 'Some checks were not successful'
    : isBusy
      ? 'Some checks haven’t completed yet'
      : 'All checks have passed';
  return html`
    <div class="panel">
      <header class="bar"><strong>${heading}</strong></header>
      ${runs.map(
        (run) => html`<a class="row" href="#check-${run.id}">${roundMark(run)} <strong>${run.name}</strong>
        <span class="dull">${wordsOf(run)}${run.title === null ? '' : ` — ${run.title}`}</span></a>`,
      )}
    </div>`;
}

/** The whole of one check run: title, summary, text and every annotation. */
export function checkDetails(run: CheckRun): Html {
  return html`
    <section class="panel check" id="check-${run.id}">
      <header class="bar">${roundMark(run)} <strong>${run.name}</strong> <span class="dull">${wordsOf(run)}</span></header>
      <div class="inside">
        <h3>${run.title ?? run.name}</h3>
        <div class="markdown-body">${markdown(run.summary ?? '')}</div>
        ${run.text === null || run.text === '' ? null : html`<h4>Details</h4><div class="markdown-body">${markdown(run.text)}</div>`}
      </div>
      ${run.annotations.length === 0 ? null : annotationList(run.annotations)}
    </section>`;
}

function annotationList(annotations: readonly Annotation[]): Html {
  return html`
    <div class="inside annotations">
      <h4>Annotations <span class="count">${annotations.length}</span></h4>
      ${annotations.map((annotation) => annotationBox(annotation, 'with-place'))}
    </div>`;
}

function roundMark(run: CheckRun): Html {
  const mark = markOf(run);
  return html`<span class="round ${mark.tone}" title="${mark.words}">${icon(mark.icon)}</span>`;
}

function wordsOf(run: CheckRun): string {
  const duration = shownDuration(run.startedAt, run.completedAt);
  return duration === '' ? markOf(run).words : `${markOf(run).words} in ${duration}`;
}
