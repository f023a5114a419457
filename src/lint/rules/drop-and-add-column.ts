import { clausesOf, namedIn } from '../clauses-of.ts';
import { codeOfColumn } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropAndAddColumn: Rule = {
  id: 'drop-and-add-column',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'A column that one ALTER TABLE both drops and adds.',
  why: 'This does not convert the column: the old data is lost and every row starts with the default.',
  instead: 'To keep the data use MODIFY COLUMN; to start afresh add a column of another name.',
  ignoreWhen: 'The values are meant to be thrown away, and no code reads them while the migration runs.',
  example: {
    flagged: 'ALTER TABLE users DROP COLUMN age, ADD COLUMN age SMALLINT NULL;',
    fine: 'ALTER TABLE users MODIFY COLUMN age SMALLINT NULL;',
  },
  *check({ file }) {
    for (const { alter, clause } of clausesOf(file, 'add-column')) {
      const { name } = clause.column;
      if (!namedIn(alter).droppedColumns.has(name.text.toLowerCase())) continue;
      yield {
        at: clause,
        title: `Empties column ${alter.table.name}.${name.text}`,
        message: `${codeOfColumn(alter.table, name)} is dropped and added again, without its data.`,
      };
    }
  },
};
