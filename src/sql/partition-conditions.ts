import type { Partitioning } from './parser/read-partitioning.ts';
import { join, raw, type Sql, sql } from './sql.ts';

/** True for a row that no partition takes. By RANGE the first one takes NULL, by LIST the one that lists it. */
export function isInNoPartition({ by, values, bounds }: Partitioning): Sql {
  if (by === 'range') return isBeyond(values, bounds[0] ?? []);
  const listed = bounds.map((bound) =>
    join(
      bound.map((value, index) => equal(values[index] ?? 'NULL', value)),
      ' AND ',
    ),
  );
  return sql`NOT (${join(listed, ' OR ')})`;
}

/** In the order of the columns, as the server compares them: `(a, b) >= (1, 2)`, and nothing is beyond MAXVALUE. */
function isBeyond([value, ...values]: readonly string[], [bound, ...bounds]: readonly string[]): Sql {
  if (value === undefined || bound === undefined || bound === 'MAXVALUE') return raw('FALSE');
  if (values.length === 0) return sql`${raw(value)} >= ${raw(bound)}`;
  return sql`(${raw(value)} > ${raw(bound)} OR (${equal(value, bound)} AND ${isBeyond(values, bounds)}))`;
}

function equal(value: string, bound: string): Sql {
  return sql`(${raw(value)}) <=> (${raw(bound)})`;
}
