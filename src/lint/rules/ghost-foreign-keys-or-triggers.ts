import { knownAlters } from '../definition/column-changes.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const ghostForeignKeysOrTriggers: Rule = {
  id: 'ghost-foreign-keys-or-triggers',
  severity: 'warning',
  needs: 'definition',
  suppressible: true,
  flags: 'A change of a table that has foreign keys, where no server was asked how it would be made.',
  why: 'A copy of such a table is refused unless the options `foreign-keys` and `triggers` say what is to become of them.',
  instead: 'Plan it on a database, and choose `foreign-keys` and `triggers`: carry keeps them, on servers that can.',
  ignoreWhen: 'The options are chosen, or the server makes the change instantly or in place.',
  example: {
    table:
      'CREATE TABLE orders (id INT PRIMARY KEY, user_id INT, qty INT, CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id))',
    flagged: 'ALTER TABLE orders MODIFY COLUMN qty BIGINT NULL;',
    fine: 'ALTER TABLE orders DROP FOREIGN KEY fk;',
  },
  *check(context) {
    for (const { alter, difference } of knownAlters(context)) {
      const { from, before, after } = difference;
      if (from === 'server' || before.foreignKeys === 0 || after.foreignKeys !== before.foreignKeys) continue;
      yield {
        at: alter.table,
        title: `${nameOfTable(alter.table)} has foreign keys`,
        message: `${codeOfTable(alter.table)} has foreign keys, which a copy of the table does not take over by itself.`,
      };
    }
  },
};
