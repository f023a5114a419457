import type { PlanPromise } from './promise.ts';

const name = '(?:`(?:[^`]|``)+`|[\\p{L}\\p{N}_$]+)';
const reference = new RegExp(`\\bREFERENCES\\s+(${name}(?:\\s*\\.\\s*${name})?)`, 'giu');

/** The tables to which foreign keys lead that a statement brings, with their databases where these are given, in lower case. */
export function newParents({ definitions }: Pick<PlanPromise, 'definitions'>): Set<string> {
  if (definitions === null) return new Set();
  const before = parentsIn(definitions.before);
  return new Set(parentsIn(definitions.after).filter((parent) => !before.includes(parent)));
}

function parentsIn(definition: string): string[] {
  return [...definition.matchAll(reference)].map(([, parent = '']) =>
    parent
      .split(/\s*\.\s*(?=(?:[^`]*`[^`]*`)*[^`]*$)/u)
      .map((part) => (part.startsWith('`') ? part.slice(1, -1).replaceAll('``', '`') : part))
      .join('.')
      .toLowerCase(),
  );
}
