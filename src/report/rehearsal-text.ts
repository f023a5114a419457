import type { RehearsalRun } from '../commands/rehearse/rehearsal-run.ts';
import { describeHazard } from '../engine/probes/hazard.ts';
import type { RehearsalOutcome } from '../engine/rehearsal/outcome.ts';
import { errorText } from './outcome-text.ts';
import { formatBytes, formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import { isOfRun, rehearsalVerdict } from './rehearsal-verdict.ts';

/** What a run of rehearsals came to, for a terminal. */
export function rehearsalRunText(run: RehearsalRun): string {
  const { title, sentence } = rehearsalVerdict(run);
  const own = run.error !== null && isOfRun(run) ? [errorText(run.error, null)] : [];
  return [...run.migrations.flatMap(rehearsalLines), ...own, `${title}. ${sentence}`].join('\n');
}

/** How it went, and why, in a few lines. */
export function rehearsalAnswer(run: RehearsalRun): string {
  const { title, sentence } = rehearsalVerdict(run);
  const reasons = run.migrations.flatMap(({ table, error }) =>
    error === null ? [] : [`${table === '' ? 'A statement' : table}: ${error.message} ${error.hint}`],
  );
  const own = run.error !== null && isOfRun(run) ? [`${run.error.message} ${run.error.hint}`] : [];
  return [`${title}. ${sentence}`, ...own, ...reasons].join('\n');
}

/** What was found out, one fact a line. */
function rehearsalLines(outcome: RehearsalOutcome): string[] {
  const { table, error, rehearsal, tableState } = outcome;
  if (error !== null) return [errorText(error, { table, state: tableState })];
  if (rehearsal === null) return [`${table}: not rehearsed`];
  const { hazards, reason } = rehearsal;
  return [
    `${table}: ${headline(outcome)}`,
    ...(outcome.algorithm === 'copy' ? facts(outcome).map((fact) => `  ${fact}`) : [`  ${reason}`]),
    ...hazards.map((hazard) => `  hazard: ${describeHazard(hazard)} ${hazard.hint}`),
  ];
}

/** Plain text, without the table. */
export function headline({ state, algorithm, durationMs }: RehearsalOutcome): string {
  if (state === 'queued') return 'not rehearsed';
  return algorithm === 'copy'
    ? `rehearsed in ${formatDuration(durationMs)}, not swapped in`
    : `nothing to rehearse: it copies no row (${algorithm === 'inplace' ? 'in place' : String(algorithm)})`;
}

/** Of a copy. Each is a phrase in plain text. */
export function facts({ rowsCopied, changesApplied, verified, rehearsal }: RehearsalOutcome): string[] {
  if (rehearsal === null) return [];
  const { rowsPerSecond, mostLagMs, delayMs, binlogBytes, unsettledRows } = rehearsal;
  return [
    `${formatNumberOf(rowsCopied, 'row')} copied, ${formatCount(rowsPerSecond)} a second; ${formatNumberOf(changesApplied, 'change')} applied`,
    verified === null
      ? 'not compared (verify is off)'
      : `${formatNumberOf(verified.rows, 'row')} compared, ${formatCount(verified.differences)} different`,
    ...(unsettledRows === 0
      ? []
      : [`${formatNumberOf(unsettledRows, 'row')} changed at every look; the swap compares them under its lock`]),
    `${
      mostLagMs === null
        ? 'the replica did not say how far it was behind'
        : `the replica was ${formatDuration(mostLagMs)} behind at most`
    }${besideDelay(delayMs)}`,
    ...(binlogBytes === null
      ? []
      : [`about ${formatBytes(binlogBytes)} of binary log on the target, by the row images of a sample`]),
  ];
}

/** What follows the lag of a replica that a person has set to a delay. */
export function besideDelay(delayMs: number): string {
  return delayMs === 0 ? '' : `, beside its delay of ${formatDuration(delayMs)}`;
}
