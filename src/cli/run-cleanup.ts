import { cleanup } from '../commands/cleanup.ts';
import { done, type Run, settingsOf } from './invocation.ts';

export const runCleanup: Run = async (invocation, signal) => {
  const report = await cleanup(invocation.table, await settingsOf(invocation), signal);
  for (const table of report.dropped) process.stdout.write(`Dropped ${table}.\n`);
  for (const { table, reason } of report.kept) process.stdout.write(`Kept ${table}: ${reason}.\n`);
  if (report.dropped.length + report.kept.length === 0) process.stdout.write('There is nothing to clean up.\n');
  return done(report);
};
