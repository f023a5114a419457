import { control } from '../commands/control/control.ts';
import { parseControlCommand, signedBy } from '../commands/control/control-command.ts';
import { answerText } from '../report/answer-text.ts';
import { done, type Run, settingsOf } from './invocation.ts';
import { originHere } from './origin-here.ts';
import { runCleanup } from './run-cleanup.ts';
import { writeOut } from './write.ts';

export const runControl: Run = async (invocation, signal) => {
  const { command, words, table, takeOver } = invocation;
  // One that is gone hears no command.
  if (command === 'abort' && takeOver) return runCleanup(invocation, signal);
  const said = [command, ...words].join(' ');
  const parsed = signedBy(parseControlCommand(said), originHere().actor);
  const told = await control({ ...parsed, table: table ?? parsed.table }, await settingsOf(invocation), signal);
  writeOut(answerText(told, said));
  return done(told);
};
