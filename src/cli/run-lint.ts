import { lint } from '../commands/lint/lint.ts';
import { hasErrors, type LintSummary } from '../commands/lint/lint-summary.ts';
import { writtenDifferences } from '../commands/lint/written-differences.ts';
import { exitCodes } from '../commands/migrate/exit-code.ts';
import { modeOf } from '../commands/statements/ask-mode.ts';
import { homeOf } from '../commands/statements/home-database.ts';
import { readSource } from '../commands/statements/source.ts';
import { version } from '../commands/version.ts';
import { describeRule, ruleNames } from '../lint/rules.ts';
import { section } from '../lint/rules-page.ts';
import { lintCommands } from '../report/lint-github.ts';
import { lintSarif } from '../report/lint-sarif.ts';
import { countText, lintText } from '../report/lint-text.ts';
import { GhostshipError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import { visible, visibleJson } from '../support/visible.ts';
import { done, type Run, settingsOf } from './invocation.ts';
import { sourceOf } from './source-of.ts';
import { writeData, writeOut } from './write.ts';

export const runLint: Run = async (invocation) => {
  if (invocation.explain !== null) return explain(invocation.explain);
  const format = formatOf(invocation.format);
  const settings = await settingsOf(invocation);
  const source = readSource(await sourceOf(invocation, settings), settings, modeOf(settings));
  const parsed = source.files.map((file) => file.parsed);
  const differences = await writtenDifferences(parsed, settings, process.cwd());
  const summary = lint(source, settings, homeOf(settings), { differences });
  formats[format](summary);
  return { json: { version, ...summary }, exitCode: hasErrors(summary) ? exitCodes.failed : exitCodes.done };
};

const formats = {
  text: (summary: LintSummary) => writeOut(lintText(summary)),
  json: (summary: LintSummary) => writeData(visibleJson({ version, ...summary })),
  sarif: (summary: LintSummary) => writeData(visibleJson(lintSarif(summary, version))),
  github: (summary: LintSummary) => {
    for (const command of lintCommands(summary)) writeData(visible(command));
    writeOut(countText(summary));
  },
} as const;

type Format = keyof typeof formats;

/** @throws GhostshipError `usage` */
function formatOf(written: string | null): Format {
  if (written === null) return 'text';
  if (isFormat(written)) return written;
  const names = Object.keys(formats);
  throw new GhostshipError('usage', `--format ${written} is none of the choices.${didYouMean(written, names)}`, {
    hint: `Write ${names.join(', ')}.`,
  });
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

/** @throws GhostshipError `usage` */
function explain(id: string): ReturnType<typeof done> {
  const rule = describeRule(id);
  if (rule === null) {
    throw new GhostshipError('usage', `${id} is no rule.${didYouMean(id, ruleNames)}`, {
      hint: `The rules are ${ruleNames.toSorted().join(', ')}.`,
    });
  }
  writeOut(section(rule));
  return done(rule);
}
