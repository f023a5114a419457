import type { MigrationStatus } from '../commands/control/status.ts';
import { isRevert } from '../commands/migrate/run-outcome.ts';
import { blockerText } from '../engine/cutover/blockers.ts';
import { inTerminal } from '../support/command-words.ts';
import { formatMoment } from '../support/moment.ts';
import { clip } from './clip.ts';
import { orphanedText } from './orphan-text.ts';
import { progressLine } from './progress-line.ts';
import { formatDuration, formatNumberOf } from './quantity.ts';
import { stateWords } from './words.ts';

/**
 * What is running in a database, was left behind there, or ended lately; a paragraph each.
 *
 * @param orphaned those of them that no file has the statement of any more
 */
export function statusText(migrations: readonly MigrationStatus[], orphaned: readonly MigrationStatus[] = []): string {
  const finished = migrations.filter(({ life }) => life === 'finished');
  const current = migrations.filter(({ life }) => life !== 'finished');
  return [
    ...(current.length === 0
      ? ['No migration is running.']
      : current.map((one) => currentText(one, orphaned.includes(one)))),
    ...(finished.length === 0 ? [] : [['Finished lately:', ...finished.map(finishedText)].join('\n')]),
  ].join('\n\n');
}

/** How far it is, in one line. */
export function statusLine(migration: MigrationStatus): string {
  const { table, life, state, swapped, became, silentMs, startedAt, progress } = migration;
  const held = state === 'paused' ? 'paused: ' : '';
  const far = progress === null ? stateWords[state] : `${held}${progressLine(progress)}`;
  if (life === 'running') return `${table}: ${far}`;
  const ago = formatDuration(silentMs);
  if (life === 'yielded' && startedAt === null) return `${table}: not begun; the next run begins it in its turn`;
  const reverting = isRevert(migration) ? inTerminal('revert', table) : null;
  if (migration.awaitsCutover)
    return `${table}: yielded ${ago} ago, with all copied; it waits for the command cutover, and ${reverting ?? 'the next run that has its statement'} swaps then. abort ends it`;
  if (life === 'yielded')
    return `${table}: yielded ${ago} ago; ${reverting ?? 'the next run that has its statement'} goes on with it, and abort ends it`;
  if (swapped) {
    return `${table}: swapped, and its run died ${ago} ago before it could say so; the next run finishes what is left, and so does cleanup`;
  }
  if (became === 'done')
    return `${table}: the server has carried it out, and its run died ${ago} ago before it could say so; the next run writes that down, and so does cleanup`;
  if (became === 'unclear')
    return `${table}: its run died ${ago} ago, and the tables do not tell whether its statement was carried out; the next run says what to look at`;
  const ending =
    reverting === null
      ? 'the next run goes on with it, and cleanup removes it'
      : `${reverting} goes on with it where nobody has altered the table since, and abort ends it`;
  return progress === null
    ? `${table}: its run died ${ago} ago, and was ${far} when it last said so`
    : `${table}: left behind ${ago} ago, and was ${far} when it last said so; ${ending}`;
}

function currentText(migration: MigrationStatus, isOrphaned: boolean): string {
  const { statement, id, life, silentMs, cutover } = migration;
  const heard = life === 'running' ? [`last sign of life ${formatDuration(silentMs)} ago`] : [];
  return [
    isOrphaned ? orphanedText(migration) : statusLine(migration),
    clip(statement, 200),
    [startOf(migration), `id ${id}`, ...heard].join(' · '),
    ...takenLines(migration),
    ...toldLines(migration),
    ...originLines(migration),
    ...waitLines(cutover),
    ...failureLines(cutover),
  ].join('\n  ');
}

/** An ended revert gives the table as it was its name back. */
function takenLines(migration: MigrationStatus): string[] {
  const { inTheWay } = migration;
  if (inTheWay === null) return [];
  const who = isRevert(migration) ? 'whoever goes on with it or ends it' : 'the run that goes on with it';
  return [`${who} needs the name ${inTheWay}, which somebody's table has: rename that one first`];
}

/** What people have told it. While it runs, its first line has the rest. */
function toldLines({ life, became, paused, throttlePercent, cutoverOrdered }: MigrationStatus): string[] {
  if (became !== null) return [];
  const cutover = cutoverOrdered ? ['swaps the tables as soon as everything is copied and compared'] : [];
  if (life === 'running') return cutover.map((told) => `told by people: it ${told}`);
  const told = [
    ...(paused ? ['is paused until `ghostship resume`'] : []),
    ...(throttlePercent > 0 ? [`rests ${throttlePercent} % of the time`] : []),
    ...cutover,
  ];
  return told.length === 0 ? [] : [`told by people: the run that goes on with it ${told.join(', and ')}`];
}

function startOf({ startedAt, life }: MigrationStatus): string {
  if (startedAt !== null) return `started ${formatMoment(startedAt)}`;
  return life === 'yielded' ? 'not started' : 'started at an unknown time';
}

function originLines({ run: { url, pullRequest, commit, actor, namespace } }: MigrationStatus): string[] {
  const parts = [
    ...(namespace === null ? [] : [`namespace ${namespace}`]),
    ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]),
    ...(commit === null ? [] : [`commit ${commit.slice(0, 12)}`]),
    ...(actor === null ? [] : [`by ${actor}`]),
    ...(url === null ? [] : [url]),
  ];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

function waitLines({ waiting }: MigrationStatus['cutover']): string[] {
  if (waiting === null) return [];
  const { forMs, blockers } = waiting;
  const whom = blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`);
  return [
    `the cutover has waited for the table for ${formatDuration(forMs)}`,
    ...(whom.length === 0 ? ['  the server does not show who has it'] : whom),
  ];
}

function failureLines({ attempts, lastFailure }: MigrationStatus['cutover']): string[] {
  if (lastFailure === null) return [];
  const { why, agoMs, blockers } = lastFailure;
  return [
    `cutover attempt ${attempts} was undone ${formatDuration(agoMs)} ago: ${why}`,
    ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`),
  ];
}

function finishedText({ table, state, finishedAt, statement, outcome, retired }: MigrationStatus): string {
  const rows =
    outcome === null || outcome.rowsCopied === 0 ? [] : [`${formatNumberOf(outcome.rowsCopied, 'row')} copied`];
  const took = outcome === null ? [] : [`in ${formatDuration(outcome.durationMs)}`];
  const error = outcome?.error ? [outcome.error.code] : [];
  const kept = retired === null ? [] : [keptText(retired)];
  const parts = [
    `${stateWords[state]} ${finishedAt === null ? '' : formatMoment(finishedAt)}`.trim(),
    ...took,
    ...rows,
    ...error,
    ...kept,
  ];
  return `  ${table}: ${parts.join(' · ')} · ${clip(statement, 100)}`;
}

function keptText({ table, keptForMs }: NonNullable<MigrationStatus['retired']>): string {
  if (keptForMs === null) return `${table} is kept`;
  return keptForMs === 0
    ? `${table} goes with the next cleanup`
    : `${table} is kept for another ${formatDuration(keptForMs)}`;
}
