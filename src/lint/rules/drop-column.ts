import type { Name } from '../../sql/parser/span.ts';
import { clausesOf, namedIn } from '../clauses-of.ts';
import type { Difference } from '../definition/difference.ts';
import { findColumn, type TableShape } from '../definition/table-shape.ts';
import { codeOfColumn } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropColumn: Rule = {
  id: 'drop-column',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'DROP COLUMN, unless the column is known to be a virtual generated one, or not to be there.',
  why: 'Its data cannot be brought back, and application instances that still name the column fail at the cutover.',
  instead: 'First deploy code that neither reads nor writes the column, then drop it and say so in a `lint:ignore`.',
  ignoreWhen:
    'All code that runs anywhere has stopped naming the column, and its data is kept elsewhere or worth nothing.',
  example: {
    flagged: 'ALTER TABLE users DROP COLUMN nickname;',
    fine: 'ALTER TABLE users\n  DROP COLUMN nickname; -- lint:ignore drop-column -- unused since v4.2',
  },
  *check({ file, differences }) {
    for (const { alter, clause } of clausesOf(file, 'drop-column')) {
      const readded = namedIn(alter).addedColumns.has(clause.column.text.toLowerCase());
      const difference = differences?.get(alter.start);
      if (readded || isVirtual(difference?.before, clause.column) || isMissing(difference, clause.column)) continue;
      yield {
        at: clause,
        title: `Drops column ${alter.table.name}.${clause.column.text}`,
        message: `${codeOfColumn(alter.table, clause.column)} is dropped with the data of every row.`,
      };
    }
  },
};

/** Without IF EXISTS the server says so itself. What files describe may be out of date. */
function isMissing(difference: Difference | undefined, name: Name): boolean {
  return difference?.from === 'server' && findColumn(difference.before, name.text) === null;
}

/** A virtual column holds no data: it can be added again as it was. */
function isVirtual(table: TableShape | undefined, name: Name): boolean {
  return table !== undefined && findColumn(table, name.text)?.generated === 'virtual';
}
