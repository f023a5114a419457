import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import { clausesOf } from '../clauses-of.ts';
import { codeOfColumn } from '../names.ts';
import type { Rule } from '../rule.ts';

export const addNotNullNoDefault: Rule = {
  id: 'add-not-null-no-default',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  onlyForRows: true,
  flags: 'A column added NOT NULL without a DEFAULT, unless it is generated or AUTO_INCREMENT.',
  why: 'Every INSERT of code that does not know the column yet fails, and rows that exist already get a value nobody chose.',
  instead: 'Give it a DEFAULT, or add it NULL, backfill, and make it NOT NULL once all code fills it in.',
  ignoreWhen: 'The table is empty, and no code writes to it yet.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN age TINYINT UNSIGNED NOT NULL;',
    fine: 'ALTER TABLE users ADD COLUMN age TINYINT UNSIGNED NOT NULL DEFAULT 0;',
  },
  *check({ file }) {
    for (const { alter, clause } of clausesOf(file, 'add-column')) {
      const { column } = clause;
      if (column.nullability !== 'not-null' || column.default !== null) continue;
      if (column.autoIncrement || column.generated !== null) continue;
      yield {
        at: clause,
        title: `Adds required column ${alter.table.name}.${column.name.text}`,
        message: `${codeOfColumn(alter.table, column.name)} has no DEFAULT; rows that exist already ${fateOfRows(column)}.`,
      };
    }
  },
};

/** A zero date is refused by the strict mode that is the default of MySQL; every other type has a zero that is allowed. */
function fateOfRows({ type }: ColumnDefinition): string {
  const isDate = type.name === 'DATE' || type.name === 'DATETIME' || type.name === 'TIMESTAMP';
  return isDate ? 'would need a zero date, which strict mode refuses' : 'would get the zero or empty value of its type';
}
