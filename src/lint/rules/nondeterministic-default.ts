import { clausesOf } from '../clauses-of.ts';
import { code, codeOfColumn } from '../names.ts';
import type { Rule } from '../rule.ts';

export const nondeterministicDefault: Rule = {
  id: 'nondeterministic-default',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'A column added with a default that is another value every time, such as UUID().',
  why: 'Rows that exist already must each be given a value, which is not the same wherever the statement runs again, so MySQL refuses it when it writes a binary log.',
  instead: 'Add the column NULL, set the default in a second ALTER, and backfill the old rows from the application.',
  ignoreWhen:
    'Every row is meant to have a value of its own, and all servers that repeat the statement read row events.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN token CHAR(36) NOT NULL DEFAULT (UUID());',
    fine: 'ALTER TABLE users ADD COLUMN token CHAR(36) NULL;',
  },
  *check({ file }) {
    for (const { alter, clause } of clausesOf(file, 'add-column')) {
      const { column } = clause;
      const called = column.default?.functions.find((name) => nondeterministic.has(name));
      if (column.default === null || called === undefined) continue;
      yield {
        at: column.default,
        title: `Random default for ${alter.table.name}.${column.name.text}`,
        message: `${codeOfColumn(alter.table, column.name)} gets its default from ${code(`${called}()`)}, a new value for each row.`,
      };
    }
  },
};

/** NOW() and its like are not here: the binary log carries the time with the statement. */
const nondeterministic: ReadonlySet<string> = new Set([
  'CONNECTION_ID',
  'CURRENT_USER',
  'LAST_INSERT_ID',
  'NEXTVAL',
  'RAND',
  'RANDOM_BYTES',
  'SESSION_USER',
  'SYSDATE',
  'SYSTEM_USER',
  'SYS_GUID',
  'USER',
  'UUID',
  'UUID_SHORT',
  'UUID_V4',
  'UUID_V7',
]);
