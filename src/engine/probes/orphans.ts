import type { TableName } from '../../sql/inspect.ts';
import { isOrphan, refersToSomeRow } from '../../sql/probe-conditions.ts';
import { countAllRowsWhere, countRowsWhere, type ProbedRows } from '../../sql/probes.ts';
import type { Sql } from '../../sql/sql.ts';
import { alteredRows } from './altered-rows.ts';
import { type ParsedForeignKey, type ParsedTable, parseTable } from './parsed-table.ts';
import type { ParentNow, Probe, ProbedAlter } from './probe.ts';

/** Finds rows whose new foreign key refers to a missing row. A foreign key with a NULL refers to no row. */
export function probeOrphans(alter: ProbedAlter): Probe[] {
  return orphanProbes(alter, (rows, condition) => countRowsWhere(alter.server.flavor, rows, condition));
}

/** The same for as long as it takes. */
export function probeAllOrphans(alter: ProbedAlter): Probe[] {
  return orphanProbes(alter, countAllRowsWhere);
}

type Count = (rows: ProbedRows, condition: Sql) => Sql;

function orphanProbes(alter: ProbedAlter, count: Count): Probe[] {
  const old = parseTable(alter.original).foreignKeys.map(({ name }) => name);
  const after = parseTable(alter.altered);
  return after.foreignKeys
    .filter(({ name }) => !old.includes(name))
    .flatMap((key) => {
      const parent = alter.altered.foreignKeys.find(({ name }) => name === key.name)?.parent;
      return parent === undefined ? [] : [orphansOf(alter, after, key, parent, count)];
    });
}

function orphansOf(
  alter: ProbedAlter,
  after: ParsedTable,
  key: ParsedForeignKey,
  parent: TableName,
  count: Count,
): Probe {
  const rows = alteredRows(alter, after, key.columns);
  const common = { kind: 'orphan', columns: key.columns, key: key.name } as const;
  const names = key.columns.join(', ');
  const pairs = pairsNow(key, alter.parentNow?.(parent) ?? { table: parent, columnOf: (column) => column });
  if (pairs === null)
    return {
      ...common,
      isOpen: true,
      statement: rows === null ? null : count(rows, refersToSomeRow(key.columns)),
      fault: `${names} refers to a row of ${parent.name}`,
      because: `a statement before it makes what it refers to, so whether that row is there can only be counted once the statements before it have run`,
      hint: `Let a statement before it add the rows to ${parent.name}. The run looks again before it adds ${key.name}.`,
    };
  return {
    ...common,
    statement: rows === null ? null : count(rows, isOrphan(pairs.table, pairs.columns)),
    fault: `${names} refers to no row of ${parent.name}`,
    because: `the foreign key ${key.name} is added`,
    hint: 'Add the missing rows, or remove these, first.',
  };
}

type Pairs = { readonly table: TableName; readonly columns: Parameters<typeof isOrphan>[1] };

function pairsNow(key: ParsedForeignKey, now: ParentNow): Pairs | null {
  if (now === 'later') return null;
  const columns = key.columns.flatMap((child, index) => {
    const parent = now.columnOf(key.parentColumns[index] ?? '');
    return parent === null ? [] : [{ child, parent }];
  });
  return columns.length < key.columns.length ? null : { table: now.table, columns };
}
