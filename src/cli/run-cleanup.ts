import { cleanup } from '../commands/control/cleanup.ts';
import { cleanupText } from '../report/cleanup-text.ts';
import { done, type Run, settingsOf } from './invocation.ts';
import { writeOut } from './write.ts';

export const runCleanup: Run = async (invocation, signal) => {
  const report = await cleanup(invocation.table, await settingsOf(invocation), signal, {
    dryRun: invocation.dryRun,
    takesOver: invocation.takeOver,
    olderThanMs: invocation.olderThanMs,
  });
  writeOut(cleanupText(report));
  return done(report);
};
