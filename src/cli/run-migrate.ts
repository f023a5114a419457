import { exitCodeOf } from '../commands/migrate/exit-code.ts';
import { migrateSource } from '../commands/migrate/migrate-source.ts';
import { runErrorTexts, runText } from '../report/outcome-text.ts';
import { type Run, settingsOf } from './invocation.ts';
import { originOf } from './origin-of.ts';
import { openRunDisplay } from './run-display.ts';
import { sourceOf } from './source-of.ts';
import { textStream, writeError, writeOut } from './write.ts';

export const runMigrate: Run = async (invocation, signal) => {
  const settings = await settingsOf(invocation);
  const unread = await sourceOf(invocation, settings);
  const display = openRunDisplay(textStream());
  const work = { settings, unread, origin: originOf(), takesOver: invocation.takeOver };
  const outcome = await migrateSource(work, display.observe, signal).finally(() => display.close());
  for (const text of runErrorTexts(outcome)) writeError(text);
  writeOut(runText(outcome));
  return { json: outcome, exitCode: exitCodeOf(outcome) };
};
