import { findColumn, sameName } from '../../mysql/inspect-table.ts';
import { countOverlapping, countRepeated, type ProbedRows } from '../../sql/probes.ts';
import { ident, raw, type Sql, sql } from '../../sql/sql.ts';
import { ghostColumnOf } from '../mapping/column-map.ts';
import { alteredRows } from './altered-rows.ts';
import { keepsDistinct } from './converted-value.ts';
import {
  mentions,
  type ParsedKey,
  type ParsedKeyPart,
  type ParsedPeriod,
  type ParsedTable,
  parseTable,
} from './parsed-table.ts';
import type { Probe, ProbedAlter } from './probe.ts';

/**
 * Finds rows with the same values in a unique key of the altered table. It skips keys that are unique because of a unique key of
 * the original. What is left are new keys, keys that lost a column, and keys with values that become equal.
 */
export function probeDuplicates(alter: ProbedAlter): Probe[] {
  const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
  return after.uniqueKeys
    .filter((key) => !isNumbered(key, alter) && !before.uniqueKeys.some((old) => promises(old, key, alter)))
    .map((key) => duplicatesUnder(key, after, alter));
}

export const duplicatesHint = 'Remove or change these rows first, or leave the key as it is.';

function duplicatesUnder(key: ParsedKey, parsed: ParsedTable, alter: ProbedAlter): Probe {
  const columns = columnsOf(key, alter);
  const isMultiValued = key.parts.some((part) => part.column === null && /\bARRAY\)/iu.test(part.expression));
  const rows = isMultiValued ? null : alteredRows(alter, parsed, columns);
  const [parts, period] = [key.parts.map(partValue), key.withoutOverlaps];
  const { flavor } = alter.server;
  const repeated = (found: ProbedRows): Sql =>
    period === null ? countRepeated(flavor, found, parts) : countOverlapping(flavor, found, parts, period);
  return {
    kind: 'duplicate-key',
    columns,
    key: key.name,
    statement: rows === null ? null : repeated(rows),
    fault: `${columns.join(', ')} ${period === null ? 'repeats the value' : 'overlaps the period'} of another row`,
    because: `${key.name === 'PRIMARY' ? 'the primary key' : `the key ${key.name}`} is to be unique`,
    hint: duplicatesHint,
  };
}

/** In an added AUTO_INCREMENT column every row gets a number of its own. */
function isNumbered(key: ParsedKey, { altered, map }: ProbedAlter): boolean {
  return key.parts.some(
    ({ column }) =>
      column !== null &&
      findColumn(altered, column)?.autoIncrement === true &&
      !map.some(({ to }) => sameName(to.name, column)),
  );
}

/** True where the old key makes the new one unique. A key stays unique when columns are added to it. */
function promises(old: ParsedKey, key: ParsedKey, alter: ProbedAlter): boolean {
  const { withoutOverlaps } = old;
  if (withoutOverlaps !== null && !keepsPeriod(withoutOverlaps, key.withoutOverlaps, alter)) return false;
  return old.parts.every((part) => key.parts.some((candidate) => isAsStrict(part, candidate, alter)));
}

function keepsPeriod(old: ParsedPeriod, period: ParsedPeriod | null, { map }: ProbedAlter): boolean {
  const isKept = (before: string, after: string): boolean =>
    map.some(
      ({ from, to }) => sameName(from.name, before) && sameName(to.name, after) && from.columnType === to.columnType,
    );
  return period !== null && isKept(old.from, period.from) && isKept(old.to, period.to);
}

function isAsStrict(old: ParsedKeyPart, part: ParsedKeyPart, { map, original }: ProbedAlter): boolean {
  if (old.column === null) {
    const made = original.columns.filter(({ name }) => mentions(old.expression, name));
    const isUntouched = made.every(({ name }) =>
      map.some(
        (column) =>
          column.from.name === name &&
          column.to.name === name &&
          column.from.columnType === column.to.columnType &&
          keepsDistinct(column),
      ),
    );
    return part.column === null && part.expression === old.expression && isUntouched;
  }
  if (part.column === null || part.prefix !== old.prefix) return false;
  const mapped = map.find(({ from }) => sameName(from.name, old.column ?? ''));
  if (mapped === undefined || !sameName(ghostColumnOf(map, old.column) ?? '', part.column)) return false;
  return part.prefix === null
    ? keepsDistinct(mapped)
    : mapped.from.charset === mapped.to.charset && keepsDistinct(mapped);
}

function columnsOf({ parts, withoutOverlaps }: ParsedKey, { altered }: ProbedAlter): string[] {
  const period = withoutOverlaps === null ? [] : [withoutOverlaps.from, withoutOverlaps.to];
  return altered.columns
    .map(({ name }) => name)
    .filter(
      (name) =>
        period.some((end) => sameName(end, name)) ||
        parts.some((part) => (part.column === null ? mentions(part.expression, name) : sameName(part.column, name))),
    );
}

function partValue(part: ParsedKeyPart): Sql {
  if (part.column === null) return raw(part.expression);
  return part.prefix === null ? ident(part.column) : sql`LEFT(${ident(part.column)}, ${part.prefix})`;
}
