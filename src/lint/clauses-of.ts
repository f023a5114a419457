import type { Clause } from '../sql/parser/clause.ts';
import type { ColumnDefinition } from '../sql/parser/column-definition.ts';
import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Name } from '../sql/parser/span.ts';
import type { Statement } from '../sql/parser/statement.ts';

/** ALTER TABLE, CREATE INDEX and DROP INDEX. */
export type Alter = Extract<Statement, { kind: 'alter-table' }>;

/** A clause with the statement it is part of. */
export interface Found<Kind extends Clause['kind']> {
  readonly alter: Alter;
  readonly clause: Extract<Clause, { readonly kind: Kind }>;
}

/** All clauses of these kinds in the file, in order, CREATE INDEX and DROP INDEX included. */
export function* clausesOf<Kind extends Clause['kind']>(
  file: ParsedFile,
  ...kinds: readonly Kind[]
): Generator<Found<Kind>> {
  for (const alter of altersOf(file)) {
    for (const clause of alter.clauses) if (isOneOf(clause, kinds)) yield { alter, clause };
  }
}

export function altersOf(file: ParsedFile): readonly Alter[] {
  return file.statements.filter((statement) => statement.kind === 'alter-table');
}

/** What a statement names in clauses of one kind: the names in small letters, because servers compare them without case. */
export interface NamedIn {
  readonly addedColumns: ReadonlySet<string>;
  readonly droppedColumns: ReadonlySet<string>;
  readonly addedIndexes: ReadonlySet<string>;
}

/** Found once for each statement: it may have as many clauses as it likes. */
export function namedIn(alter: Alter): NamedIn {
  const known = named.get(alter) ?? readNamed(alter);
  named.set(alter, known);
  return known;
}

const named = new WeakMap<Alter, NamedIn>();

function readNamed({ clauses }: Alter): NamedIn {
  const names = (nameOf: (clause: Clause) => Name | null): ReadonlySet<string> =>
    new Set(clauses.flatMap((clause) => nameOf(clause)?.text.toLowerCase() ?? []));
  return {
    addedColumns: names((clause) => (clause.kind === 'add-column' ? clause.column.name : null)),
    droppedColumns: names((clause) => (clause.kind === 'drop-column' ? clause.column : null)),
    addedIndexes: names((clause) => (clause.kind === 'add-index' ? clause.name : null)),
  };
}

/** The column a clause spells out, or null. */
export function definedColumn(clause: Clause): ColumnDefinition | null {
  const defines = clause.kind === 'add-column' || clause.kind === 'modify-column' || clause.kind === 'change-column';
  return defines ? clause.column : null;
}

function isOneOf<Kind extends Clause['kind']>(
  clause: Clause,
  kinds: readonly Kind[],
): clause is Extract<Clause, { readonly kind: Kind }> {
  return kinds.some((kind) => kind === clause.kind);
}
