const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

export function shownTime(date: Date): string {
  return `on ${format.format(date)} UTC`;
}

export function shownDuration(from: Date | null, to: Date | null): string {
  if (from === null || to === null) return '';
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
}
