import { status } from '../commands/control/control.ts';
import { statusText } from '../report/status-text.ts';
import { done, type Run, settingsOf } from './invocation.ts';
import { writeOut } from './write.ts';

export const runStatus: Run = async (invocation, signal) => {
  const migrations = await status(invocation.table, await settingsOf(invocation), signal);
  writeOut(statusText(migrations));
  return done({ migrations });
};
