import type { OutcomeError, RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { TableState } from '../support/errors.ts';
import { isChangedBefore, outcomeVerdict } from './outcome-verdict.ts';
import { formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import { stateWords, tableStateSentence } from './words.ts';

/** How one statement ended, in a line or two. */
export function migrationText(outcome: Outcome): string {
  const { table, state, algorithm, rowsCopied, changesApplied, durationMs, lockedMs, verified, retired, error } =
    outcome;
  if (error !== null) return errorText(error, { table, state: outcome.tableState });
  const parts = [
    `${table}: ${stateWords[state]}${algorithm === null ? '' : ` (${algorithm === 'inplace' ? 'in place' : algorithm})`} in ${formatDuration(durationMs)}`,
    ...(algorithm === 'copy'
      ? [`${formatNumberOf(rowsCopied, 'row')} copied`, `${formatNumberOf(changesApplied, 'change')} applied`]
      : []),
    ...(lockedMs > 0 ? [`writers waited ${formatDuration(lockedMs)}`] : []),
    ...(verified === null
      ? []
      : [`${formatNumberOf(verified.rows, 'row')} verified, ${formatCount(verified.differences)} different`]),
    ...(retired === null ? [] : [`the table as it was is kept as ${retired}`]),
  ];
  return parts.join(' · ');
}

/** The last word of a run. */
export function runText(outcome: RunOutcome): string {
  const { title, sentence } = outcomeVerdict(outcome);
  return `${title}. ${sentence}`;
}

/** What went wrong, in each statement or before any. */
export function runErrorTexts({ migrations, error }: RunOutcome): string[] {
  const texts = migrations.flatMap((migration) => {
    const { table, tableState: state, error: own } = migration;
    const hasChanged = isChangedBefore(migration, migrations);
    return own === null ? [] : [errorText(own, { table, state, isChangedBefore: hasChanged })];
  });
  return texts.length > 0 || error === null ? texts : [errorText(error, null)];
}

/**
 * For somebody at two in the morning: what happened, what became of the table, what to do.
 *
 * @param about `null` where no table was touched at all
 */
export function errorText(
  { code, message, hint }: OutcomeError,
  about: { readonly table: string; readonly state: TableState; readonly isChangedBefore?: boolean } | null,
): string {
  const table =
    about === null
      ? []
      : [`The table:     ${tableStateSentence(about.state, about.table, code, about.isChangedBefore)}`];
  return [`What happened: ${indent(message)} [${code}]`, ...table, `What to do:    ${indent(hint)}`].join('\n');
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n               ');
}
