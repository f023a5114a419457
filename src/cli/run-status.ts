import { status } from '../commands/control/control.ts';
import { statusText } from '../report/status-text.ts';
import { done, type Run, settingsOf } from './invocation.ts';

export const runStatus: Run = async (invocation, signal) => {
  const migrations = await status(invocation.table, await settingsOf(invocation), signal);
  process.stdout.write(`${statusText(migrations)}\n`);
  return done({ migrations });
};
