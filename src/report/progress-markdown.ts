import type { Progress } from '../engine/events.ts';
import { holdText } from './hold-text.ts';
import { prose } from './markdown.ts';
import { copiedPercent } from './progress-line.ts';
import { formatCount, formatDuration, formatNumberOf } from './quantity.ts';

const barLength = 24;

/** How far a migration is, for a page that is looked at now and then. */
export function progressMarkdown(progress: Progress): string {
  const { rowsCopied, rowsEstimated, rowsPerSecond, changesApplied, dirtyKeys, streamLagMs, holds } = progress;
  const percent = copiedPercent(progress);
  const filled = Math.round((barLength * percent) / 100);
  const bar = `${'▰'.repeat(filled)}${'▱'.repeat(barLength - filled)}`;
  const rate = rowsPerSecond > 0 ? `, ${formatCount(rowsPerSecond)} a second` : '';
  const lines = [
    `**Rows:** ${formatCount(rowsCopied)} of ${formatNumberOf(Math.max(rowsEstimated, rowsCopied), 'row')}${rate}`,
    `**Time:** ${timeLeft(progress)}`,
    `**Changes of others:** ${formatCount(changesApplied)} applied, ${formatCount(dirtyKeys)} to go`,
    `**Lag:** ${formatDuration(streamLagMs)}`,
    ...holds.map((hold) => `**Held** for ${formatDuration(hold.forMs)} by ${prose(holdText(hold, progress))}`),
  ];
  return [`${bar} **${percent} %** copied`, lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

/** A copy that stands still has no end to be told. */
function timeLeft({ state, remainingMs, holds, elapsedMs }: Progress): string {
  const since = `${formatDuration(elapsedMs)} so far`;
  if (state === 'paused' || holds.some(({ reason }) => reason === 'paused'))
    return `left unknown while it is paused; ${since}`;
  if (remainingMs !== null && state === 'copying') return `about ${formatDuration(remainingMs)} left; ${since}`;
  return state === 'copying' ? `left not known yet; ${since}` : since;
}
