import { sameName } from '../../mysql/inspect-table.ts';
import { isOrphan } from '../../sql/probe-conditions.ts';
import { countRowsWhere } from '../../sql/probes.ts';
import { alteredRows } from './altered-rows.ts';
import { parseTable } from './parsed-table.ts';
import type { Probe, ProbedAlter } from './probe.ts';

/** Finds rows whose new foreign key refers to a missing row. A foreign key with a NULL refers to no row. */
export function probeOrphans(alter: ProbedAlter): Probe[] {
  const { original, altered, server } = alter;
  const old = parseTable(original).foreignKeys.map(({ name }) => name);
  const after = parseTable(altered);
  return after.foreignKeys
    .filter(({ name }) => !old.includes(name))
    .flatMap((key): Probe[] => {
      const parent = altered.foreignKeys.find(
        (candidate) => candidate.name === key.name && candidate.child.name === altered.table.name,
      )?.parent;
      if (parent === undefined) return [];
      const table = sameName(parent.name, altered.table.name) ? original.table : parent;
      const rows = alteredRows(alter, after, key.columns);
      const pairs = key.columns.map((child, index) => ({ child, parent: key.parentColumns[index] ?? '' }));
      return [
        {
          kind: 'orphan',
          columns: key.columns,
          key: key.name,
          statement: rows === null ? null : countRowsWhere(server.flavor, rows, isOrphan(table, pairs)),
          fault: `${key.columns.join(', ')} refers to no row of ${table.name}`,
          because: `the foreign key ${key.name} is added`,
          hint: 'Add the missing rows, or remove these, first.',
        },
      ];
    });
}
