import { revert } from '../commands/revert/revert.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import { type Run, settingsOf } from './invocation.ts';
import { originHere } from './origin-here.ts';
import { openReport } from './report-file.ts';
import { openRunDisplay } from './run-display.ts';
import { tellOutcome } from './tell-outcome.ts';
import { textStream } from './write.ts';

export const runRevert: Run = async (invocation, signal) => {
  const { table, takeOver } = invocation;
  const settings = await settingsOf(invocation);
  const report = await openReport(invocation, settings);
  const display = openRunDisplay(textStream());
  const work = { table, settings, origin: originHere(), takesOver: takeOver };
  const outcome = await revert(work, report.watch(display.observe), signal).finally(() => display.close());
  await report.write(outcome, outcomeVerdict(outcome));
  return await tellOutcome(outcome, settings, signal);
};
