import { findColumn, sameName } from '../../mysql/inspect-table.ts';
import { emptyValue } from '../../sql/parser/column-value.ts';
import { derivedRows, type ProbedRows } from '../../sql/probes.ts';
import { ident, raw, type Sql } from '../../sql/sql.ts';
import { allowsZeroDates, needsValue } from '../mapping/copied-columns.ts';
import { changesType } from '../mapping/type-families.ts';
import { convertedValue } from './converted-value.ts';
import { mentions, type ParsedTable } from './parsed-table.ts';
import { type ProbedAlter, rowsOf } from './probe.ts';

/**
 * The rows of the original as the altered table will have them, with the named columns: values are converted, added columns have
 * their default, generated columns are computed.
 *
 * @returns `null` where the value of a column cannot be predicted
 */
export function alteredRows(alter: ProbedAlter, parsed: ParsedTable, names: readonly string[]): ProbedRows | null {
  const computed = names.flatMap((name) => {
    const expression = expressionOf(name, alter, parsed);
    return expression === null ? [] : [{ name, expression }];
  });
  const generated = computed.map(({ name }) => name);
  const plain = names.filter((name) => !generated.includes(name));
  if (generated.length === 0) return plainRows(alter, parsed, plain);

  const expressions = computed.map(({ expression }) => expression);
  const needed = alter.altered.columns
    .map(({ name }) => name)
    .filter((name) => plain.includes(name) || expressions.some((expression) => mentions(expression, name)));
  // An expression can only use columns before it, or no others that are computed, so this recursion ends.
  const inner = generated.some((name) => needed.includes(name)) ? null : alteredRows(alter, parsed, needed);
  if (inner === null) return null;
  return derivedRows(inner, [
    ...plain.map((name) => ({ name, value: ident(name) })),
    ...generated.map((name, index) => ({ name, value: raw(`(${expressions[index] ?? 'NULL'})`) })),
  ]);
}

/** What computes the value of a column from others of its row: of a generated one, and the default of one that is added; else `null`. */
export function expressionOf(name: string, { altered, map }: ProbedAlter, parsed: ParsedTable): string | null {
  const generated = parsed.generated.get(name.toLowerCase());
  if (generated !== undefined) return generated;
  const fallback = parsed.defaults.get(name.toLowerCase()) ?? '';
  if (map.some(({ to }) => sameName(to.name, name))) return null;
  return altered.columns.some((column) => mentions(fallback, column.name)) ? fallback : null;
}

/** True where the altered table has the same values in these columns, and compares them alike. */
export function keepsValues(names: readonly string[], { map }: ProbedAlter): boolean {
  return names.every((name) =>
    map.some(
      (column) =>
        column.to.name === name &&
        sameName(column.from.name, name) &&
        !changesType(column) &&
        column.from.collation === column.to.collation,
    ),
  );
}

function plainRows(alter: ProbedAlter, parsed: ParsedTable, names: readonly string[]): ProbedRows | null {
  const columns: { name: string; value: Sql }[] = [];
  for (const name of names) {
    const value = predictedValue(alter, parsed, name);
    if (value === null) return null;
    columns.push({ name, value });
  }
  return derivedRows(rowsOf(alter.original), columns);
}

function predictedValue(
  { altered, map, rewritten, server }: ProbedAlter,
  parsed: ParsedTable,
  name: string,
): Sql | null {
  const mapped = map.find(({ to }) => sameName(to.name, name));
  if (mapped !== undefined) return convertedValue(mapped);
  const fallback = parsed.defaults.get(name.toLowerCase());
  if (fallback !== undefined) return /nextval|lastval/iu.test(fallback) ? null : raw(fallback);
  const column = findColumn(altered, name);
  if (column === undefined || column.autoIncrement) return null;
  if (column.nullable) return raw('NULL');
  return rewritten && needsValue(column) ? emptyValue(column.dataType, allowsZeroDates(server.sqlMode)) : null;
}
