import { appliedWhen } from '../commands/ledger/applied.ts';
import type { DeletedFile } from '../commands/plan/plan-report.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { keptFromRunning } from '../commands/statements/kept-from-running.ts';
import type { Algorithm, MigrationState } from '../engine/outcome.ts';
import type { AskedServer, CopySpace, Destroyed, RecentUse } from '../engine/plan/statement-facts.ts';
import type { Estimate, StatementPlan } from '../engine/plan/statement-plan.ts';
import type { WayBackVerdict } from '../engine/resume/judge-way-back.ts';
import type { Severity } from '../lint/finding.ts';
import type { TableState } from '../support/errors.ts';
import { formatMoment } from '../support/moment.ts';
import { sentence } from '../support/sentence.ts';
import { formatBytes, formatDuration, formatNumberOf } from './quantity.ts';

/** Of a statement that a pull request does not bring, and that is still to be run. */
export const alsoPendingSentence =
  'also pending: the pull request does not change this file, and the run after the merge runs it too';

/** `Its last run failed on 2026-01-02 03:04 UTC (#7): …` */
export function describeLastRun(
  { state, finished, pullRequest, why }: NonNullable<PlannedStatement['lastRun']>,
  statement: PlannedStatement,
): string {
  const when = finished === null ? '' : ` on ${formatMoment(finished)}`;
  const whose = pullRequest === null ? '' : ` (#${pullRequest})`;
  const isSaid = statement.kind === 'refused' && statement.error.message === why;
  const said = why === null || isSaid ? '.' : `: ${sentence(why)}`;
  const ended = state === 'failed' ? 'failed' : 'was ended';
  const next = state === 'failed' ? mendIt : keptFromRunning;
  return `Its last run ${ended}${when}${whose}${said} The next run begins it again, whatever merge starts it. ${next}`;
}

const mendIt = 'To keep it from running as it is, mend its file in a pull request, or take it away.';

/** Of a statement that was reverted. A file that was moved is the same file. */
export function howAgain({ movedFrom }: { readonly movedFrom?: string }): string {
  return movedFrom === undefined
    ? 'To make the change again, leave this file, and write the change into a new one beside it.'
    : `It is ${movedFrom}, which was moved. To make the change again, put ${movedFrom} back, and write the change into a new file beside it.`;
}

/** Of applied files that a pull request takes away. */
export function describeDeleted({ file, finished, statements, written, reverted }: DeletedFile): string {
  const applies =
    statements < written ? `Of its ${written} statements ${statements} ${statements === 1 ? 'was' : 'were'}` : 'It was';
  const applied = `${file} is deleted. ${applies} applied ${appliedWhen({ finished })}`;
  if (reverted === statements) return `${applied}, and is reverted.`;
  const what = reverted === 0 ? 'nothing of that' : `only ${reverted} of its ${statements} statements`;
  return `${applied}, and ${what} is reverted: a new file makes the change back.`;
}

/** The states as a person reads them. */
export const stateWords: Readonly<Record<MigrationState, string>> = {
  queued: 'queued',
  preflight: 'checking',
  copying: 'copying',
  catching_up: 'catching up',
  verifying: 'verifying',
  waiting_for_cutover: 'waiting for cutover',
  cutting_over: 'cutting over',
  completed: 'completed',
  yielded: 'yielded',
  paused: 'paused',
  aborted: 'aborted',
  failed: 'failed',
  reverted: 'reverted',
};

export const stateIcons: Readonly<Record<MigrationState, string>> = {
  queued: '⏳',
  preflight: '🔎',
  copying: '🚢',
  catching_up: '🚢',
  verifying: '🔎',
  waiting_for_cutover: '✋',
  cutting_over: '🔁',
  completed: '✅',
  yielded: '⏸️',
  paused: '⏸️',
  aborted: '⏹️',
  failed: '❌',
  reverted: '↩️',
};

export const algorithmWords: Readonly<Record<Algorithm, string>> = {
  instant: '⚡ instant',
  inplace: '🔧 in place',
  copy: '🚢 copy',
  direct: '▶️ direct',
};

export const severityIcons: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: '💡' };

/**
 * What became of a table, as a sentence.
 *
 * @param code of the error that ended its migration; others may have changed the table meanwhile
 * @param isChangedBefore whether earlier statements of the run have changed it
 */
export function tableStateSentence(state: TableState, table: string, code: string, isChangedBefore = false): string {
  const name = table === '' ? 'The table' : table;
  switch (state) {
    case 'unchanged':
      if (code === 'already-running' || code === 'plan-changed')
        return `This run did not touch ${name === 'The table' ? 'the table' : name}.`;
      if (code === 'original-changed')
        return `This run changed nothing of ${name === 'The table' ? 'the table' : name}; somebody else may have.`;
      if (isChangedBefore) return `${name} is as the statements before this one have left it.`;
      if (code === 'unknown-table') return 'Nothing was changed.';
      return `${name} is as it was.`;
    case 'changed':
      return `${name} is changed.`;
    case 'unknown':
      return `Nobody knows whether ${name === 'The table' ? 'the table' : name} was changed: look at it before anything else is run.`;
  }
}

/** `1 error and 2 warnings`; empty parts are left out. */
export function enumerate(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export function describeDeferral({ indexes, reason }: NonNullable<StatementPlan['deferral']>): string {
  if (indexes.length === 0) return `Indexes are filled along with the rows: ${reason}.`;
  const [what, are] = indexes.length === 1 ? ['Index', 'is'] : ['Indexes', 'are'];
  return `${what} ${enumerate(indexes)} ${are} built after the copy: ${reason}.`;
}

/** Whether the statement can be reverted, and what that would cost. */
export function describeWayBack(verdict: WayBackVerdict): string {
  if (!verdict.isOpen) return `There is no way back. ${verdict.reason}`;
  const { lostColumns } = verdict;
  const columns = `the column${lostColumns.length === 1 ? '' : 's'} ${enumerate(lostColumns)} would be lost`;
  return `With \`retired: keep\` it can be reverted${lostColumns.length === 0 ? '' : `: ${columns}`}.`;
}

/** One sentence. The duration is rounded to one digit, because a sample is not more precise. */
export function describeEstimate({ durationMs, diskBytes, binlogBytes, cutoverMs, sampledRows }: Estimate): string {
  const duration = durationMs < 1_000 ? 'a second' : formatDuration(roundRoughly(durationMs));
  const source =
    sampledRows === 0 ? 'Too few rows to measure' : `From a sample of ${formatNumberOf(sampledRows, 'row')}`;
  return `${source}: about ${duration}, two to three times that among writers; ${formatBytes(diskBytes)} of disk and ${formatBytes(binlogBytes)} of binary log; writers wait some ${formatDuration(Math.max(10, Math.ceil(cutoverMs / 10) * 10))} at the cutover.`;
}

/** Disk and binary log of a copy, in two sentences. */
export function describeSpace({ peakBytes, binlogBytes, derivation }: CopySpace): string {
  return `At its peak the copy takes ${formatBytes(peakBytes)} of disk beside the table, ${formatBytes(binlogBytes)} of it binary log. ${derivation}`;
}

/** How much what goes is read. */
export function describeUse({ server, since, rowsRead, indexes }: RecentUse, { indexes: gone }: Destroyed): string {
  const own = gone.flatMap((name) => indexes.filter((index) => index.name === name));
  const parts = own.map((index) => `${formatNumberOf(index.rowsRead, 'row')} by ${index.name}`);
  const detail = parts.length === 0 ? '' : ` (${enumerate(parts)})`;
  return `Since ${formatMoment(since)} ${server} has read ${formatNumberOf(rowsRead, 'row')} of the table${detail}; what plans have read is among them.`;
}

/** Which server was asked, and what could not be checked. */
export function describeAsked(asked: AskedServer): string {
  const sentence = `Asked: ${asked.host}:${asked.port}, ${describeProduct(asked)}.`;
  const unchecked = describeNotChecked(asked);
  return unchecked === null ? sentence : `${sentence} ${unchecked}`;
}

/** `MySQL 9.7.4, a replica` */
export function describeProduct({ flavor, version, role }: AskedServer): string {
  return `${flavor === 'mysql' ? 'MySQL' : 'MariaDB'} ${version}, ${role === 'replica' ? 'a replica' : 'a primary'}`;
}

/** What a plan on a replica leaves open where the target could not be asked. */
export function describeNotChecked({ notChecked }: AskedServer): string | null {
  return notChecked === null
    ? null
    : `Not checked: the privileges, the binary log and the tables of earlier migrations on the target, and whether one is running. ${notChecked}`;
}

function roundRoughly(value: number): number {
  return Number(value.toPrecision(1));
}
