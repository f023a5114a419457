import { exitCodeOf } from '../commands/migrate/exit-code.ts';
import { rehearseSource } from '../commands/rehearse/rehearse-source.ts';
import { rehearsalRunText } from '../report/rehearsal-text.ts';
import { rehearsalVerdict } from '../report/rehearsal-verdict.ts';
import { type Run, settingsOf } from './invocation.ts';
import { openReport } from './report-file.ts';
import { openRunDisplay } from './run-display.ts';
import { sourceOf } from './source-of.ts';
import { textStream, writeOut } from './write.ts';

export const runRehearse: Run = async (invocation, signal) => {
  const settings = await settingsOf(invocation);
  const unread = await sourceOf(invocation, settings);
  const report = await openReport(invocation, settings);
  const display = openRunDisplay(textStream());
  const run = await rehearseSource({ settings, unread }, report.watch(display.observe), signal).finally(() =>
    display.close(),
  );
  await report.write(run, rehearsalVerdict(run));
  writeOut(rehearsalRunText(run));
  return { json: run, exitCode: exitCodeOf(run) };
};
