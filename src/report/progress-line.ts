import type { Progress } from '../engine/events.ts';
import { holdText } from './hold-text.ts';
import { formatCount, formatDuration, formatNumberOf } from './quantity.ts';
import { stateWords } from './words.ts';

/** `copying 43 % · 1.2 M of 2.8 M rows · 210 k rows/s · 8 s left · lag 40 ms` */
export function progressLine(progress: Progress): string {
  return parts(progress).join(' · ');
}

/** 0 to 100. The copy may pass the estimated number of rows. So 100 is shown only when the copy is over. */
export function copiedPercent({ state, rowsCopied, rowsEstimated }: Progress): number {
  if (state !== 'copying') return stagesBeforeCopy.includes(state) ? 0 : 100;
  return Math.min(99, Math.floor((100 * rowsCopied) / Math.max(1, rowsEstimated)));
}

const stagesBeforeCopy: readonly Progress['state'][] = ['queued', 'preflight'];
const stagesBesideWriters: readonly Progress['state'][] = ['catching_up', 'verifying', 'waiting_for_cutover', 'paused'];

function parts(progress: Progress): string[] {
  const { state, rowsCopied, rowsEstimated, changesApplied, dirtyKeys, elapsedMs, remainingMs, rowsPerSecond } =
    progress;
  const lag = `lag ${formatDuration(progress.streamLagMs)}`;
  const holds = progress.holds.map((hold) => holdText(hold, progress));
  const held = [
    ...(progress.throttlePercent > 0 ? [`throttled ${progress.throttlePercent} %`] : []),
    ...(holds.length === 0 ? [] : [`held by ${holds.join(', ')}`]),
  ];
  if (state === 'copying') {
    return [
      `copying ${copiedPercent(progress)} %`,
      `${formatCount(rowsCopied)} of ${formatNumberOf(Math.max(rowsEstimated, rowsCopied), 'row')}`,
      ...(rowsPerSecond > 0 ? [`${formatCount(rowsPerSecond)} rows/s`] : []),
      ...(remainingMs === null ? [] : [`${formatDuration(remainingMs)} left`]),
      lag,
      ...held,
    ];
  }
  if (!stagesBesideWriters.includes(state)) return [stateWords[state], formatDuration(elapsedMs), ...held];
  return [
    stateWords[state],
    ...indexParts(progress),
    `${formatNumberOf(rowsCopied, 'row')} copied`,
    `${formatNumberOf(changesApplied, 'change')} applied`,
    ...(dirtyKeys > 0 ? [`${formatCount(dirtyKeys)} to go`] : []),
    lag,
    ...held,
  ];
}

function indexParts({ indexBuild }: Progress): string[] {
  if (indexBuild === null) return [];
  const what = `building ${indexBuild.indexes} ${indexBuild.indexes === 1 ? 'index' : 'indexes'}`;
  return [indexBuild.share === null ? what : `${what}, ${Math.floor(indexBuild.share * 100)} %`];
}
