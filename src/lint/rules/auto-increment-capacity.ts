import { knownAlters } from '../definition/column-changes.ts';
import { typeInWords } from '../definition/type-shape.ts';
import { numberRoom } from '../definition/value-range.ts';
import { code, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const autoIncrementCapacity: Rule = {
  id: 'auto-increment-capacity',
  severity: 'warning',
  needs: 'definition',
  suppressible: true,
  flags: 'An AUTO_INCREMENT column that has used up 80 % of the numbers of its type, and keeps it.',
  why: 'When the numbers are used up, every INSERT fails.',
  instead: 'Make it BIGINT in the same statement; the table is changed anyway.',
  ignoreWhen: 'The rows stop growing in number, or the column is about to be replaced.',
  example: {
    table: 'CREATE TABLE hits (id INT AUTO_INCREMENT PRIMARY KEY, path TEXT NULL) AUTO_INCREMENT=2000000000',
    flagged: 'ALTER TABLE hits ADD COLUMN at DATETIME NULL;',
    fine: 'ALTER TABLE hits MODIFY COLUMN id BIGINT AUTO_INCREMENT;',
  },
  *check(context) {
    for (const { alter, difference } of knownAlters(context)) {
      const { before, after } = difference;
      const column = after.columns.find(({ autoIncrement }) => autoIncrement);
      const high = column === undefined ? null : (numberRoom(column.type)?.high ?? null);
      const counter = before.counter ?? after.counter;
      if (column === undefined || high === null || counter === null || counter * 100n < high * usedPercent) continue;
      yield {
        at: alter.table,
        title: `${nameOfTable(alter.table)}.${column.name} runs out of numbers`,
        message: `${code(`${alter.table.name}.${column.name}`)} has used ${(counter * 100n) / high} % of the numbers of ${typeInWords(column.type)}.`,
      };
    }
  },
};

/** As skeema's linter counts. */
const usedPercent = 80n;
