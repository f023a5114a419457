import type { LintSummary } from '../commands/lint/lint-summary.ts';
import { type Annotation, annotationsOf } from './annotation.ts';

/**
 * Findings as commands to the runner of GitHub Actions, which shows them beside the lines; errors come first, because it keeps ten of
 * a level in a step.
 */
export function lintCommands({ findings }: LintSummary): string[] {
  return annotationsOf({ findings, statements: [] }).map(command);
}

function command({ path, startLine, endLine, columns, level, title, message }: Annotation): string {
  const places = columns === null ? {} : { col: columns.start, endColumn: columns.end };
  const properties = Object.entries({ title, file: path, line: startLine, endLine, ...places }).map(
    ([name, value]) => `${name}=${inProperty(String(value))}`,
  );
  return `::${level === 'failure' ? 'error' : level} ${properties.join(',')}::${inData(message)}`;
}

/** As @actions/core writes them. */
function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
