import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const notNullOnExisting: Rule = {
  id: 'not-null-on-existing',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags: 'A column that may be NULL and becomes NOT NULL.',
  why: 'One row with a NULL stops the migration, and code that still writes NULL fails at the cutover.',
  instead: 'Make the application write a value, fill the rows that have none, and then make the column NOT NULL.',
  ignoreWhen: 'A query on the target has just shown that no row is NULL there, and all code writes a value.',
  example: {
    table: 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(40) NULL)',
    flagged: 'ALTER TABLE users MODIFY COLUMN name VARCHAR(40) NOT NULL;',
    fine: "ALTER TABLE users ALTER COLUMN name SET DEFAULT '';",
  },
  *check(context) {
    for (const { alter, difference, from, to, at, clause } of columnChanges(context)) {
      if (from.notNull || !to.notNull) continue;
      yield {
        at: clause ?? at,
        title: `Makes ${alter.table.name}.${to.name} NOT NULL`,
        message: `${code(`${alter.table.name}.${to.name}`)} may be NULL today and may not be afterwards.`,
        ...judgeRows(difference, [to.name], 'error'),
      };
    }
  },
};
