import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { readExpressionBehind, readGroupsBehind } from '../../sql/parser/read-expression.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import type { Span } from '../../sql/parser/span.ts';
import { ident, quotedNames } from '../../sql/sql.ts';

/** Parts of a definition that are read more easily from SHOW CREATE TABLE than from information_schema. */
export interface ParsedTable {
  readonly uniqueKeys: readonly ParsedKey[];
  /** Only the CHECKs that are enforced. */
  readonly checks: readonly { readonly name: string; readonly expression: string }[];
  readonly foreignKeys: readonly ParsedForeignKey[];
  /** Expressions of generated columns, by name in lower case. */
  readonly generated: ReadonlyMap<string, string>;
  /** Defaults as SQL, by name of the column in lower case. */
  readonly defaults: ReadonlyMap<string, string>;
}

export interface ParsedKey {
  readonly name: string;
  readonly parts: readonly ParsedKeyPart[];
  /** Rows with the same parts must not overlap in it (MariaDB). Then no two need differ in the parts. */
  readonly withoutOverlaps: ParsedPeriod | null;
}

/** The columns that a period goes from and to, without its end. */
export interface ParsedPeriod {
  readonly from: string;
  readonly to: string;
}

export type ParsedKeyPart =
  | { readonly column: string; readonly prefix: number | null }
  | { readonly column: null; readonly expression: string };

export interface ParsedForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parentColumns: readonly string[];
}

export function parseTable({ createStatement }: Pick<TableDefinition, 'createStatement'>): ParsedTable {
  const elements = readTable(createStatement)?.elements ?? [];
  const text = (span: Span): string => createStatement.slice(span.start, span.end);
  const columns = elements.flatMap((element) => (element.kind === 'add-column' ? [element.column] : []));
  return {
    uniqueKeys: elements.flatMap((element) => {
      const isUnique = element.kind === 'add-index' && (element.index === 'unique' || element.index === 'primary');
      if (!isUnique) return [];
      const isPeriod = (part: Span): boolean => /\sWITHOUT\s+OVERLAPS$/iu.test(text(part));
      return [
        {
          name: element.name?.text ?? 'PRIMARY',
          parts: element.parts
            .filter((part) => !isPeriod(part))
            .map((part) => readPart(part.column?.text ?? null, text(part))),
          withoutOverlaps: element.parts.some(isPeriod) ? readPeriod(columns.map(text)) : null,
        },
      ];
    }),
    checks: [
      ...elements.flatMap((element) =>
        element.kind === 'add-check' && element.enforced ? [{ name: element.name?.text ?? '', span: element }] : [],
      ),
      ...columns.flatMap(({ name, checks }) =>
        checks.filter(({ enforced }) => enforced).map((span) => ({ name: span.name?.text ?? name.text, span })),
      ),
    ].flatMap(({ name, span }) => {
      const expression = readExpressionBehind('CHECK', createStatement, span);
      return expression === null ? [] : [{ name, expression }];
    }),
    foreignKeys: elements.flatMap((element) => {
      if (element.kind !== 'add-foreign-key') return [];
      const [own = '', others = ''] = readGroupsBehind('FOREIGN', createStatement, element);
      return [{ name: element.name?.text ?? '', columns: quotedNames(own), parentColumns: quotedNames(others) }];
    }),
    generated: new Map(
      columns.flatMap((column) => {
        const expression = column.generated === null ? null : readExpressionBehind('AS', createStatement, column);
        return expression === null ? [] : [[column.name.text.toLowerCase(), expression]];
      }),
    ),
    defaults: new Map(
      columns.flatMap((column) =>
        column.default === null ? [] : [[column.name.text.toLowerCase(), text(column.default)]],
      ),
    ),
  };
}

/** True where an expression that the server wrote mentions the column. The server quotes all names. */
export function mentions(expression: string, column: string): boolean {
  return expression.toLowerCase().includes(ident(column).text.toLowerCase());
}

/** A table has at most one period of its own: `PERIOD FOR p (a, b)`, which stands among the columns. */
function readPeriod(columns: readonly string[]): ParsedPeriod | null {
  const written = columns.find((column) => /^PERIOD\s+FOR\s+(?!SYSTEM_TIME)/iu.test(column));
  const [, from, to] = quotedNames(written ?? '');
  return from === undefined || to === undefined ? null : { from, to };
}

function readPart(column: string | null, text: string): ParsedKeyPart {
  if (column === null) return { column, expression: text.replace(/\s+(?:ASC|DESC)$/iu, '') };
  const prefix = /\((\d+)\)\s*(?:ASC|DESC)?$/iu.exec(text)?.[1];
  return { column, prefix: prefix === undefined ? null : Number(prefix) };
}
