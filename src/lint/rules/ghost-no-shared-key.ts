import { knownAlters } from '../definition/column-changes.ts';
import { isSame, type TableShape } from '../definition/table-shape.ts';
import { isUsable, usableKeys } from '../definition/usable-keys.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const ghostNoSharedKey: Rule = {
  id: 'ghost-no-shared-key',
  severity: 'warning',
  needs: 'definition',
  suppressible: true,
  flags: 'A change of a table that has no unique key of NOT NULL columns both before and after it.',
  why: 'A copy finds each row by such a key. Without one the server must do the change itself while writers wait, or it is refused.',
  instead: 'Add a primary key in a statement of its own first, and keep its columns while others change.',
  ignoreWhen: 'The server makes the change instantly or in place, as the plan on a database tells.',
  example: {
    table: 'CREATE TABLE logs (at DATETIME NOT NULL, line TEXT NULL)',
    flagged: 'ALTER TABLE logs MODIFY COLUMN line LONGTEXT NULL;',
    fine: 'ALTER TABLE logs ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY;',
  },
  *check(context) {
    for (const { alter, difference } of knownAlters(context)) {
      const { from, before, after } = difference;
      // Whoever plans on a server knows whether a copy is needed at all, and refuses it where it cannot be made.
      if (from === 'server' || hasSharedKey(before, after)) continue;
      if (!isUsable(before) && isUsable(after)) continue;
      yield {
        at: alter.table,
        title: `No key of ${nameOfTable(alter.table)} stays the same`,
        message: `${codeOfTable(alter.table)} has no unique key of NOT NULL columns that is there before and after the statement.`,
      };
    }
  },
};

function hasSharedKey(before: TableShape, after: TableShape): boolean {
  const columnsOf = (shape: TableShape): string[][] =>
    usableKeys(shape).map(({ parts }) => parts.map(({ column }) => column ?? '').toSorted());
  return columnsOf(before).some((one) =>
    columnsOf(after).some(
      (other) => one.length === other.length && one.every((name, index) => isSame(name, other[index] ?? '')),
    ),
  );
}
