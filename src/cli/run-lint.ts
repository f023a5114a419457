import { lint } from '../commands/lint/lint.ts';
import { hasErrors } from '../commands/lint/lint-summary.ts';
import { exitCodes } from '../commands/migrate/exit-code.ts';
import { modeOf } from '../commands/statements/ask-mode.ts';
import { readSource } from '../commands/statements/source.ts';
import { version } from '../commands/version.ts';
import { lintText } from '../report/lint-text.ts';
import { filesOf, type Run, settingsOf } from './invocation.ts';
import { writeOut } from './write.ts';

export const runLint: Run = async (invocation) => {
  const settings = await settingsOf(invocation);
  const files = await filesOf(invocation, settings);
  const summary = lint(readSource({ files }, settings, modeOf(settings)), settings);
  writeOut(lintText(summary));
  return { json: { version, ...summary }, exitCode: hasErrors(summary) ? exitCodes.failed : exitCodes.done };
};
