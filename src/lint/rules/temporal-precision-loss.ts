import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { type TypeShape, typeInWords } from '../definition/type-shape.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const temporalPrecisionLoss: Rule = {
  id: 'temporal-precision-loss',
  severity: 'warning',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags:
    'A column for dates or times that holds less: fewer digits of a second, no time of day, or the years 1970 to 2038 of a TIMESTAMP.',
  why: 'The server rounds or cuts every value without a word, and nobody can bring the rest back.',
  instead: 'Keep the type. Or add a column for the shorter value, and drop the old one once nobody reads it.',
  ignoreWhen: 'The part that is lost is zero in every row, or was never meant to be kept.',
  example: {
    table: 'CREATE TABLE events (id INT PRIMARY KEY, at DATETIME(6) NULL)',
    flagged: 'ALTER TABLE events MODIFY COLUMN at DATETIME NULL;',
    fine: 'ALTER TABLE events MODIFY COLUMN at DATETIME(6) NOT NULL;',
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      const loss = lossOf(from.type, to.type);
      if (loss === null) continue;
      const isRange = loss === range;
      yield {
        at,
        title: `Cuts the times in ${alter.table.name}.${to.name}`,
        message: `${code(`${alter.table.name}.${to.name}`)} goes from ${typeInWords(from.type)} to ${typeInWords(to.type)}: ${loss}.`,
        ...(isRange ? judgeRows(difference, [to.name], 'warning') : {}),
      };
    }
  },
};

const range = 'it holds only 1970 to 2038 any more, in UTC';

function lossOf(from: TypeShape, to: TypeShape): string | null {
  const isTimed = from.name === 'datetime' || from.name === 'timestamp';
  if (isTimed && to.name === 'date') return 'the time of day is lost';
  if (isTimed && to.name === 'time') return 'the day is lost';
  const isSame = from.family === to.family && (to.family === 'date' || to.family === 'time');
  if (!isSame) return null;
  if (fractionOf(to) < fractionOf(from)) return 'parts of a second are rounded away';
  return to.name === 'timestamp' && from.name !== 'timestamp' ? range : null;
}

function fractionOf({ arguments: [digits = '0'] }: TypeShape): number {
  return Number(digits);
}
