import type { Column } from '../../mysql/inspect-table.ts';
import { isNull } from '../../sql/probe-conditions.ts';
import { ident } from '../../sql/sql.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/**
 * Finds NULLs in a column that becomes NOT NULL, also as part of a new primary key. Where the server copies the table, it puts the
 * current time into a TIMESTAMP and a number into an AUTO_INCREMENT column (measured: both servers, ALGORITHM=COPY). A migration
 * refuses these too: each look at a row would give another value.
 */
export function probeNulls(alter: ProbedAlter): Probe[] {
  return alter.map
    .filter(({ from, to }) => from.nullable && !to.nullable)
    .map((column) =>
      probeColumn(alter, column, {
        kind: 'null-in-not-null',
        condition: isNull(ident(column.from.name)),
        fault: `${column.from.name} is NULL`,
        because: `${column.to.name} becomes NOT NULL`,
        hint: hintFor(column.to),
      }),
    );
}

function hintFor({ autoIncrement, dataType }: Column): string {
  if (autoIncrement) return 'Give these rows a number of your own first.';
  if (dataType === 'timestamp') {
    return 'Give these rows a value first. The server may put the time of the statement there; a migration does not.';
  }
  return 'Give these rows a value first.';
}
