import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { readExpressionBehind, readGroupsBehind } from '../../sql/parser/read-expression.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import type { Span } from '../../sql/parser/span.ts';

/** What SHOW CREATE TABLE says that the server tells nowhere else in so few words. */
export interface ParsedTable {
  readonly uniqueKeys: readonly ParsedKey[];
  /** Enforced ones. */
  readonly checks: readonly { readonly name: string; readonly expression: string }[];
  readonly foreignKeys: readonly ParsedForeignKey[];
  /** Of generated columns, by name in lower case. */
  readonly generated: ReadonlyMap<string, string>;
  /** Of columns that have one, by name in lower case, as SQL. */
  readonly defaults: ReadonlyMap<string, string>;
}

export interface ParsedKey {
  readonly name: string;
  readonly parts: readonly ParsedKeyPart[];
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
    uniqueKeys: elements.flatMap((element) =>
      element.kind === 'add-index' && (element.index === 'unique' || element.index === 'primary')
        ? [
            {
              name: element.name?.text ?? 'PRIMARY',
              parts: element.parts.map((part) => readPart(part.column?.text ?? null, text(part))),
            },
          ]
        : [],
    ),
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
      return [{ name: element.name?.text ?? '', columns: names(own), parentColumns: names(others) }];
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

/** Names of columns that an expression of the server's own writing mentions: it quotes them all. */
export function mentions(expression: string, column: string): boolean {
  return expression.toLowerCase().includes(`\`${column.replaceAll('`', '``').toLowerCase()}\``);
}

function readPart(column: string | null, text: string): ParsedKeyPart {
  if (column === null) return { column, expression: text.replace(/\s+(?:ASC|DESC)$/iu, '') };
  const prefix = /\((\d+)\)\s*(?:ASC|DESC)?$/iu.exec(text)?.[1];
  return { column, prefix: prefix === undefined ? null : Number(prefix) };
}

function names(list: string): string[] {
  return [...list.matchAll(/`((?:[^`]|``)+)`/gu)].map((match) => (match[1] ?? '').replaceAll('``', '`'));
}
