import type { Clause } from './clause.ts';
import type { Span, TableReference } from './span.ts';

/** What a clause makes the table refer to, as a constraint or in the definition of a column. */
export function referencesOf(clause: Clause): TableReference | null {
  if (clause.kind === 'add-foreign-key') return clause.references;
  return 'column' in clause && 'references' in clause.column ? clause.column.references : null;
}

/**
 * The statement with other text in place of the tables that it refers to.
 *
 * @param text the one that the clauses were read from
 * @param rename gives the text for a table
 */
export function withReferences(
  text: string,
  clauses: readonly Clause[],
  rename: (references: TableReference) => string,
): string {
  return replaceSpans(
    text,
    clauses.map(referencesOf).flatMap((found) => (found === null ? [] : [{ ...found, by: rename(found) }])),
  );
}

/** The text with others in place of these pieces of it. */
export function replaceSpans(text: string, replacements: readonly (Span & { readonly by: string })[]): string {
  return replacements
    .toSorted((one, other) => other.start - one.start)
    .reduce((changed, { start, end, by }) => changed.slice(0, start) + by + changed.slice(end), text);
}
