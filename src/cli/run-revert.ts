import { exitCodeOf } from '../commands/migrate/exit-code.ts';
import { revert } from '../commands/revert/revert.ts';
import { runErrorTexts, runText } from '../report/outcome-text.ts';
import { type Run, settingsOf } from './invocation.ts';
import { originHere } from './origin-here.ts';
import { openRunDisplay } from './run-display.ts';
import { textStream, writeError, writeOut } from './write.ts';

export const runRevert: Run = async (invocation, signal) => {
  const { table, takeOver } = invocation;
  const settings = await settingsOf(invocation);
  const display = openRunDisplay(textStream());
  const work = { table, settings, origin: originHere(), takesOver: takeOver };
  const outcome = await revert(work, display.observe, signal).finally(() => display.close());
  for (const text of runErrorTexts(outcome)) writeError(text);
  writeOut(runText(outcome));
  return { json: outcome, exitCode: exitCodeOf(outcome) };
};
