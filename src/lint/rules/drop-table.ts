import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropTable: Rule = {
  id: 'drop-table',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'DROP TABLE, and CREATE OR REPLACE TABLE, which drops first.',
  why: 'The rows cannot be brought back, and every query that still names the table fails at once.',
  instead:
    'Deploy code that no longer uses the table, make sure that nothing else does, and accept `drop-table` for the run; ' +
    'Ghostship then renames the table instead of dropping it outright.',
  ignoreWhen:
    'No code that runs anywhere names the table, and its data is kept elsewhere or worth nothing. Only the option `allow` lets the statement run.',
  example: {
    flagged: 'DROP TABLE old_orders;',
    fine: '-- lint:ignore drop-table -- nothing has read it since the March release\nDROP TABLE old_orders;',
  },
  *check({ file }) {
    for (const statement of file.statements) {
      if (statement.kind === 'create-table' && statement.replaces) {
        const { table } = statement;
        yield {
          at: table,
          title: `Replaces table ${nameOfTable(table)}`,
          message: `If ${codeOfTable(table)} exists, it is dropped with all its rows.`,
        };
      }
      if (statement.kind !== 'drop-table' || statement.temporary) continue;
      for (const table of statement.tables) {
        yield {
          at: table,
          title: `Drops table ${nameOfTable(table)}`,
          message: `${codeOfTable(table)} is dropped with all its rows.`,
        };
      }
    }
  },
};
