import type { MigrationStatus } from '../commands/control/status.ts';
import { blockerText } from '../engine/cutover/blockers.ts';
import { clip } from './clip.ts';
import { progressLine } from './progress-line.ts';
import { formatDuration, formatNumberOf } from './quantity.ts';
import { stateWords } from './words.ts';

/** What is running in a database, was left behind there, or ended lately; a paragraph each. */
export function statusText(migrations: readonly MigrationStatus[]): string {
  const finished = migrations.filter(({ life }) => life === 'finished');
  const current = migrations.filter(({ life }) => life !== 'finished');
  return [
    ...(current.length === 0 ? ['No migration is running.'] : current.map(currentText)),
    ...(finished.length === 0 ? [] : [['Finished lately:', ...finished.map(finishedText)].join('\n')]),
  ].join('\n\n');
}

/** How far it is, in one line. */
export function statusLine({ table, life, state, swapped, silentMs, progress }: MigrationStatus): string {
  const held = state === 'paused' ? 'paused: ' : '';
  const far = progress === null ? stateWords[state] : `${held}${progressLine(progress)}`;
  if (life === 'running') return `${table}: ${far}`;
  const ago = formatDuration(silentMs);
  if (life === 'yielded') return `${table}: yielded ${ago} ago; the next run goes on with it, and abort ends it`;
  if (swapped) {
    return `${table}: swapped, and its run died ${ago} ago before it could say so; the next run finishes what is left, and so does cleanup`;
  }
  return progress === null
    ? `${table}: its run died ${ago} ago while it was ${far}`
    : `${table}: left behind ${ago} ago while ${far}; the next run goes on with it, and cleanup removes it`;
}

function currentText(migration: MigrationStatus): string {
  const { statement, startedAt, id, life, silentMs, cutover } = migration;
  const heard = life === 'running' ? [`last sign of life ${formatDuration(silentMs)} ago`] : [];
  return [
    statusLine(migration),
    clip(statement, 200),
    [`started ${startedAt ?? 'at an unknown time'}`, `id ${id}`, ...heard].join(' · '),
    ...originLines(migration),
    ...failureLines(cutover),
  ].join('\n  ');
}

function originLines({ run: { url, pullRequest, commit, actor } }: MigrationStatus): string[] {
  const parts = [
    ...(pullRequest === null ? [] : [`pull request #${pullRequest}`]),
    ...(commit === null ? [] : [`commit ${commit.slice(0, 12)}`]),
    ...(actor === null ? [] : [`by ${actor}`]),
    ...(url === null ? [] : [url]),
  ];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

function failureLines({ attempts, lastFailure }: MigrationStatus['cutover']): string[] {
  if (lastFailure === null) return [];
  const { why, agoMs, blockers } = lastFailure;
  return [
    `cutover attempt ${attempts} was undone ${formatDuration(agoMs)} ago: ${why}`,
    ...blockers.map((blocker) => `  blocked by ${blockerText(blocker)}`),
  ];
}

function finishedText({ table, state, finishedAt, statement, outcome }: MigrationStatus): string {
  const rows =
    outcome === null || outcome.rowsCopied === 0 ? [] : [`${formatNumberOf(outcome.rowsCopied, 'row')} copied`];
  const took = outcome === null ? [] : [`in ${formatDuration(outcome.durationMs)}`];
  const error = outcome?.error ? [outcome.error.code] : [];
  const parts = [`${stateWords[state]} ${finishedAt ?? ''}`.trim(), ...took, ...rows, ...error];
  return `  ${table}: ${parts.join(' · ')} · ${clip(statement, 100)}`;
}
