import type { OutcomeError } from '../commands/migrate/run-outcome.ts';
import type { RehearsalRun } from '../commands/rehearse/rehearsal-run.ts';
import { describeHazard } from '../engine/probes/hazard.ts';
import type { RehearsalOutcome } from '../engine/rehearsal/outcome.ts';
import { formatMoment } from '../support/moment.ts';
import { cellLength, clip } from './clip.ts';
import { essential, fit, headingOf, type Page, type Piece } from './fit.ts';
import type { Links } from './links.ts';
import { type Alert, alert, type Column, code, link, message, prose, table } from './markdown.ts';
import { describeVerified, failure, runFailure } from './outcome-markdown.ts';
import { formatBytes, formatDuration, formatNumberOf } from './quantity.ts';
import { besideDelay } from './rehearsal-text.ts';
import { isOfRun, rehearsalVerdict } from './rehearsal-verdict.ts';
import { algorithmWords, stateIcons, stateWords } from './words.ts';

/**
 * What a run of rehearsals came to, as a section of the pull request's page.
 *
 * @param commit that was rehearsed
 */
export function rehearsalMarkdown(run: RehearsalRun, links: Links, commit: string, page: Page): string {
  const { kind, title, sentence } = rehearsalVerdict(run);
  const pieces: Piece[] = [
    essential(headingOf(page, '🎭 Rehearsal', title)),
    essential(alert(alertFor[kind], `**${prose(sentence)}**`)),
    ...run.migrations.filter(({ error }) => error !== null).map((one) => essential(failure(one, run.migrations))),
    ...(run.error !== null && isOfRun(run)
      ? [essential(`${message(run.error.message)}\n\n${message(run.error.hint)}`)]
      : []),
    essential(run.migrations.length === 0 ? '' : table(columns, run.migrations.map(row))),
    ...run.migrations.map((one) => ({ markdown: remarks(one), weight: 'useful' as const })),
    essential(footer(run, links, commit)),
  ];
  return fit(pieces, page.limit, 'The log of the run has all of it.');
}

/** The same section, where a rehearsal was asked for and could not begin. */
export function rehearsalRefused(error: OutcomeError, page: Page): string {
  const pieces = [
    essential(headingOf(page, '🎭 Rehearsal', 'Not rehearsed')),
    essential(alert('CAUTION', '**The rehearsal that was asked for did not begin.** No table is changed.')),
    essential(runFailure(error)),
  ];
  return fit(pieces, page.limit, 'The log of the run has all of it.');
}

const alertFor: Readonly<Record<ReturnType<typeof rehearsalVerdict>['kind'], Alert>> = {
  done: 'TIP',
  nothing: 'NOTE',
  stopped: 'WARNING',
  failed: 'CAUTION',
};

/** No more than these, for a telephone. */
const columns: readonly Column[] = [
  { title: 'Statement', align: 'left' },
  { title: 'What came of it', align: 'left' },
];

function row(outcome: RehearsalOutcome): string[] {
  const { statement, state, algorithm, durationMs, rowsCopied, changesApplied, verified, rehearsal } = outcome;
  const isCopied = algorithm === 'copy';
  const rate = rehearsal === null ? '' : `, ${formatNumberOf(rehearsal.rowsPerSecond, 'row')} a second`;
  const lagMs = rehearsal?.mostLagMs ?? null;
  const binlogBytes = rehearsal?.binlogBytes ?? null;
  const what = [
    cameTo(state, isCopied, durationMs),
    ...(isCopied ? [`${formatNumberOf(rowsCopied, 'row')} copied${rate}`] : []),
    ...(isCopied ? [`${formatNumberOf(changesApplied, 'change')} applied`] : []),
    ...(verified === null ? [] : [describeVerified(verified)]),
    ...(lagMs === null ? [] : [`lag of ${formatDuration(lagMs)} at most${besideDelay(rehearsal?.delayMs ?? 0)}`]),
    ...(binlogBytes === null ? [] : [`≈&nbsp;${formatBytes(binlogBytes)} of binary log`]),
  ];
  const how = algorithm === null ? [] : [algorithmWords[algorithm].replaceAll(' ', '&nbsp;')];
  return [[code(clip(statement, cellLength)), ...how].join('<br>'), what.join('<br>')];
}

function cameTo(state: RehearsalOutcome['state'], isCopied: boolean, durationMs: number): string {
  if (state === 'queued') return '⏭️&nbsp;not rehearsed';
  if (state !== 'completed') return `${stateIcons[state]}&nbsp;${stateWords[state]} in ${formatDuration(durationMs)}`;
  return isCopied ? `✅&nbsp;rehearsed in ${formatDuration(durationMs)}` : '⏭️&nbsp;nothing to rehearse';
}

/** Why nothing was copied, and what may stand in the way. */
function remarks({ table: name, algorithm, rehearsal }: RehearsalOutcome): string {
  if (rehearsal === null) return '';
  const { reason, hazards, unsettledRows } = rehearsal;
  const words = [
    ...(algorithm === 'copy' ? [] : [reason]),
    ...(unsettledRows === 0
      ? []
      : [`${formatNumberOf(unsettledRows, 'row')} changed at every look. The swap compares them under its lock.`]),
    ...hazards.map((hazard) => `${describeHazard(hazard)} ${hazard.hint}`),
  ];
  return words.map((text) => `- ${code(name)}: ${prose(text)}`).join('\n');
}

function footer({ version, replica, startedAt }: RehearsalRun, links: Links, commit: string): string {
  const run = links.run === null ? [] : [link('log', links.run)];
  const parts = [
    `Ghostship ${version}`,
    `rehearsed ${commit.slice(0, 8)} on ${code(replica)}`,
    formatMoment(startedAt),
    ...run,
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}
