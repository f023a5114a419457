import { control } from '../commands/control/control.ts';
import { parseControlCommand } from '../commands/control/control-command.ts';
import { done, type Run, settingsOf } from './invocation.ts';
import { writeOut } from './write.ts';

export const runControl: Run = async (invocation, signal) => {
  const { command, words, table } = invocation;
  const parsed = parseControlCommand([command, ...words, ...(table === null ? [] : [table])].join(' '));
  const migration = await control(parsed, await settingsOf(invocation), signal);
  writeOut(`The migration of ${migration.table} was told: ${command}.`);
  return done(migration);
};
