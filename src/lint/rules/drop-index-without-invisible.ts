import type { Name } from '../../sql/parser/span.ts';
import { clausesOf, namedIn } from '../clauses-of.ts';
import { isSame, type TableShape } from '../definition/table-shape.ts';
import { code, codeOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropIndexWithoutInvisible: Rule = {
  id: 'drop-index-without-invisible',
  severity: 'warning',
  needs: 'text',
  suppressible: true,
  flags: 'An index that is dropped though nothing says that queries were tried without it.',
  why: 'If a query still needs the index, building it again takes hours while that query scans the table.',
  instead:
    'First make it INVISIBLE (MySQL) or IGNORED (MariaDB), which is undone at once, and drop it a few days later.',
  ignoreWhen:
    'The server counts reads of indexes, and has counted none for weeks; or another index serves the same queries.',
  example: {
    flagged: 'ALTER TABLE users DROP INDEX idx_email;',
    fine: 'ALTER TABLE users ALTER INDEX idx_email INVISIBLE;',
  },
  *check({ file, differences }) {
    for (const { alter, clause } of clausesOf(file, 'drop-index')) {
      const replaced = namedIn(alter).addedIndexes.has(clause.name.text.toLowerCase());
      if (replaced || isUnused(differences?.get(alter.start)?.before, clause.name)) continue;
      yield {
        at: clause,
        title: `Drops index ${clause.name.text} that may be in use`,
        message: `${code(clause.name.text)} of ${codeOfTable(alter.table)} is dropped while queries may still rely on it.`,
      };
    }
  },
};

function isUnused(table: TableShape | undefined, { text }: Name): boolean {
  return table?.indexes.some(({ name, used }) => isSame(name, text) && !used) ?? false;
}
