import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import type { Clause } from '../../sql/parser/clause.ts';
import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import { readExpressionBehind } from '../../sql/parser/read-expression.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import type { Span } from '../../sql/parser/span.ts';
import { hasMode } from '../../sql/sql-mode.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { ColumnMap } from './column-map.ts';
import { filledColumns, withoutTexts } from './filled-columns.ts';

/**
 * Where the server's sql_mode gives values that a copy cannot give.
 * - PAD_CHAR_TO_FULL_LENGTH: the server's own ALTER reads each CHAR with the spaces behind it. Sessions of a copy must not: the
 *   keys that they read would not find their rows again.
 * - NO_UNSIGNED_SUBTRACTION: MariaDB computes under the mode of whoever opened the table first.
 * - NO_BACKSLASH_ESCAPES: MySQL reads what a table has stored, and escapes patterns, by the mode of the session. Ours never have it.
 *
 * @throws GhostshipError `unsupported-statement`
 */
export function refuseModeDependent(map: ColumnMap, ghost: TableDefinition, server: ServerKind): void {
  const found =
    findPadded(map, ghost, server) ??
    findSubtracted(map, ghost, server) ??
    findEscaped(ghost, server, filledNames(map, ghost));
  if (found === null) return;
  throw new GhostshipError(
    'unsupported-statement',
    `The server's sql_mode has ${found.mode}. A copy may compute ${found.what} otherwise than the server would.`,
    { hint: `Take ${found.mode} out of the global sql_mode, then run this again.` },
  );
}

type ServerKind = Pick<Server, 'flavor' | 'sqlMode'>;

interface ModeDependent {
  /** A column, an index or a CHECK. */
  readonly what: string;
  readonly mode: string;
}

function findPadded(map: ColumnMap, ghost: TableDefinition, { sqlMode }: ServerKind): ModeDependent | null {
  const mode = 'PAD_CHAR_TO_FULL_LENGTH';
  if (!hasMode(sqlMode, mode)) return null;
  const changed = map.find(({ from, to }) => from.dataType === 'char' && to.dataType !== 'char');
  if (changed !== undefined) return { what: changed.to.name, mode };
  const names = ghost.columns
    .filter(({ dataType }) => dataType === 'char')
    .map(({ name }) => `\`${name.replaceAll('`', '``')}\``.toLowerCase());
  const computed = computedColumns(map, ghost).find(({ by }) => names.some((name) => by.toLowerCase().includes(name)));
  return computed === undefined ? null : { what: computed.name, mode };
}

function findSubtracted(map: ColumnMap, ghost: TableDefinition, { flavor, sqlMode }: ServerKind): ModeDependent | null {
  const mode = 'NO_UNSIGNED_SUBTRACTION';
  if (flavor !== 'mariadb' || !hasMode(sqlMode, mode)) return null;
  const computed = computedColumns(map, ghost).find(({ by }) => by.includes('-'));
  return computed === undefined ? null : { what: computed.name, mode };
}

/** @param filled columns that are not copied; others have no rows to be given a default */
function findEscaped(
  { createStatement }: TableDefinition,
  { flavor, sqlMode }: ServerKind,
  filled: readonly string[],
): ModeDependent | null {
  const mode = 'NO_BACKSLASH_ESCAPES';
  if (flavor !== 'mysql' || !hasMode(sqlMode, mode)) return null;
  const isEscaped = (span: Span): boolean => {
    const text = createStatement.slice(span.start, span.end);
    return text.includes('\\') || /\b(?:LIKE|JSON_SEARCH)\b/iu.test(withoutTexts(text));
  };
  for (const element of readTable(createStatement)?.elements ?? []) {
    const found = expressionsOf(element, filled, createStatement).find(({ span }) => isEscaped(span));
    if (found !== undefined) return { what: found.what, mode };
  }
  return null;
}

/** Whether the server computes by NO_BACKSLASH_ESCAPES what our sessions compute without. */
export function computesUnescaped(map: ColumnMap, altered: TableDefinition, server: ServerKind): boolean {
  return findEscaped(altered, server, filledNames(map, altered)) !== null;
}

interface Expression {
  readonly what: string;
  readonly span: Span;
}

/** A CHECK may have a name that the server has made from the name of the ghost. */
function expressionsOf(element: Clause, filled: readonly string[], text: string): readonly Expression[] {
  const ofCheck = (span: Span): Expression => ({
    what: `CHECK (${readExpressionBehind('CHECK', text, span) ?? ''})`,
    span,
  });
  if (element.kind === 'add-check') return [ofCheck(element)];
  if (element.kind === 'add-index')
    return element.parts
      .filter(({ column }) => column === null)
      .map((span) => ({ what: `the index ${element.name?.text ?? ''}`.trim(), span }));
  if (element.kind !== 'add-column') return [];
  const { column } = element;
  return [...expressionsOfColumn(column, filled.includes(column.name.text)), ...column.checks.map(ofCheck)];
}

/** What the server writes behind an expression, a comment for instance, is not of it. */
function expressionsOfColumn(column: ColumnDefinition, isFilled: boolean): readonly Expression[] {
  const what = column.name.text;
  const { type, end, comment, generated, default: byDefault } = column;
  const isDefault = isFilled && byDefault?.kind === 'expression';
  return [
    ...(generated === null ? [] : [{ what, span: { start: type.end, end: comment?.start ?? end } }]),
    ...(isDefault ? [{ what, span: byDefault }] : []),
  ];
}

function filledNames(map: ColumnMap, ghost: TableDefinition): string[] {
  return filledColumns(map, ghost).map(({ name }) => name.text);
}

/** Columns of the ghost that the server computes from others, with what computes them; without the texts in it. */
function computedColumns(map: ColumnMap, ghost: TableDefinition): { readonly name: string; readonly by: string }[] {
  return filledColumns(map, ghost)
    .filter(({ generated, default: byDefault }) => generated !== null || byDefault?.kind === 'expression')
    .map(({ name, type, end }) => ({ name: name.text, by: withoutTexts(ghost.createStatement.slice(type.end, end)) }));
}
