import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
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
  const done = migrations.filter((migration) => isDone(migration.state));
  if (isDone(state)) {
    if (done.length === 0)
      return { kind: 'nothing', title: 'Nothing to do', sentence: 'Everything is applied already.' };
    const isReverted = done.every((migration) => migration.state === 'reverted');
    return {
      kind: 'done',
      title: isReverted ? 'Reverted' : 'Shipped',
      sentence: isReverted ? brought(done) : shipped(done),
    };
  }
  const stopped = migrations.find((migration) => !isDone(migration.state) && migration.state !== 'queued');
  const waiting = migrations.filter((migration) => migration.state === 'queued').length;
  const sentence = [
    stopped === undefined ? (error?.message ?? 'It did not start.') : whatStopped(stopped),
    ...(done.length === 0 ? [] : [`Completed before it: ${formatNumberOf(done.length, 'statement')}, ${price(done)}.`]),
    ...(waiting === 0 ? [] : [`${formatNumberOf(waiting, 'statement was', 'statements were')} not started.`]),
  ].join(' ');
  if (state === 'aborted') return { kind: 'stopped', title: 'Aborted', sentence };
  if (state === 'yielded') return { kind: 'stopped', title: 'To be continued', sentence };
  return { kind: 'failed', title: stopped?.tableState === 'unknown' ? 'A person must look' : 'Failed', sentence };
}

/** `users is changed: 2.8 M rows copied in 42 s, writers waited 23 ms.` */
function shipped(done: readonly Outcome[]): string {
  const tables = [...new Set(done.map(({ table }) => table))];
  return `${enumerate(tables)} ${tables.length === 1 ? 'is' : 'are'} changed: ${price(done)}.`;
}

/** `users is as it was before, with everything that was written since: …` */
function brought(done: readonly Outcome[]): string {
  const lost = done.flatMap(({ lostColumns = [] }) => lostColumns);
  const losses = lost.length === 0 ? '' : ` Lost: ${enumerate(lost)}.`;
  const remarks = done.flatMap(({ remarks: some = [] }) => some).map((remark) => ` ${remark}`);
  const changes = done.reduce((total, { changesApplied }) => total + changesApplied, 0);
  const lockedMs = Math.max(...done.map((migration) => migration.lockedMs));
  const tables = enumerate([...new Set(done.map(({ table }) => table))]);
  return `${tables} has the definition of before again, with everything that was written since: ${formatNumberOf(changes, 'change')} applied, writers waited ${formatDuration(lockedMs)}.${losses}${remarks.join('')}`;
}

function price(done: readonly Outcome[]): string {
  const rows = done.reduce((total, { rowsCopied }) => total + rowsCopied, 0);
  const duration = formatDuration(done.reduce((total, { durationMs }) => total + durationMs, 0));
  const lockedMs = Math.max(...done.map((migration) => migration.lockedMs));
  const work = rows > 0 ? `${formatNumberOf(rows, 'row')} copied in ${duration}` : `done in ${duration}`;
  return lockedMs > 0 ? `${work}, writers waited ${formatDuration(lockedMs)}` : work;
}

function whatStopped({ table, tableState, state }: Outcome): string {
  const migration = table === '' ? 'A statement' : `The migration of ${table}`;
  const end = state === 'aborted' ? 'was aborted' : state === 'yielded' ? 'goes on in another run' : 'failed';
  if (tableState === 'unchanged')
    return `${migration} ${end}; ${table === '' ? 'nothing was changed' : `${table} is as it was before it`}.`;
  return `${migration} ${end}. ${tableStateSentence(tableState, table)}`;
}
