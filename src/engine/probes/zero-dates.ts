import { isZeroDate } from '../../sql/probe-conditions.ts';
import { ident } from '../../sql/sql.ts';
import { lacksValue } from '../mapping/copied-columns.ts';
import { familyOf } from '../mapping/type-families.ts';
import { allowZeroDates } from '../tables/zero-dates.ts';
import { type Probe, type ProbedAlter, probeAdded, probeColumn } from './probe.ts';

/**
 * Finds dates with zeros where the server converts them under NO_ZERO_DATE or NO_ZERO_IN_DATE. Dates that are not converted are
 * not checked. A TIMESTAMP can never have a month or a day of 0.
 */
export function probeZeroDates(alter: ProbedAlter): Probe[] {
  return [...newDates(alter), ...convertedDates(alter)];
}

/** ALTER TABLE fills an added date that is NOT NULL and has no DEFAULT with zeros, or refuses to. */
function newDates(alter: ProbedAlter): Probe[] {
  const added = alter.altered.columns.filter((column) => !alter.map.some(({ to }) => to === column));
  return added
    .filter((column) => lacksValue(column, alter.server.sqlMode))
    .map((column) =>
      probeAdded(alter, column, {
        kind: 'zero-date',
        fault: `${column.name} has no value to begin with`,
        because: 'it is NOT NULL and has no DEFAULT',
        hint: `Give ${column.name} a DEFAULT, or make it NULL. To fill it with zeros, put zero-dates in the option allow.`,
      }),
    );
}

function convertedDates(alter: ProbedAlter): Probe[] {
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
        hint: `Give these rows a real date, or NULL, first. ${allowZeroDates}`,
      });
    });
}
