import { isBegun, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Outcome } from '../engine/outcome.ts';
import { cellLength, clip } from './clip.ts';
import { essential, fit, headingOf, type Page, type Piece } from './fit.ts';
import type { Links } from './links.ts';
import { type Alert, alert, type Column, code, link, message, prose, table } from './markdown.ts';
import { outcomeVerdict } from './outcome-verdict.ts';
import { formatCount, formatDuration } from './quantity.ts';
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
    ...outcome.migrations.filter(({ error }) => error !== null).map((migration) => essential(failure(migration))),
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
  return table(columns, migrations.map(row));
}

const columns: readonly Column[] = [
  { title: 'Statement', align: 'left' },
  { title: 'State', align: 'left' },
  { title: 'How', align: 'left' },
  { title: 'Rows copied', align: 'right' },
  { title: 'Changes applied', align: 'right' },
  { title: 'Took', align: 'right' },
  { title: 'Writers waited', align: 'right' },
  { title: 'Verified', align: 'left' },
];

const alertFor: Readonly<Record<ReturnType<typeof outcomeVerdict>['kind'], Alert>> = {
  done: 'TIP',
  nothing: 'NOTE',
  stopped: 'WARNING',
  failed: 'CAUTION',
};

function row(migration: Outcome): string[] {
  const { statement, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified } = migration;
  const started = isBegun(migration);
  return [
    code(clip(statement, cellLength)),
    `${stateIcons[state]}&nbsp;${stateWords[state]}`,
    algorithm === null ? '' : algorithmWords[algorithm].replaceAll(' ', '&nbsp;'),
    algorithm === 'copy' ? formatCount(rowsCopied) : '',
    algorithm === 'copy' ? formatCount(changesApplied) : '',
    started ? formatDuration(durationMs) : '',
    lockedMs > 0 ? formatDuration(lockedMs) : '',
    verified === null
      ? ''
      : `${formatCount(verified.rows)} rows, ${verified.differences === 0 ? 'all equal' : `${formatCount(verified.differences)} differ`}`,
  ];
}

/** What went wrong with one statement. */
export function failure({ table: name, error, tableState }: Outcome): string {
  if (error === null) return '';
  return [
    `### ${name === '' ? 'A statement' : code(name)} · ${code(error.code)}`,
    `- **What happened:** ${inItem(error.message)}`,
    `- **The table:** ${prose(tableStateSentence(tableState, name, error.code))}`,
    `- **What to do:** ${inItem(error.hint)}`,
  ].join('\n');
}

function runFailure(error: NonNullable<RunOutcome['error']>): string {
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
  return `<sub>${[`Ghostship ${version}`, `started ${startedAt}`, `took ${took}`, ...run].join(' · ')}</sub>`;
}
