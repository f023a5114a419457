import { parseFile } from '../sql/parser/script/parsed-file.ts';
import { altersOf } from './clauses-of.ts';
import { alteredShape } from './definition/altered-shape.ts';
import type { Difference } from './definition/difference.ts';
import { readShape } from './definition/table-shape.ts';
import type { Finding } from './finding.ts';
import { type LintText, lintFile } from './lint-file.ts';

/** For tests: the pieces of the text that the rule points at, found again by line and column. */
export function flaggedBy(rule: string, text: string, rest: Omit<LintText, 'path' | 'text'> = {}): readonly string[] {
  return lintFile({ ...rest, path: 'migration.sql', text })
    .filter((finding) => finding.rule === rule)
    .map((finding) => pieceOf(text, finding));
}

function pieceOf(text: string, { start, end }: Finding): string {
  const lines = text.split('\n');
  const offsetOf = (place: Finding['start']): number =>
    lines.slice(0, place.line - 1).reduce((length, line) => length + line.length + 1, 0) + place.column - 1;
  return text.slice(offsetOf(start), offsetOf(end));
}

/** For tests: what is known of the table that all statements of the text change, each on what those before it leave. */
export function differencesFrom(
  createTable: string,
  text: string,
  rest: Partial<Pick<Difference, 'rows' | 'way' | 'from'>> = {},
): ReadonlyMap<number, Difference> {
  const { from = 'file', rows = { kind: 'none' }, way = null } = rest;
  const found = new Map<number, Difference>();
  let before = readShape(createTable);
  for (const alter of altersOf(parseFile('migration.sql', text))) {
    if (before === null) break;
    const after = alteredShape(before, alter, text);
    found.set(alter.start, { from, before, after, rows, way });
    before = after;
  }
  return found;
}
