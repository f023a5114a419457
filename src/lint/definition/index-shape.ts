import type { Clause, IndexKind } from '../../sql/parser/clause.ts';
import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';

/** An index, its parts in order. */
export interface IndexShape {
  /** `PRIMARY` for the primary key. */
  readonly name: string;
  readonly kind: IndexKind;
  readonly parts: readonly PartShape[];
  readonly used: boolean;
}

export interface PartShape {
  /** `null` for an expression. */
  readonly column: string | null;
  /** Length of a prefix; `null` for the whole column. */
  readonly prefix: number | null;
  /** As written, to compare expressions and directions. */
  readonly text: string;
}

type AddIndex = Extract<Clause, { kind: 'add-index' }>;

export function indexShape(clause: AddIndex, text: string, name: string): IndexShape {
  return {
    name,
    kind: clause.index,
    used: clause.used,
    parts: clause.parts.map((part) => {
      const written = text.slice(part.start, part.end);
      const prefix = part.hasPrefixLength ? /\((\d+)\)/u.exec(written)?.[1] : undefined;
      return {
        column: part.column?.text ?? null,
        prefix: prefix === undefined ? null : Number(prefix),
        text: written.replace(/\s+ASC$/iu, ''),
      };
    }),
  };
}

/** The index that a column brings with PRIMARY KEY or UNIQUE on itself. */
export function indexOfColumn(column: ColumnDefinition, present: readonly IndexShape[]): IndexShape | null {
  if (column.key === null) return null;
  const part = { column: column.name.text, prefix: null, text: column.name.text };
  const name = column.key === 'primary' ? 'PRIMARY' : freeName(column.name.text, present);
  return { name, kind: column.key, parts: [part], used: true };
}

/** As servers name an index that has no name: by its first column. */
export function indexName(clause: AddIndex, present: readonly IndexShape[]): string {
  if (clause.index === 'primary') return 'PRIMARY';
  return clause.name?.text ?? freeName(clause.parts[0]?.column?.text ?? 'functional_index', present);
}

export function isUnique({ kind }: IndexShape): boolean {
  return kind === 'unique' || kind === 'primary';
}

function freeName(base: string, present: readonly IndexShape[]): string {
  const isTaken = (name: string): boolean => present.some((index) => index.name.toLowerCase() === name.toLowerCase());
  if (!isTaken(base)) return base;
  let number = 2;
  while (isTaken(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}
