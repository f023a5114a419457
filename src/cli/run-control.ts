import { control } from '../commands/control/control.ts';
import { parseControlCommand } from '../commands/control/control-command.ts';
import { done, type Run, settingsOf } from './invocation.ts';
import { runCleanup } from './run-cleanup.ts';
import { writeOut } from './write.ts';

export const runControl: Run = async (invocation, signal) => {
  const { command, words, table, takeOver } = invocation;
  // One that is gone hears no command.
  if (command === 'abort' && takeOver) return runCleanup(invocation, signal);
  const parsed = parseControlCommand([command, ...words, ...(table === null ? [] : [table])].join(' '));
  const migration = await control(parsed, await settingsOf(invocation), signal);
  writeOut(`The migration of ${migration.table} was told: ${command}.`);
  return done(migration);
};
