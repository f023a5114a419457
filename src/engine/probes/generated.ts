import type { Column } from '../../mysql/inspect-table.ts';
import { asText, isLonger, isNull, isOutside, rounded } from '../../sql/probe-conditions.ts';
import { countRowsWhere } from '../../sql/probes.ts';
import { ident, raw, type Sql, sql } from '../../sql/sql.ts';
import { familyOf, lengthOf } from '../mapping/type-families.ts';
import { alteredRows, expressionOf, keepsValues } from './altered-rows.ts';
import { mentions, type ParsedTable, parseTable } from './parsed-table.ts';
import type { ColumnFault, Probe, ProbedAlter } from './probe.ts';
import { rangeOf } from './ranges.ts';

/** Finds rows for which a column that is new or changed computes, from others of its row, what it cannot hold. */
export function probeGenerated(alter: ProbedAlter): Probe[] {
  if (!alter.rewritten) return [];
  const after = parseTable(alter.altered);
  return computedAnew(alter).flatMap((column) => {
    const rows = alteredRows(alter, after, [column.name]);
    if (rows === null) return [];
    return faultsOf(column).map(({ condition, ...words }) => ({
      ...words,
      columns: [column.name],
      key: null,
      statement: countRowsWhere(alter.server.flavor, rows, condition),
    }));
  });
}

/** Columns of the altered table that compute their values from others of the row, and did not do so before. */
export function computedAnew(alter: ProbedAlter): Column[] {
  const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
  return alter.altered.columns
    .filter(({ name }) => expressionOf(name, alter, after) !== null)
    .filter((column) => !isAsBefore(column, before, after, alter));
}

function isAsBefore(column: Column, before: ParsedTable, after: ParsedTable, alter: ProbedAlter): boolean {
  const name = column.name.toLowerCase();
  const own = alter.original.columns.find((one) => one.name.toLowerCase() === name);
  const expression = after.generated.get(name) ?? '';
  if (own?.columnType !== column.columnType || own.nullable !== column.nullable) return false;
  if (own.charset !== column.charset || before.generated.get(name) !== expression) return false;
  const used = alter.altered.columns.filter((one) => mentions(expression, one.name));
  return keepsValues(
    used.map((one) => one.name),
    alter,
  );
}

function faultsOf(column: Column): ColumnFault[] {
  const value = ident(column.name);
  const because = `it is ${column.columnType}${column.nullable ? '' : ' NOT NULL'}`;
  const hint = `Choose another type for ${column.name}, or another expression.`;
  const faults: ColumnFault[] = [];
  if (!column.nullable) {
    faults.push({ kind: 'null-in-not-null', condition: isNull(value), fault: `${column.name} is NULL`, because, hint });
  }
  const range = beyondRange(column, value);
  if (range !== null) {
    faults.push({ kind: 'out-of-range', condition: range, fault: `${column.name} is out of range`, because, hint });
  }
  const length = tooLong(column, value);
  if (length !== null) {
    faults.push({ kind: 'too-long', condition: length, fault: `${column.name} is too long`, because, hint });
  }
  return faults;
}

/** The type of the expression is not known, so a text counts as the number that it begins with. */
function beyondRange(column: Column, value: Sql): Sql | null {
  const family = familyOf(column);
  const range = family === 'integer' || family === 'decimal' || family === 'bit' ? rangeOf(column) : null;
  return range === null ? null : isOutside(rounded(value, column.scale), range.lowest, range.highest);
}

function tooLong(column: Column, value: Sql): Sql | null {
  const family = familyOf(column);
  if (family === 'binary') return isLonger(sql`CAST(${value} AS BINARY)`, column.octets ?? 0, 'bytes', true);
  if (family !== 'text' || column.charset === null) return null;
  const text = sql`CONVERT(${asText(value)} USING ${raw(column.charset)})`;
  const isCounted = column.dataType === 'char' || column.dataType === 'varchar';
  return isCounted
    ? isLonger(text, lengthOf(column) ?? 1, 'characters', false)
    : isLonger(text, column.octets ?? 0, 'bytes', false);
}
