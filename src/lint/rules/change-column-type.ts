import type { TypeFamily } from '../../sql/type-families.ts';
import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { type TypeShape, typeInWords } from '../definition/type-shape.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const changeColumnType: Rule = {
  id: 'change-column-type',
  severity: 'warning',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags:
    'A column that gets a type of another kind, such as VARCHAR to INT. Wider types of the same kind are not flagged.',
  why: 'Every value is converted. One that cannot be stops the migration, and code reads values of another type from the cutover on.',
  instead: 'Add a column of the new type, write both, backfill, switch the reads, and drop the old column later.',
  ignoreWhen: 'Every value can be converted, and all code that runs anywhere reads and writes both types.',
  example: {
    table: 'CREATE TABLE users (id INT PRIMARY KEY, age VARCHAR(10) NULL)',
    flagged: 'ALTER TABLE users MODIFY COLUMN age INT NULL;',
    fine: 'ALTER TABLE users MODIFY COLUMN age VARCHAR(20) NULL;',
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      if (isSameKind(from.type, to.type)) continue;
      yield {
        at,
        title: `Changes the type of ${alter.table.name}.${to.name}`,
        message: `${code(`${alter.table.name}.${to.name}`)} goes from ${typeInWords(from.type)} to ${typeInWords(to.type)}: every value is converted.`,
        ...judgeRows(difference, [to.name], 'warning'),
      };
    }
  },
};

const numbers: readonly TypeFamily[] = ['integer', 'decimal', 'float'];

/** Other rules speak of those that lose something. */
function isSameKind(from: TypeShape, to: TypeShape): boolean {
  if (from.family === 'other' || to.family === 'other') return from.name === to.name;
  if (from.family === to.family) return true;
  if (numbers.includes(from.family) && numbers.includes(to.family)) return true;
  if (from.family === 'date' && to.family === 'time') return true;
  // A text shows a label or a document as it is. MariaDB's JSON is a LONGTEXT.
  return to.family === 'text' && (from.family === 'enum' || from.family === 'set' || from.family === 'json');
}
