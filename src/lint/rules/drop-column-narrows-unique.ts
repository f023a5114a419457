import { clausesOf } from '../clauses-of.ts';
import { knownAlters } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import { type IndexShape, isUnique } from '../definition/index-shape.ts';
import { isSame } from '../definition/table-shape.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropColumnNarrowsUnique: Rule = {
  id: 'drop-column-narrows-unique',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  flags: 'A dropped column that is one of several in a primary key or a unique index, which stays with the others.',
  why: 'The key is stricter then: rows that differ in this column alone are duplicates, and stop the migration.',
  instead: 'Drop the key in the same statement, or make one of the columns that are meant to be unique.',
  ignoreWhen: 'A query on the target has just shown that the columns that stay have no duplicates.',
  example: {
    table: 'CREATE TABLE seats (id INT PRIMARY KEY, hall INT, seat INT, UNIQUE KEY uk (hall, seat))',
    flagged: 'ALTER TABLE seats DROP COLUMN hall; -- lint:ignore drop-column -- unused since v4.2',
    fine: 'ALTER TABLE seats DROP COLUMN hall, DROP INDEX uk; -- lint:ignore drop-column, drop-index-without-invisible -- unused since v4.2',
  },
  *check(context) {
    const known = new Map([...knownAlters(context)].map(({ alter, difference }) => [alter, difference]));
    for (const { alter, clause } of clausesOf(context.file, 'drop-column')) {
      const difference = known.get(alter);
      if (difference === undefined) continue;
      const { before, after } = difference;
      const name = clause.column.text;
      const narrowed = before.indexes.find(
        (index) => isUnique(index) && has(index, name) && stays(index, after.indexes),
      );
      if (narrowed === undefined) continue;
      const columns = narrowed.parts.flatMap(({ column }) => (column === null || isSame(column, name) ? [] : [column]));
      yield {
        at: clause,
        title: `Makes ${narrowed.name} of ${alter.table.name} stricter`,
        message: `${code(name)} is part of ${code(narrowed.name)}, which is unique over ${columns.map(code).join(', ')} alone afterwards.`,
        ...judgeRows(difference, columns, 'error'),
      };
    }
  },
};

function has({ parts }: IndexShape, name: string): boolean {
  return parts.some(({ column }) => column !== null && isSame(column, name));
}

/** The index of that name has lost parts and has some left. One that is made anew is meant as it is. */
function stays({ name, parts }: IndexShape, after: readonly IndexShape[]): boolean {
  const left = after.find((index) => isSame(index.name, name));
  return left !== undefined && left.parts.length < parts.length;
}
