import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropDatabase: Rule = {
  id: 'drop-database',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags: 'DROP DATABASE and DROP SCHEMA.',
  why: 'Every table in it is lost at once, and Ghostship refuses to run it.',
  instead: 'Take it out of the migration. If the database really must go, drop it by hand, with a backup in reach.',
  ignoreWhen: 'Never: Ghostship does not run it.',
  example: { flagged: 'DROP DATABASE shop;', fine: '-- shop is dropped by hand after the last backup' },
  *check({ file }) {
    for (const statement of file.statements) {
      if (statement.kind !== 'drop-database') continue;
      const { name } = statement;
      yield {
        at: statement,
        title: `Drops database ${name.text}`,
        message: `The database ${code(name.text)} and all its tables are dropped.`,
      };
    }
  },
};
