import { isBegun, isDone, isRevert, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import type { Outcome } from '../engine/outcome.ts';
import { parseStatement } from '../sql/parser/parse-statement.ts';
import type { Statement } from '../sql/parser/statement.ts';
import type { ErrorCode } from '../support/errors.ts';
import { sentence as asSentence } from '../support/sentence.ts';
import { firstLine } from './markdown.ts';
import { formatDuration, formatNumberOf } from './quantity.ts';
import { enumerate, tableStateSentence } from './words.ts';

export interface OutcomeVerdict {
  readonly kind: 'done' | 'nothing' | 'stopped' | 'failed';
  /** A few words, plain text. */
  readonly title: string;
  /** Plain text. */
  readonly sentence: string;
}

export function outcomeVerdict({ state, migrations, error, notDue }: RunOutcome): OutcomeVerdict {
  const done = migrations.filter((migration) => isDone(migration.state));
  if (isDone(state)) {
    if (done.length === 0 && notDue !== undefined) return { kind: 'nothing', title: 'Not run', sentence: notDue };
    if (done.length === 0)
      return {
        kind: 'nothing',
        title: 'Nothing to do',
        sentence: 'Nothing is left to run. What was applied is not run again, also where it was reverted since.',
      };
    const isReverted = done.every((migration) => migration.state === 'reverted');
    return {
      kind: 'done',
      title: isReverted ? 'Reverted' : 'Shipped',
      sentence: [isReverted ? brought(done) : shipped(done), ...(notDue === undefined ? [] : [notDue])].join(' '),
    };
  }
  const stopped = migrations.find((migration) => !isDone(migration.state) && migration.state !== 'queued');
  const waiting = migrations.filter((migration) => migration.state === 'queued').length;
  const following = migrations.filter((migration) => isInTurn(migration) && migration !== stopped);
  const unreached = stopped?.error ?? error;
  const sentence = [
    // Which server, and what is wrong with it: nothing else helps the reader.
    ...(stopped !== undefined && unreached !== null && isUnreached(unreached.code)
      ? [asSentence(unreached.message)]
      : []),
    stopped === undefined
      ? asSentence(firstLine(error?.message ?? 'It did not start.'))
      : whatStopped(stopped, isChangedBefore(stopped, migrations)),
    ...(done.length === 0 ? [] : [`Completed before it: ${formatNumberOf(done.length, 'statement')}, ${price(done)}.`]),
    ...(following.length === 0 ? [] : [whatFollows(following)]),
    ...(waiting === 0 ? [] : [`${formatNumberOf(waiting, 'statement was', 'statements were')} not started.`]),
  ].join(' ');
  if (state === 'aborted') return { kind: 'stopped', title: 'Aborted', sentence };
  if (state === 'yielded') return { kind: 'stopped', title: 'To be continued', sentence };
  return { kind: 'failed', title: failedTitle(stopped, done.length > 0 || waiting === 0), sentence };
}

function failedTitle(stopped: Outcome | undefined, wasBegun: boolean): string {
  if (stopped?.tableState === 'unknown') return 'A person must look';
  const isStarted = stopped === undefined ? wasBegun : !isAnothers(stopped.error?.code);
  return isStarted ? 'Failed' : 'Not started';
}

/** Whether the table is another migration's, alive or waiting to be resumed. */
function isAnothers(code: string | undefined): boolean {
  return code === 'already-running';
}

/** Of a run that another one goes on with: it was not begun, and follows. */
export function isInTurn(migration: Outcome): boolean {
  return migration.state === 'yielded' && !isBegun(migration);
}

/**
 * @param named as a statement is called
 * @param whose more about the statements, such as whose they are
 */
export function whatFollows(
  following: readonly Outcome[],
  named: (migration: Outcome) => string = ({ table }) => table,
  whose = '',
): string {
  const [wait, follow] = following.length === 1 ? ['waits', 'follows'] : ['wait', 'follow'];
  const names = [...new Set(following.map(named))];
  const rest = names.length - mostNamed;
  const shown = rest > 1 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
  const count = [formatNumberOf(following.length, 'statement'), ...(whose === '' ? [] : [whose])].join(' ');
  return `${count} ${wait} behind it and ${follow} in the same order: ${enumerate(shown)}.`;
}

/** A sentence has no room for more. */
const mostNamed = 8;

function isUnreached(code: string): boolean {
  return code === 'cannot-connect' || code === 'access-denied';
}

/** `users is changed: 2.8 M rows copied in 42 s, writers waited 23 ms.` */
function shipped(done: readonly Outcome[]): string {
  const became = new Map(
    done.filter(({ tableState }) => tableState !== 'unchanged').map((outcome) => [outcome.table, verbOf(outcome)]),
  );
  const others = tablesOf(done).filter((table) => !became.has(table));
  const are = (tables: readonly string[]): string => `${enumerate(tables)} ${tables.length === 1 ? 'is' : 'are'}`;
  const changes = [...new Set(became.values())].map(
    (verb) => `${are([...became.keys()].filter((table) => became.get(table) === verb))} ${verb}`,
  );
  return [
    ...(changes.length === 0 ? [] : [`${enumerate(changes)}: ${price(done)}.`]),
    ...(others.length === 0 ? [] : [`${are(others)} as before: the statement had nothing to do.`]),
  ].join(' ');
}

const verbs: Partial<Record<Statement['kind'], string>> = {
  'create-table': 'made',
  'drop-table': 'dropped',
  'rename-table': 'renamed',
};

/** What a statement has done to its table. */
function verbOf({ statement }: Outcome): string {
  return verbs[parseStatement(statement, { start: 0, end: statement.length }).kind] ?? 'changed';
}

function tablesOf(migrations: readonly Outcome[]): readonly string[] {
  return [...new Set(migrations.map(({ table }) => table))];
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

/** What comes beside the copy is worth a word where it takes that long: mostly a person was waited for. */
const muchMoreMs = 10_000;

function price(done: readonly Outcome[]): string {
  const rows = done.reduce((total, { rowsCopied }) => total + rowsCopied, 0);
  const durationMs = done.reduce((total, migration) => total + migration.durationMs, 0);
  const copyMs = done.reduce((total, migration) => total + (migration.copyMs || migration.durationMs), 0);
  const duration = formatDuration(durationMs);
  const lockedMs = Math.max(...done.map((migration) => migration.lockedMs));
  const isOfSeveral = done.some(({ resumed, rowsCopied }) => resumed && rowsCopied > 0);
  const copied = `${formatNumberOf(rows, 'row')} copied`;
  const work = isOfSeveral
    ? `${copied}, those of earlier runs among them; this one took ${duration}`
    : rows > 0
      ? `${copied} in ${formatDuration(copyMs)}${durationMs - copyMs < muchMoreMs ? '' : `, ${duration} in all`}`
      : `done in ${duration}`;
  return lockedMs > 0 ? `${work}, writers waited ${formatDuration(lockedMs)}` : work;
}

/** Whether statements of the run that stand before this one have changed its table. */
export function isChangedBefore(outcome: Outcome, migrations: readonly Outcome[]): boolean {
  return migrations
    .slice(0, migrations.indexOf(outcome))
    .some(({ table, tableState }) => table === outcome.table && tableState !== 'unchanged');
}

function whatStopped(outcome: Outcome, hasChanged: boolean): string {
  const { table, tableState, state, error } = outcome;
  if (isInTurn(outcome)) return `The migration of ${table} was not begun, and the next run begins it.`;
  const what = isRevert(outcome) ? 'revert' : 'migration';
  const migration = table === '' ? 'A statement' : `The ${what} of ${table}`;
  const end = state === 'aborted' ? 'was aborted' : state === 'yielded' ? 'goes on in another run' : 'failed';
  const code = error?.code ?? '';
  if (error !== null && isAnothers(code) && tableState === 'unchanged')
    return `${asSentence(firstLine(error.message))} ${tableStateSentence(tableState, table, code, hasChanged)}`;
  const none = table === '' || (code === 'unknown-table' && !hasChanged) ? 'nothing was changed' : null;
  const left = hasChanged ? `${table} is as the statements before it have left it` : null;
  if (outcome.resumed && code === 'plan-changed')
    return `${migration} was not resumed; ${table} is as it was, and its copy is kept.`;
  if (state === 'failed' && tableState === 'unchanged' && wasRefused(outcome) && code !== 'original-changed')
    return `${migration} was refused; ${none ?? left ?? `${table} is as it was`}.`;
  const remarks = (outcome.remarks ?? []).map((remark) => ` ${remark}`).join('');
  if (tableState === 'unchanged' && code !== 'original-changed')
    return `${migration} ${end}; ${none ?? left ?? `${table} is as it was before it`}.${remarks}`;
  return `${migration} ${end}. ${tableStateSentence(tableState, table, code)}`;
}

/** Whether nothing at all was tried: to look at the table first takes time as well. */
function wasRefused({ algorithm, durationMs, error }: Outcome): boolean {
  return algorithm === null && (durationMs === 0 || (error !== null && refusals.includes(error.code)));
}

/** What is said of a statement only before anything is made for it, as long as no way is chosen. */
const refusals: readonly ErrorCode[] = [
  'usage',
  'unsupported-server',
  'unsupported-statement',
  'unsupported-table',
  'unknown-table',
  'leftover-tables',
  'no-migration-key',
  'binlog-not-usable',
];
