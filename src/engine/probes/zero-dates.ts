import { isZeroDate } from '../../sql/probe-conditions.ts';
import { ident } from '../../sql/sql.ts';
import { lacksAnyValue, lacksDate, lacksTimestamp } from '../mapping/copied-columns.ts';
import { familyOf } from '../mapping/type-families.ts';
import { allowZeroDates } from '../tables/zero-dates.ts';
import { type Probe, type ProbedAlter, probeAdded, probeColumn } from './probe.ts';

/**
 * Finds dates with zeros where the server converts them under NO_ZERO_DATE or NO_ZERO_IN_DATE. Dates that are not converted are
 * not checked. A TIMESTAMP can never have a month or a day of 0.
 */
export function probeZeroDates(alter: ProbedAlter): Probe[] {
  return [...newColumns(alter), ...convertedDates(alter)];
}

/** ALTER TABLE fills an added column that is NOT NULL and has no DEFAULT, or refuses to. */
function newColumns(alter: ProbedAlter): Probe[] {
  const { server, map, added, rewritten } = alter;
  const words = { fault: 'has no value to begin with', because: 'it is NOT NULL and has no DEFAULT' };
  return added.flatMap((column): Probe[] => {
    const { name } = column;
    const fault = `${name} ${words.fault}`;
    const zeros = lacksDate(column, server.sqlMode) || (rewritten && lacksTimestamp(column, map, server));
    if (zeros) {
      const hint = `Give ${name} a DEFAULT, or make it NULL. To fill it with zeros, put zero-dates in the option allow.`;
      return [probeAdded(alter, column, { ...words, kind: 'zero-date', fault, hint })];
    }
    if (!rewritten || !lacksAnyValue(column)) return [];
    const hint = `Give ${name} a DEFAULT, or make it NULL.`;
    return [probeAdded(alter, column, { ...words, kind: 'null-in-not-null', fault, hint })];
  });
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
