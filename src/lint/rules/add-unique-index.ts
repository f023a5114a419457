import type { Clause } from '../../sql/parser/clause.ts';
import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import type { Name } from '../../sql/parser/span.ts';
import { type Alter, altersOf, definedColumn } from '../clauses-of.ts';
import { isOver, type Misfit, rowsInTheWay } from '../definition/difference.ts';
import { code, codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const addUniqueIndex: Rule = {
  id: 'add-unique-index',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'A unique index over columns that have data already.',
  why: 'One duplicate, there already or written while the copy runs, stops the migration; later ones fail in the application.',
  instead:
    'Look for duplicates (GROUP BY … HAVING COUNT(*) > 1), remove them, make the application refuse new ones, then add it.',
  ignoreWhen: 'A query on the target has just shown that there are no duplicates, and the application makes none.',
  example: {
    flagged: 'CREATE UNIQUE INDEX uk_email ON users (email);',
    fine: 'ALTER TABLE users ADD INDEX idx_email (email);',
  },
  *check({ file, differences }) {
    for (const alter of altersOf(file)) {
      const difference = differences?.get(alter.start);
      const distinct = columnsThatCannotCollide(alter);
      for (const clause of alter.clauses) {
        const columns = uniqueColumns(clause);
        if (columns.length === 0 || columns.some(({ text }) => distinct.has(text.toLowerCase()))) continue;
        const names = columns.map(({ text }) => text);
        const isOwn = (misfit: Misfit): boolean => misfit.kind === 'duplicate-key' && isOver(names, misfit);
        // What an expression is over is not known here.
        const evidence = isPlain(clause) ? rowsInTheWay(difference, isOwn) : null;
        const proof = evidence === null ? '; nothing here proves that none are' : '';
        yield {
          at: clause,
          evidence,
          title: `Makes columns of ${nameOfTable(alter.table)} unique`,
          message: `Rows of ${codeOfTable(alter.table)} may be equal in ${names.map(code).join(', ')}${proof}.`,
        };
      }
    }
  },
};

/** The columns that the clause makes unique together; none if it does not, or if it is not columns but expressions. */
function uniqueColumns(clause: Clause): readonly Name[] {
  if (clause.kind === 'add-index' && clause.index === 'unique') {
    return clause.parts.flatMap((part) => part.column ?? { text: 'an expression', start: part.start, end: part.end });
  }
  const column = definedColumn(clause);
  return column?.key === 'unique' ? [column.name] : [];
}

function isPlain(clause: Clause): boolean {
  return clause.kind !== 'add-index' || clause.parts.every(({ column }) => column !== null);
}

/** Values that the server counts up never collide, and neither do NULLs. */
function columnsThatCannotCollide({ clauses }: Alter): ReadonlySet<string> {
  const columns = clauses.flatMap((clause) => (clause.kind === 'add-column' ? [clause.column] : []));
  return new Set(columns.filter(startsDistinct).map(({ name }) => name.text.toLowerCase()));
}

function startsDistinct(column: ColumnDefinition): boolean {
  const startsNull = column.nullability !== 'not-null' && (column.default === null || column.default.kind === 'null');
  return column.autoIncrement || (startsNull && column.generated === null);
}
