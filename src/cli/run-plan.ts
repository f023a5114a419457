import { exitCodeOfError, exitCodes } from '../commands/migrate/exit-code.ts';
import { plan } from '../commands/plan/plan.ts';
import { planFailed } from '../commands/plan/plan-report.ts';
import { planText } from '../report/plan-text.ts';
import { type Run, settingsOf } from './invocation.ts';
import { sourceOf } from './source-of.ts';
import { writeOut } from './write.ts';

export const runPlan: Run = async (invocation, signal) => {
  const settings = await settingsOf(invocation);
  const report = await plan(await sourceOf(invocation, settings), settings, signal);
  writeOut(planText(report));
  return { json: report, exitCode: planFailed(report) ? exitCodeOfError(report.problem) : exitCodes.done };
};
