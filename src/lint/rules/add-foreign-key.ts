import type { Clause } from '../../sql/parser/clause.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import { altersOf, definedColumn } from '../clauses-of.ts';
import { rowsInTheWay, violates } from '../definition/difference.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const addForeignKey: Rule = {
  id: 'add-foreign-key',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  onlyForRows: true,
  flags: 'A foreign key, also one that a column brings with REFERENCES.',
  why: 'A row without a parent stops the migration. Writes to either table lock rows of the other from then on, and a table with foreign keys is hard to change online.',
  instead:
    'Index the column and keep the reference in the application. If the key must be, remove orphans first and add it in a statement of its own: to a large table it is added in place, and then every row is checked.',
  ignoreWhen: 'The table is small or hardly written to, and no row lacks its parent.',
  example: {
    flagged: 'ALTER TABLE orders ADD CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id);',
    fine: 'ALTER TABLE orders ADD INDEX idx_user (user_id);',
  },
  *check({ file, differences }) {
    for (const alter of altersOf(file)) {
      for (const clause of alter.clauses) {
        const parent = parentOf(clause);
        if (parent === null) continue;
        const counted = rowsInTheWay(differences?.get(alter.start), (misfit) =>
          violates(misfit, 'orphan', clause.kind === 'add-foreign-key' ? clause.name : null),
        );
        const note =
          clause.kind === 'add-foreign-key' ? '' : ' Older MySQL versions read REFERENCES on a column and ignore it.';
        yield {
          at: clause,
          evidence: counted,
          title: `Adds a foreign key to ${nameOfTable(alter.table)}`,
          message: `Every row of ${codeOfTable(alter.table)} must have a parent in ${codeOfTable(parent)}.${note}`,
        };
      }
    }
  },
};

function parentOf(clause: Clause): TableReference | null {
  if (clause.kind === 'add-foreign-key') return clause.references;
  return definedColumn(clause)?.references ?? null;
}
