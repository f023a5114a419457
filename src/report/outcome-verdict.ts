import type { RunOutcome } from '../commands/run-outcome.ts';
import type { Outcome } from '../engine/outcome.ts';
import { formatDuration, formatNumberOf } from './quantity.ts';
import { enumerate, tableStateSentence } from './words.ts';

export interface OutcomeVerdict {
  readonly kind: 'done' | 'nothing' | 'stopped' | 'failed';
  /** A few words, plain text. */
  readonly title: string;
  /** Plain text. */
  readonly sentence: string;
}

export function outcomeVerdict({ state, migrations, error }: RunOutcome): OutcomeVerdict {
  const done = migrations.filter((migration) => migration.state === 'completed');
  if (state === 'completed') {
    if (done.length === 0)
      return { kind: 'nothing', title: 'Nothing to do', sentence: 'Everything is applied already.' };
    return { kind: 'done', title: 'Shipped', sentence: shipped(done) };
  }
  const stopped = migrations.find((migration) => migration.state !== 'completed' && migration.state !== 'queued');
  const waiting = migrations.filter((migration) => migration.state === 'queued').length;
  const sentence = [
    stopped === undefined ? (error?.message ?? 'It did not start.') : whatStopped(stopped),
    ...(done.length === 0 ? [] : [shipped(done)]),
    ...(waiting === 0 ? [] : [`${formatNumberOf(waiting, 'statement was', 'statements were')} not started.`]),
  ].join(' ');
  if (state === 'aborted') return { kind: 'stopped', title: 'Aborted', sentence };
  if (state === 'yielded') return { kind: 'stopped', title: 'To be continued', sentence };
  return { kind: 'failed', title: stopped?.tableState === 'unknown' ? 'A person must look' : 'Failed', sentence };
}

/** `users is changed: 2.8 M rows copied in 42 s, writers waited 23 ms.` */
function shipped(done: readonly Outcome[]): string {
  const tables = enumerate([...new Set(done.map(({ table }) => table))]);
  const rows = done.reduce((total, { rowsCopied }) => total + rowsCopied, 0);
  const durationMs = done.reduce((total, migration) => total + migration.durationMs, 0);
  const lockedMs = Math.max(...done.map((migration) => migration.lockedMs));
  const parts = [
    rows > 0
      ? `${formatNumberOf(rows, 'row')} copied in ${formatDuration(durationMs)}`
      : `done in ${formatDuration(durationMs)}`,
    ...(lockedMs > 0 ? [`writers waited ${formatDuration(lockedMs)}`] : []),
  ];
  const isOne = new Set(done.map(({ table }) => table)).size === 1;
  return `${tables} ${isOne ? 'is' : 'are'} changed: ${parts.join(', ')}.`;
}

function whatStopped({ table, tableState, state }: Outcome): string {
  const what = table === '' ? 'A statement' : `The migration of ${table}`;
  return `${what} ${state === 'aborted' ? 'was aborted' : state === 'yielded' ? 'goes on in another run' : 'failed'}. ${tableStateSentence(tableState, table)}`;
}
