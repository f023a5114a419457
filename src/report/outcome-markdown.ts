import { isBegun, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Outcome } from '../engine/outcome.ts';
import { formatMoment } from '../support/moment.ts';
import { cellLength, clip } from './clip.ts';
import { nameFiles } from './file-names.ts';
import { essential, fit, headingOf, type Page, type Piece } from './fit.ts';
import type { Links } from './links.ts';
import { type Alert, alert, type Column, code, link, message, prose, table } from './markdown.ts';
import { isChangedBefore, outcomeVerdict } from './outcome-verdict.ts';
import { formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import { algorithmWords, stateIcons, stateWords, tableStateSentence } from './words.ts';

/**
 * What a run came to, for the pull request it came from.
 * @param next how it goes on, as Markdown; empty where it is over
 */
export function outcomeMarkdown(outcome: RunOutcome, links: Links, page: Page, next = ''): string {
  const verdict = outcomeVerdict(outcome);
  const pieces: Piece[] = [
    essential(headingOf(page, '🚢 Ghostship', verdict.title)),
    essential(alert(alertFor[verdict.kind], `**${prose(verdict.sentence)}**`)),
    essential(next),
    ...outcome.migrations
      .filter(({ error }) => error !== null)
      .map((migration) => essential(failure(migration, outcome.migrations))),
    essential(
      outcome.error !== null && outcome.migrations.every(({ error }) => error === null)
        ? runFailure(outcome.error)
        : '',
    ),
    essential(outcome.migrations.length === 0 ? '' : outcomeTable(outcome.migrations)),
    essential(footer(outcome, links)),
  ];
  return fit(pieces, page.limit, 'The log of the run has all of it.');
}

/** What was done with each statement, or is being done. */
export function outcomeTable(migrations: readonly Outcome[]): string {
  const nameOf = nameFiles(migrations.map(({ file }) => file));
  return table(
    columns,
    migrations.map((migration) => row(migration, nameOf)),
  );
}

/** No more than these: the table must be read on a telephone, too, without pushing it to and fro. */
const columns: readonly Column[] = [
  { title: 'Statement', align: 'left' },
  { title: 'What came of it', align: 'left' },
];

const alertFor: Readonly<Record<ReturnType<typeof outcomeVerdict>['kind'], Alert>> = {
  done: 'TIP',
  nothing: 'NOTE',
  stopped: 'WARNING',
  failed: 'CAUTION',
};

function row(migration: Outcome, nameOf: (file: string) => string): string[] {
  const { file, statement, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified, retired } =
    migration;
  // What was refused took no time, and was not begun.
  const took = isBegun(migration) && durationMs > 0 ? ` in ${formatDuration(durationMs)}` : '';
  const what = [
    // Nothing waits for its turn once the run is over.
    state === 'queued' ? '⏭️&nbsp;not started' : `${stateIcons[state]}&nbsp;${stateWords[state]}${took}`,
    ...(algorithm === 'copy'
      ? [`${formatNumberOf(rowsCopied, 'row')} copied, ${formatNumberOf(changesApplied, 'change')} applied`]
      : []),
    ...(lockedMs > 0 ? [`writers waited ${formatDuration(lockedMs)}`] : []),
    ...(verified === null ? [] : [describeVerified(verified)]),
    ...(retired === null ? [] : [`the table as it was is kept as ${code(retired)}`]),
  ];
  const how = algorithm === null ? [] : [algorithmWords[algorithm].replaceAll(' ', '&nbsp;')];
  const place = file === null ? [] : [code(nameOf(file))];
  return [[...place, code(clip(statement, cellLength)), ...how].join('<br>'), what.join('<br>')];
}

export function describeVerified({ rows, differences }: NonNullable<Outcome['verified']>): string {
  const end = differences === 0 ? 'all equal' : `${formatCount(differences)} differ`;
  return `${formatNumberOf(rows, 'row')} compared, ${end}`;
}

/**
 * What went wrong with one statement.
 *
 * @param all of the run, in its order
 */
export function failure(migration: Outcome, all: readonly Outcome[]): string {
  const { table: name, error, tableState, file, statement } = migration;
  if (error === null) return '';
  const place = file === null ? '' : `${code(file)} `;
  return [
    `### ${name === '' ? 'A statement' : code(name)} · ${code(error.code)}`,
    ...(all.length < 2 ? [] : [`- **Where:** ${place}${code(clip(statement, cellLength))}`]),
    `- **What happened:** ${inItem(error.message)}`,
    `- **The table:** ${prose(tableStateSentence(tableState, name, error.code, isChangedBefore(migration, all)))}`,
    `- **What to do:** ${inItem(error.hint)}`,
  ].join('\n');
}

/** What went wrong before any statement. */
export function runFailure(error: NonNullable<RunOutcome['error']>): string {
  return [
    `### ${code(error.code)}`,
    `- **What happened:** ${inItem(error.message)}`,
    `- **What to do:** ${inItem(error.hint)}`,
  ].join('\n');
}

/** A message of several lines stays inside its list item. */
function inItem(text: string): string {
  return message(text, '  ');
}

function footer({ version, startedAt, finishedAt }: RunOutcome, links: Links): string {
  const took = formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
  const run = links.run === null ? [] : [link('log', links.run)];
  return `<sub>${[`Ghostship ${version}`, `started ${formatMoment(startedAt)}`, `took ${took}`, ...run].join(' · ')}</sub>`;
}
