import type { Name } from '../../sql/parser/span.ts';
import type { CreateTable } from '../../sql/parser/statement.ts';
import { clausesOf, namedIn } from '../clauses-of.ts';
import { codeOfColumn, sameName } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropColumn: Rule = {
  id: 'drop-column',
  severity: 'error',
  needs: 'sql',
  suppressible: true,
  flags: 'DROP COLUMN, unless the column is known to be a virtual generated one.',
  why: 'Its data cannot be brought back, and application instances that still name the column fail at the cutover.',
  instead: 'First deploy code that neither reads nor writes the column, then drop it and say so in a `lint:ignore`.',
  example: {
    flagged: 'ALTER TABLE users DROP COLUMN nickname;',
    fine: 'ALTER TABLE users\n  DROP COLUMN nickname; -- lint:ignore drop-column -- unused since v4.2',
  },
  *check({ file, schema }) {
    for (const { alter, clause } of clausesOf(file, 'drop-column')) {
      const readded = namedIn(alter).addedColumns.has(clause.column.text.toLowerCase());
      if (readded || isVirtual(schema?.get(alter.start), clause.column)) continue;
      yield {
        at: clause,
        title: `Drops column ${alter.table.name}.${clause.column.text}`,
        message: `${codeOfColumn(alter.table, clause.column)} is dropped with the data of every row.`,
      };
    }
  },
};

/** A virtual column holds no data: it can be added again as it was. */
function isVirtual(table: CreateTable | undefined, name: Name): boolean {
  const definition = table?.elements.find(
    (element) => element.kind === 'add-column' && sameName(element.column.name, name),
  );
  return definition?.kind === 'add-column' && definition.column.generated === 'virtual';
}
