import { isBegun } from '../../commands/migrate/run-outcome.ts';
import { blockerText } from '../../engine/cutover/blockers.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { diffDefinitions } from '../definition-diff.ts';
import { formatCount, formatDuration, formatNumberOf } from '../quantity.ts';
import type { StatementRecord } from '../run-record/run-record.ts';
import { algorithmWords, stateWords, tableStateSentence } from '../words.ts';
import { charts } from './charts.ts';
import { holdTable } from './hold-table.ts';
import { type Html, html, nothing } from './html.ts';
import { diffHtml, faultHtml, messageHtml } from './message-html.ts';
import { timeline } from './timeline.ts';

/**
 * All that is known of one statement.
 * @param record `null` where it was not started, or where another run did the work
 */
export async function statementCard(
  outcome: Outcome,
  record: StatementRecord | null,
  { hasCharts, hasChanged }: { readonly hasCharts: boolean; readonly hasChanged: boolean },
): Promise<Html> {
  const { table, state, file, statement } = outcome;
  const parts = [
    html`<div class="head"><h2>${table === '' ? 'A statement' : table}</h2><span class="state ${toneOf(outcome)}">${stateWords[state]}</span><span class="muted small">${[howOf(outcome), ...(file === null ? [] : [file])].filter((words) => words !== '').join(' · ')}</span></div>`,
    html`<pre>${clipped(statement)}</pre>`,
    fault(outcome, hasChanged),
    record === null ? nothing : kept(record),
    isBegun(outcome) ? numbers(outcome) : nothing,
    ...(record === null
      ? []
      : [timeline(record), hasCharts ? await charts(record) : nothing, holdTable(record.holds.all), attempts(record)]),
    record === null ? nothing : definition(record),
    record === null ? nothing : notices(record),
  ];
  return html`<section class="card">${parts}</section>`;
}

/** A statement may be as long as a file. */
function clipped(statement: string): string {
  return statement.length <= 20_000 ? statement : `${statement.slice(0, 20_000)}…`;
}

function toneOf({ state, tableState }: Outcome): string {
  if (state === 'completed' || state === 'reverted') return 'good';
  if (state === 'failed' || tableState === 'unknown') return 'bad';
  return state === 'queued' ? 'muted' : 'held';
}

/** Words without their pictures: a page on paper has no emoji. */
function howOf({ algorithm }: Outcome): string {
  return algorithm === null ? '' : algorithmWords[algorithm].replace(/^\S+ /u, '');
}

function fault({ error, table, tableState }: Outcome, hasChanged: boolean): Html {
  if (error === null) return nothing;
  return html`<div class="fault">${faultHtml(error)}<p>${tableStateSentence(tableState, table, error.code, hasChanged)}</p>${messageHtml(error.hint)}</div>`;
}

function kept({ kept: found }: StatementRecord): Html {
  if (found === null) return nothing;
  const rows =
    found.rows === 0
      ? 'No row was noted as copied yet'
      : `${formatNumberOf(found.rows, 'row')} copied by then ${found.rows === 1 ? 'is' : 'are'} kept`;
  return html`<div class="fault kept"><p>This run goes on with the migration ${found.migrationId}, whose last sign of life was ${formatDuration(found.ageMs)} before it. ${rows}.</p></div>`;
}

function numbers({
  algorithm,
  rowsCopied,
  changesApplied,
  lockedMs,
  verified,
  durationMs,
  attempts: count,
}: Outcome): Html {
  const copies = algorithm === 'copy';
  const tiles = [
    ...(copies
      ? [tile('Rows copied', formatCount(rowsCopied)), tile('Changes applied', formatCount(changesApplied))]
      : []),
    ...(lockedMs === 0
      ? []
      : [tile('Writers waited', formatDuration(lockedMs), count > 1 ? `in the last of ${count} attempts` : '')]),
    ...(verified === null
      ? []
      : [
          tile('Differences', formatCount(verified.differences), `of ${formatNumberOf(verified.rows, 'row')} compared`),
        ]),
    tile('Duration', formatDuration(durationMs)),
  ];
  return html`<dl class="numbers">${tiles}</dl>`;
}

function tile(title: string, value: string, words = ''): Html {
  return html`<div><dt>${title}</dt><dd>${value}${words === '' ? nothing : html`<small>${words}</small>`}</dd></div>`;
}

function attempts({ attempts: found }: StatementRecord): Html {
  if (found.all.every(({ failure }) => failure === null)) return nothing;
  const rows = found.all.map(
    ({ number, atMs, lockedMs, failure, blockers }) =>
      html`<tr><td class="number" data-label="attempt">${number}</td><td class="time">after ${formatDuration(atMs)}</td><td class="number" data-label="writers waited">${formatDuration(lockedMs)}</td><td>${failure ?? 'The tables were swapped.'}${blockers.map((blocker) => html`<br><span class="muted">${blockerText(blocker)}</span>`)}</td></tr>`,
  );
  return html`<h3>Cutover attempts</h3><div class="scroll"><table><thead><tr><th class="number">No.</th><th>When</th><th class="number">Writers waited</th><th>What came of it, and who was waited for</th></tr></thead>
<tbody>${rows}</tbody></table></div>${leftOut(found.leftOut, 'attempt')}`;
}

function definition({ definition: found }: StatementRecord): Html {
  if (found === null) return nothing;
  const diff = diffDefinitions(found.before, found.after);
  if (diff === '') return html`<h3>Definition</h3><p class="muted">It stays the same.</p>`;
  return html`<h3>Definition</h3>${diffHtml(diff.split('\n'))}`;
}

function notices({ notices: found }: StatementRecord): Html {
  if (found.all.length === 0) return nothing;
  const rows = found.all.map(
    ({ atMs, message }) =>
      html`<tr><td class="time">after ${formatDuration(atMs)}</td><td>${messageHtml(message)}</td></tr>`,
  );
  return html`<h3>Notices</h3><div class="scroll"><table><tbody>${rows}</tbody></table></div>${leftOut(found.leftOut, 'notice')}`;
}

function leftOut(count: number, singular: string): Html {
  return count === 0
    ? nothing
    : html`<p class="muted small">${formatNumberOf(count, singular)} between the first and the last are not listed.</p>`;
}
