import type { MigrationStatus } from '../commands/control/status.ts';
import { nowMs } from '../support/clock.ts';
import { statusLine } from './status-text.ts';

const lineEveryMs = 10_000;

/** The status as a log shows it: whatever changes what a person would do at once, how far it is now and then. */
export function openWatchLog(): (migrations: readonly MigrationStatus[]) => readonly string[] {
  const last = new Map<string, { readonly moment: string; readonly atMs: number }>();
  return (migrations) => {
    const news = migrations
      .filter(({ life }) => life !== 'finished')
      .filter((migration) => {
        const before = last.get(migration.id);
        const moment = momentOf(migration);
        if (before?.moment === moment && nowMs() - before.atMs < lineEveryMs) return false;
        last.set(migration.id, { moment, atMs: nowMs() });
        return true;
      });
    return news.map(statusLine);
  };
}

function momentOf({ state, life, progress, throttlePercent, cutover }: MigrationStatus): string {
  const reasons = (progress?.holds ?? []).filter(({ forMs }) => forMs > 1_000).map(({ reason }) => reason);
  return JSON.stringify([state, life, progress?.state, reasons, throttlePercent, cutover.attempts]);
}
