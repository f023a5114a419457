import { type MigrationStatus, status } from '../commands/control/status.ts';
import { watch } from '../commands/control/watch.ts';
import type { Settings } from '../commands/options/settings.ts';
import { statusText } from '../report/status-text.ts';
import { openWatchLog } from '../report/watch-log.ts';
import { done, type Invocation, type Run, settingsOf } from './invocation.ts';
import { openWatchBars } from './watch-bars.ts';
import { textStream, writeOut } from './write.ts';

export const runStatus: Run = async (invocation, signal) => {
  const settings = await settingsOf(invocation);
  const migrations = await (invocation.watch
    ? watchStatus(invocation, settings, signal)
    : status(invocation.table, settings, signal));
  writeOut(statusText(migrations));
  return done({ migrations });
};

/** Until nothing runs any more. */
async function watchStatus({ table }: Invocation, settings: Settings, signal: AbortSignal): Promise<MigrationStatus[]> {
  const stream = textStream();
  if (stream.isTTY) {
    const bars = openWatchBars(stream);
    return watch(table, settings, bars.show, signal).finally(bars.close);
  }
  const linesOf = openWatchLog();
  const show = (migrations: readonly MigrationStatus[]): void => {
    for (const line of linesOf(migrations)) writeOut(line);
  };
  return watch(table, settings, show, signal);
}
