import type { LeftOutPart } from '../lint/lint-file.ts';
import { enumerate } from './words.ts';

/** More would hide what is run. */
const maxNamed = 5;
const maxParts = 20;

/** What is not run, and why: a sentence each, whole files of one convention together. */
export function leftOutTexts(parts: readonly LeftOutPart[]): string[] {
  const whole = parts.filter(({ isWholeFile }) => isWholeFile);
  const partial = parts.filter(({ isWholeFile }) => !isWholeFile);
  const files = [...new Set(whole.map(({ why }) => why))].map((why) => {
    const own = whole.filter((part) => part.why === why);
    return `Not run: ${named(own.map(({ file }) => file))}. ${why}.`;
  });
  const sections = partial
    .slice(0, maxParts)
    .map(({ file, line, endLine, why }) => `Not run: ${file}:${lines(line, endLine)}, by the marker ${why}.`);
  const rest = partial.length - maxParts;
  return [...files, ...sections, ...(rest > 0 ? [`Not run: ${rest} more parts with such markers.`] : [])];
}

function named(files: readonly string[]): string {
  const shown = files.slice(0, maxNamed);
  return files.length > maxNamed ? `${shown.join(', ')} and ${files.length - maxNamed} more` : enumerate(shown);
}

function lines(from: number, to: number): string {
  return from === to ? String(from) : `${from} to ${to}`;
}
