import type { Clause } from '../../sql/parser/clause.ts';
import type { ParsedFile } from '../../sql/parser/script/parsed-file.ts';
import type { Span } from '../../sql/parser/span.ts';
import { type Alter, altersOf } from '../clauses-of.ts';
import type { RuleContext } from '../rule.ts';
import type { ColumnShape } from './column-shape.ts';
import type { Difference } from './difference.ts';
import { findColumn, isSame } from './table-shape.ts';

/** A column that a statement changes, before and after. */
export interface ColumnChange {
  readonly alter: Alter;
  readonly difference: Difference;
  /** The clause that writes the column out; `null` where another clause changes it, or a rule of the table. */
  readonly clause: Redefining | null;
  readonly from: ColumnShape;
  readonly to: ColumnShape;
  /** The piece of the statement that shows it best. */
  readonly at: Span;
}

export type Redefining = Extract<Clause, { kind: 'modify-column' | 'change-column' }>;

/** The statements of the file that are known by what they make of their table. */
export function* knownAlters({
  file,
  differences,
}: Pick<RuleContext, 'file' | 'differences'>): Generator<{ readonly alter: Alter; readonly difference: Difference }> {
  for (const alter of altersOf(file)) {
    const difference = differences?.get(alter.start);
    if (difference !== undefined) yield { alter, difference };
  }
}

/** Every column that is there before and after, and not the same. Columns that hold no data of their own are left out. */
export function* columnChanges(context: { readonly file: ParsedFile } & RuleContext): Generator<ColumnChange> {
  for (const { alter, difference } of knownAlters(context)) {
    const replaced = new Set(alter.clauses.flatMap((clause) => addedAgain(clause, alter)));
    for (const to of difference.after.columns) {
      if (to.generated !== null || replaced.has(to.name.toLowerCase())) continue;
      const from = findColumn(difference.before, nameBefore(alter, to.name));
      if (from === null || from.generated !== null || JSON.stringify(from) === JSON.stringify(to)) continue;
      const clause = redefining(alter, to.name);
      yield { alter, difference, clause, from, to, at: clause?.column.type ?? placeOf(alter, to.name) };
    }
  }
}

/** A column that is dropped and added again is another one. */
function addedAgain(clause: Clause, { clauses }: Alter): string[] {
  if (clause.kind !== 'add-column') return [];
  const { text } = clause.column.name;
  const isDropped = clauses.some((one) => one.kind === 'drop-column' && isSame(one.column.text, text));
  return isDropped ? [text.toLowerCase()] : [];
}

function nameBefore({ clauses }: Alter, name: string): string {
  for (const clause of clauses) {
    if (clause.kind === 'rename-column' && isSame(clause.to.text, name)) return clause.from.text;
    if (clause.kind === 'change-column' && isSame(clause.column.name.text, name)) return clause.from.text;
  }
  return name;
}

function redefining({ clauses }: Alter, name: string): Redefining | null {
  const found = clauses.findLast(
    (clause) =>
      (clause.kind === 'modify-column' || clause.kind === 'change-column') && isSame(clause.column.name.text, name),
  );
  return found?.kind === 'modify-column' || found?.kind === 'change-column' ? found : null;
}

function placeOf({ clauses, table }: Alter, name: string): Span {
  const names = (clause: Clause): boolean =>
    (clause.kind === 'alter-column' && isSame(clause.column.text, name)) ||
    (clause.kind === 'rename-column' && isSame(clause.to.text, name)) ||
    (clause.kind === 'add-index' && clause.parts.some(({ column }) => column !== null && isSame(column.text, name)));
  const wide = (clause: Clause): boolean => clause.kind === 'convert-charset';
  return clauses.find(names) ?? clauses.find(wide) ?? table;
}
