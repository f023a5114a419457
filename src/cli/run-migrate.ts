import { migrateSource } from '../commands/migrate/migrate-source.ts';
import { type Run, settingsOf } from './invocation.ts';
import { originHere } from './origin-here.ts';
import { openRunDisplay } from './run-display.ts';
import { sourceOf } from './source-of.ts';
import { tellOutcome } from './tell-outcome.ts';
import { textStream } from './write.ts';

export const runMigrate: Run = async (invocation, signal) => {
  const settings = await settingsOf(invocation);
  const unread = await sourceOf(invocation, settings);
  const display = openRunDisplay(textStream());
  const work = { settings, unread, origin: originHere(), takesOver: invocation.takeOver };
  const outcome = await migrateSource(work, display.observe, signal).finally(() => display.close());
  return await tellOutcome(outcome, settings, signal);
};
