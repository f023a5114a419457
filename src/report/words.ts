import type { Algorithm, MigrationState } from '../engine/outcome.ts';
import type { Estimate, StatementPlan } from '../engine/plan/statement-plan.ts';
import type { WayBackVerdict } from '../engine/resume/judge-way-back.ts';
import type { Severity } from '../lint/finding.ts';
import type { TableState } from '../support/errors.ts';
import { formatBytes, formatDuration, formatNumberOf } from './quantity.ts';

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

/** What became of a table, as a sentence. */
export function tableStateSentence(state: TableState, table: string): string {
  const name = table === '' ? 'The table' : table;
  switch (state) {
    case 'unchanged':
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
  return `With retired: keep it can be reverted${lostColumns.length === 0 ? '' : `: ${columns}`}.`;
}

/** One sentence. The duration is rounded to one digit, because a sample is not more precise. */
export function describeEstimate({ durationMs, diskBytes, binlogBytes, cutoverMs, sampledRows }: Estimate): string {
  const duration = durationMs < 1_000 ? 'a second' : formatDuration(roundRoughly(durationMs));
  return `From a sample of ${formatNumberOf(sampledRows, 'row')}: about ${duration}, two to three times that among writers; ${formatBytes(diskBytes)} of disk and ${formatBytes(binlogBytes)} of binary log; writers wait some ${formatDuration(Math.max(10, Math.ceil(cutoverMs / 10) * 10))} at the cutover.`;
}

function roundRoughly(value: number): number {
  return Number(value.toPrecision(1));
}
