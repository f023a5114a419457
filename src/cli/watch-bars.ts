import { MultiBar, type SingleBar } from 'cli-progress';
import type { MigrationStatus } from '../commands/control/status.ts';
import { copiedPercent } from '../report/progress-line.ts';
import { statusLine } from '../report/status-text.ts';
import { visible } from '../support/visible.ts';

export interface WatchBars {
  readonly show: (migrations: readonly MigrationStatus[]) => void;
  readonly close: () => void;
}

/** For a terminal: a bar for each migration, which moves in its place. */
export function openWatchBars(stream: NodeJS.WriteStream): WatchBars {
  const all = new MultiBar({
    stream,
    format: '[{bar}] {line}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    fps: 4,
    hideCursor: true,
    clearOnComplete: true,
    // The process handles Ctrl-C itself.
    gracefulExit: false,
  });
  const bars = new Map<string, SingleBar>();
  return {
    show(migrations) {
      const current = migrations.filter(({ life }) => life !== 'finished');
      for (const [id, bar] of bars) {
        if (current.some((migration) => migration.id === id)) continue;
        all.remove(bar);
        bars.delete(id);
      }
      for (const migration of current) {
        const bar = bars.get(migration.id) ?? all.create(100, 0, { line: '' });
        bars.set(migration.id, bar);
        const percent = migration.progress === null ? 0 : copiedPercent(migration.progress);
        bar.update(percent, { line: visible(statusLine(migration)) });
      }
    },
    close: () => all.stop(),
  };
}
