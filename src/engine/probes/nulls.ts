import { isNull } from '../../sql/probe-conditions.ts';
import { ident } from '../../sql/sql.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/**
 * NULL in what becomes NOT NULL, a column of a new primary key included. An AUTO_INCREMENT column numbers its NULLs, and a
 * TIMESTAMP makes the present of them (measured: both servers, ALGORITHM=COPY).
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
