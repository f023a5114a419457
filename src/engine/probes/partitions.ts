import { type Partitioning, readPartitioning } from '../../sql/parser/read-partitioning.ts';
import { isInNoPartition } from '../../sql/partition-conditions.ts';
import { countRowsWhere } from '../../sql/probes.ts';
import { alteredRows, keepsValues } from './altered-rows.ts';
import { parseTable } from './parsed-table.ts';
import type { Probe, ProbedAlter } from './probe.ts';

/** Finds rows that none of the partitions takes, where the statement changes partitions or what they go by. */
export function probePartitions(alter: ProbedAlter): Probe[] {
  const after = readPartitioning(alter.altered.createStatement);
  if (after === null || !alter.rewritten) return [];
  const columns = alter.altered.columns.map(({ name }) => name).filter((name) => after.words.has(name.toLowerCase()));
  const before = readPartitioning(alter.original.createStatement);
  if (before !== null && takesAllOf(after, before) && keepsValues(columns, alter)) return [];
  const rows = alteredRows(alter, parseTable(alter.altered), columns);
  const named = columns.join(' and ');
  return [
    {
      kind: 'outside-partitions',
      columns,
      key: null,
      statement: rows === null ? null : countRowsWhere(alter.server.flavor, rows, isInNoPartition(after)),
      fault: `the partitions have no place for ${named}`,
      because: 'each row must be in one of them',
      hint:
        after.by === 'range'
          ? 'Add a last partition with VALUES LESS THAN MAXVALUE, or correct these rows first.'
          : 'List these values in a partition, or correct these rows first.',
    },
  ];
}

function takesAllOf(after: Partitioning, before: Partitioning): boolean {
  const written = (one: readonly string[]): string => JSON.stringify(one);
  const taken = new Set(after.bounds.map(written));
  return (
    after.by === before.by &&
    written(after.values) === written(before.values) &&
    before.bounds.every((bound) => taken.has(written(bound)))
  );
}
