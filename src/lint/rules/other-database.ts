import { tablesElsewhere } from '../home-database.ts';
import { code, codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const otherDatabase: Rule = {
  id: 'other-database',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags: 'A table of another database than that of `target`, unless the option `databases` names it.',
  why: 'Whoever reviews a change of one database does not expect a change of another.',
  instead:
    'Leave the name of the database out, or name the database in the option `databases`: as an input, or in the config file on the branch that is merged into.',
  ignoreWhen: 'Never by a comment: whoever wants it names the database in the option `databases`.',
  example: {
    flagged: 'ALTER TABLE billing.invoices ADD COLUMN note TEXT NULL;',
    fine: 'ALTER TABLE invoices ADD COLUMN note TEXT NULL;',
  },
  *check({ file, home }) {
    if (home === null) return;
    for (const statement of file.statements) {
      for (const table of tablesElsewhere(statement, home)) {
        yield {
          at: table,
          title: `Names ${nameOfTable(table)}, in another database`,
          message: `${codeOfTable(table)} is not in ${code(home.name)}, the database of target.`,
        };
      }
    }
  },
};
