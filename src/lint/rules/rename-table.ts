import type { ParsedFile } from '../../sql/parser/script/parsed-file.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import { clausesOf } from '../clauses-of.ts';
import { asWritten, code, codeOfTable, nameOfTable } from '../names.ts';
import type { Problem, Rule } from '../rule.ts';

export const renameTable: Rule = {
  id: 'rename-table',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'ALTER TABLE … RENAME TO and RENAME TABLE.',
  why: 'Application instances that use the old name fail from that moment, those with the new name until then.',
  instead: insteadOf('`rename-table`', 'the old name', '`CREATE VIEW users AS SELECT * FROM customers`'),
  ignoreWhen: 'No code that runs anywhere names the table, or a view under the old name follows at once.',
  example: {
    flagged: 'ALTER TABLE users RENAME TO customers;',
    fine: 'ALTER TABLE users COMMENT = "customers";',
  },
  *check({ file }) {
    for (const statement of file.statements) {
      if (statement.kind === 'rename-table')
        for (const { from, to } of statement.renames) yield problem(file, from, to);
    }
    for (const { alter, clause } of clausesOf(file, 'rename-table'))
      yield { ...problem(file, alter.table, clause.to), at: clause };
  },
};

function problem(file: ParsedFile, from: TableReference, to: TableReference): Problem {
  return {
    at: { start: from.start, end: to.end },
    title: `Renames table ${nameOfTable(from)}`,
    message: `${codeOfTable(from)} becomes ${codeOfTable(to)}; code that still uses the old name fails.`,
    instead: insteadOf(
      code('rename-table'),
      codeOfTable(from),
      code(`CREATE VIEW ${asWritten(file, from)} AS SELECT * FROM ${asWritten(file, to)}`),
    ),
  };
}

function insteadOf(rule: string, name: string, view: string): string {
  return `Keep the name. Or accept ${rule} for the run, and right after it create a view under ${name} by other means, for as long as both versions of the code are running: ${view}.`;
}
