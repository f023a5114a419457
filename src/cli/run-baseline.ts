import { baseline } from '../commands/ledger/baseline-command.ts';
import { baselineText } from '../report/baseline-text.ts';
import { GhostshipError } from '../support/errors.ts';
import { done, filesOf, type Run, settingsOf } from './invocation.ts';
import { originHere } from './origin-here.ts';
import { writeOut } from './write.ts';

export const runBaseline: Run = async (invocation) => {
  const settings = await settingsOf(invocation);
  const { through } = invocation;
  if (through === null) {
    throw new GhostshipError('usage', 'baseline needs --through.', {
      hint: 'Name the last file that was applied before Ghostship came: --through migrations/0042_users.sql',
    });
  }
  const report = await baseline(await filesOf(invocation, settings), through, settings, originHere());
  writeOut(baselineText(report));
  return done(report);
};
