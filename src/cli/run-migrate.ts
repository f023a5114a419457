import { migrateSource } from '../commands/migrate/migrate-source.ts';
import { foresee } from '../commands/plan/foresee.ts';
import { planOnce } from '../commands/plan/plan-once.ts';
import { outcomeVerdict } from '../report/outcome-verdict.ts';
import { type Run, settingsOf } from './invocation.ts';
import { openMessenger } from './messenger.ts';
import { originHere } from './origin-here.ts';
import { openReport } from './report-file.ts';
import { openRunDisplay } from './run-display.ts';
import { sourceOf } from './source-of.ts';
import { tellOutcome } from './tell-outcome.ts';
import { textStream } from './write.ts';

export const runMigrate: Run = async (invocation, signal) => {
  const settings = await settingsOf(invocation);
  const unread = await sourceOf(invocation, settings);
  const origin = originHere();
  const messenger = openMessenger(settings, origin.actor ?? '');
  const report = await openReport(invocation, settings);
  const display = openRunDisplay(textStream());
  const planNow = planOnce(unread, settings);
  const work = { settings, unread, origin, takesOver: invocation.takeOver, foresee: foresee(planNow, settings) };
  const outcome = await migrateSource(work, report.watch(messenger.watch(display.observe)), signal).finally(() =>
    display.close(),
  );
  await report.write(outcome, outcomeVerdict(outcome));
  if (outcome.state !== 'yielded') await messenger.tellEnd(outcomeVerdict(outcome));
  return await tellOutcome(outcome, settings, signal);
};
