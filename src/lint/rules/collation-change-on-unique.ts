import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { isUnique } from '../definition/index-shape.ts';
import { isSame } from '../definition/table-shape.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const collationChangeOnUnique: Rule = {
  id: 'collation-change-on-unique',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags: 'A column of a primary key or a unique index that gets another collation, but for a binary one.',
  why: 'Values that were different may be equal then: two such rows stop the migration, and later ones fail in the application.',
  instead:
    'Keep the collation of the column. Or look for values that are equal under the new one (GROUP BY … COLLATE …), and mend them first.',
  ignoreWhen: 'A query on the target has just shown that no two values are equal under the new collation.',
  example: {
    table: 'CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(40) COLLATE utf8mb4_bin NULL, UNIQUE KEY uk (email))',
    flagged: 'ALTER TABLE users MODIFY COLUMN email VARCHAR(40) COLLATE utf8mb4_general_ci NULL;',
    fine: 'ALTER TABLE users MODIFY COLUMN email VARCHAR(50) COLLATE utf8mb4_bin NULL;',
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      if (from.collation === to.collation || (from.collation ?? from.charset) === null) continue;
      if (to.type.family !== 'text' || from.type.family !== 'text' || to.collation?.endsWith('_bin') === true) continue;
      const key = difference.after.indexes.find(
        (index) => isUnique(index) && index.parts.some(({ column }) => column !== null && isSame(column, to.name)),
      );
      if (key === undefined) continue;
      yield {
        at,
        title: `Changes how ${alter.table.name}.${to.name} is compared`,
        message: `${code(`${alter.table.name}.${to.name}`)} is part of ${code(key.name)}, and goes from ${from.collation ?? from.charset} to ${to.collation ?? to.charset ?? 'another collation'}: other values count as equal.`,
        ...judgeRows(difference, [to.name], 'error'),
      };
    }
  },
};
