import { isNull } from '../../sql/probe-conditions.ts';
import { ident } from '../../sql/sql.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/**
 * Finds NULLs in a column that becomes NOT NULL, also as part of a new primary key. An AUTO_INCREMENT column replaces NULL with a
 * number, and a TIMESTAMP with the current time (measured: both servers, ALGORITHM=COPY).
 */
export function probeNulls(alter: ProbedAlter): Probe[] {
  return alter.map
    .filter(({ from, to }) => from.nullable && !to.nullable && !to.autoIncrement && to.dataType !== 'timestamp')
    .map((column) =>
      probeColumn(alter, column, {
        kind: 'null-in-not-null',
        condition: isNull(ident(column.from.name)),
        fault: `${column.from.name} is NULL`,
        because: `${column.to.name} becomes NOT NULL`,
        hint: 'Give these rows a value first.',
      }),
    );
}
