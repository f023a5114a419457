import type { TableName } from '../../sql/inspect.ts';
import { isOrphan } from '../../sql/probe-conditions.ts';
import { countAllRowsWhere, countRowsWhere, type ProbedRows } from '../../sql/probes.ts';
import type { Sql } from '../../sql/sql.ts';
import { alteredRows } from './altered-rows.ts';
import { type ParsedForeignKey, type ParsedTable, parseTable } from './parsed-table.ts';
import type { Probe, ProbedAlter } from './probe.ts';

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
  const pairs = key.columns.map((child, index) => ({ child, parent: key.parentColumns[index] ?? '' }));
  return {
    kind: 'orphan',
    columns: key.columns,
    key: key.name,
    statement: rows === null ? null : count(rows, isOrphan(parent, pairs)),
    fault: `${key.columns.join(', ')} refers to no row of ${parent.name}`,
    because: `the foreign key ${key.name} is added`,
    hint: 'Add the missing rows, or remove these, first.',
  };
}
