import type { Name } from '../../sql/parser/span.ts';
import type { CreateTable } from '../../sql/parser/statement.ts';
import { clausesOf, namedIn } from '../clauses-of.ts';
import { code, codeOfTable, sameName } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropIndexWithoutInvisible: Rule = {
  id: 'drop-index-without-invisible',
  severity: 'warning',
  needs: 'sql',
  suppressible: true,
  flags: 'An index that is dropped though nothing says that queries were tried without it.',
  why: 'If a query still needs the index, building it again takes hours while that query scans the table.',
  instead:
    'First make it INVISIBLE (MySQL) or IGNORED (MariaDB), which is undone at once, and drop it a few days later.',
  example: {
    flagged: 'ALTER TABLE users DROP INDEX idx_email;',
    fine: 'ALTER TABLE users ALTER INDEX idx_email INVISIBLE;',
  },
  *check({ file, schema }) {
    for (const { alter, clause } of clausesOf(file, 'drop-index')) {
      const replaced = namedIn(alter).addedIndexes.has(clause.name.text.toLowerCase());
      if (replaced || isUnused(schema?.get(alter.start), clause.name)) continue;
      yield {
        at: clause,
        title: `Drops index ${clause.name.text} that may be in use`,
        message: `${code(clause.name.text)} of ${codeOfTable(alter.table)} is dropped while queries may still rely on it.`,
      };
    }
  },
};

function isUnused(table: CreateTable | undefined, name: Name): boolean {
  return (
    table?.elements.some((element) => element.kind === 'add-index' && isNamed(element.name, name) && !element.used) ??
    false
  );
}

function isNamed(one: Name | null, other: Name): boolean {
  return one !== null && sameName(one, other);
}
