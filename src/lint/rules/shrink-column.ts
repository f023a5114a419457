import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { typeInWords } from '../definition/type-shape.ts';
import { isShorter } from '../definition/value-range.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const shrinkColumn: Rule = {
  id: 'shrink-column',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags: 'A string column that gets shorter: CHAR, VARCHAR, BINARY, VARBINARY, TEXT and BLOB.',
  why: 'One value that is longer stops the migration, and code that still writes such values fails at the cutover.',
  instead: 'Keep the length, or shorten the values and make the application refuse longer ones first.',
  ignoreWhen: 'A query on the target has just shown that no value is longer, and the application writes none.',
  example: {
    table: 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(255) NULL)',
    flagged: 'ALTER TABLE users MODIFY COLUMN name VARCHAR(100) NULL;',
    fine: 'ALTER TABLE users MODIFY COLUMN name VARCHAR(400) NULL;',
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      if (!isShorter(from, to)) continue;
      yield {
        at,
        title: `Shortens column ${alter.table.name}.${to.name}`,
        message: `${code(`${alter.table.name}.${to.name}`)} shrinks from ${typeInWords(from.type)} to ${typeInWords(to.type)}.`,
        ...judgeRows(difference, [to.name], 'error'),
      };
    }
  },
};
