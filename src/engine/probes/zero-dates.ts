import { isZeroDate } from '../../sql/probe-conditions.ts';
import { ident } from '../../sql/sql.ts';
import { familyOf } from '../mapping/type-families.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/**
 * Finds dates with zeros where the server converts them under NO_ZERO_DATE or NO_ZERO_IN_DATE. Dates that are not converted are
 * not checked. A TIMESTAMP can never have a month or a day of 0.
 */
export function probeZeroDates(alter: ProbedAlter): Probe[] {
  const modes = alter.server.sqlMode.split(',');
  return alter.map
    .filter(({ from, to }) => familyOf(from) === 'date' && familyOf(to) === 'date' && from.columnType !== to.columnType)
    .flatMap((column) => {
      const { from, to } = column;
      const zeroDate = modes.includes('NO_ZERO_DATE');
      const zeroInDate = modes.includes('NO_ZERO_IN_DATE') || to.dataType === 'timestamp';
      if (!zeroDate && !zeroInDate) return [];
      return probeColumn(alter, column, {
        kind: 'zero-date',
        condition: isZeroDate(ident(from.name), { zeroDate, zeroInDate }),
        fault: `${from.name} has a zero for the year, the month or the day`,
        because: `the server does not convert such dates to ${to.columnType}`,
        hint: 'Give these rows a real date, or NULL, first.',
      });
    });
}
