import type { Name } from '../../sql/parser/span.ts';
import { clausesOf } from '../clauses-of.ts';
import { code, codeOfColumn, sameName } from '../names.ts';
import type { Rule } from '../rule.ts';

export const renameColumn: Rule = {
  id: 'rename-column',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'RENAME COLUMN, and CHANGE COLUMN with another name.',
  why: 'Old and new application code never run on the same schema: whichever is not meant for it fails.',
  instead: 'Add the new column, write both, backfill, switch the reads, and drop the old column in a later migration.',
  ignoreWhen: 'No code that runs anywhere names the column.',
  example: {
    flagged: 'ALTER TABLE users RENAME COLUMN name TO full_name;',
    fine: 'ALTER TABLE users ADD COLUMN full_name VARCHAR(255) NULL;',
  },
  *check({ file }) {
    for (const { alter, clause } of clausesOf(file, 'rename-column', 'change-column')) {
      const to: Name = clause.kind === 'rename-column' ? clause.to : clause.column.name;
      if (sameName(clause.from, to)) continue;
      yield {
        at: clause,
        title: `Renames column ${alter.table.name}.${clause.from.text}`,
        message: `${codeOfColumn(alter.table, clause.from)} becomes ${code(to.text)}; code that still says ${code(clause.from.text)} fails at the cutover.`,
      };
    }
  },
};
