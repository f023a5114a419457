import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const truncateTable: Rule = {
  id: 'truncate-table',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags: 'TRUNCATE TABLE.',
  why: 'It empties the table without a way back and is no schema change, so Ghostship refuses to run it.',
  instead: 'Delete the rows from the application or a maintenance job, in small batches.',
  ignoreWhen: 'Never: Ghostship does not run it.',
  example: { flagged: 'TRUNCATE TABLE sessions;', fine: 'ALTER TABLE sessions ADD COLUMN expired_at DATETIME NULL;' },
  *check({ file }) {
    for (const statement of file.statements) {
      if (statement.kind !== 'truncate-table') continue;
      const { table } = statement;
      yield {
        at: table,
        title: `Empties table ${nameOfTable(table)}`,
        message: `All rows of ${codeOfTable(table)} are removed.`,
      };
    }
  },
};
