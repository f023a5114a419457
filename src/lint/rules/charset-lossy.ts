import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const charsetLossy: Rule = {
  id: 'charset-lossy',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags:
    'A column that gets a character set which does not have all characters of the old one, such as utf8mb4 to latin1.',
  why: 'One character that is missing there stops the migration, and code that still writes such characters fails at the cutover.',
  instead: 'Convert to utf8mb4, which has all characters.',
  ignoreWhen:
    'A query on the target has just shown that every value can be converted, and the application writes no other.',
  example: {
    table: 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(40) NULL) DEFAULT CHARSET=utf8mb4',
    flagged: 'ALTER TABLE users MODIFY COLUMN name VARCHAR(40) CHARACTER SET latin1 NULL;',
    fine: 'ALTER TABLE users MODIFY COLUMN name VARCHAR(40) CHARACTER SET utf8mb4 NULL;',
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      if (from.charset === null || to.charset === null || isComplete(from.charset, to.charset)) continue;
      yield {
        at,
        title: `Narrows the characters of ${alter.table.name}.${to.name}`,
        message: `${code(`${alter.table.name}.${to.name}`)} goes from ${from.charset} to ${to.charset}, which does not have all of its characters.`,
        ...judgeRows(difference, [to.name], 'error'),
      };
    }
  },
};

const allCharacters = ['utf8mb4', 'utf16', 'utf16le', 'utf32', 'gb18030'];

/** Whether each character of `from` is one of `to`. */
function isComplete(from: string, to: string): boolean {
  if (from === to || from === 'ascii' || allCharacters.includes(to)) return true;
  // The basic plane of Unicode has everything that the older sets have.
  return (to === 'utf8mb3' || to === 'ucs2') && !allCharacters.includes(from);
}
