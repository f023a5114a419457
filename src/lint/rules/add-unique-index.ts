import type { Clause } from '../../sql/parser/clause.ts';
import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import { type Alter, altersOf, definedColumn } from '../clauses-of.ts';
import { type Difference, isOver, type Misfit, rowsInTheWay } from '../definition/difference.ts';
import { findColumn, isSame } from '../definition/table-shape.ts';
import { usableKeys } from '../definition/usable-keys.ts';
import { code, codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const addUniqueIndex: Rule = {
  id: 'add-unique-index',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  onlyForRows: true,
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
        const parts = uniqueParts(clause);
        const names = parts.flatMap(({ column }) => (column === null ? [] : [column]));
        if (parts.length === 0 || names.some((name) => distinct.has(name.toLowerCase()))) continue;
        if (difference !== undefined && holdsUniqueKey(parts, difference, alter)) continue;
        const isOwn = (misfit: Misfit): boolean => misfit.kind === 'duplicate-key' && isOver(names, misfit);
        // What an expression is over is not known here.
        const evidence = names.length === parts.length ? rowsInTheWay(difference, isOwn) : null;
        const proof = evidence === null ? '; nothing here proves that none are' : '';
        const list = parts.map(({ column }) => (column === null ? 'an expression' : code(column))).join(', ');
        yield {
          at: clause,
          evidence,
          title: `Makes columns of ${nameOfTable(alter.table)} unique`,
          message: `Rows of ${codeOfTable(alter.table)} may be equal in ${list}${proof}.`,
        };
      }
    }
  },
};

interface UniquePart {
  /** `null` for an expression. */
  readonly column: string | null;
  readonly isWhole: boolean;
}

/** What the clause makes unique together; none if it does not. */
function uniqueParts(clause: Clause): readonly UniquePart[] {
  if (clause.kind === 'add-index' && clause.index === 'unique') {
    return clause.parts.map(({ column, hasPrefixLength }) => ({
      column: column?.text ?? null,
      isWhole: !hasPrefixLength,
    }));
  }
  const column = definedColumn(clause);
  return column?.key === 'unique' ? [{ column: column.name.text, isWhole: true }] : [];
}

/** Rows that differ in some of the columns differ in all of them: a unique key is among them, and the statement leaves its columns as they are. */
function holdsUniqueKey(parts: readonly UniquePart[], { before, after }: Difference, alter: Alter): boolean {
  const isKept = (name: string): boolean =>
    parts.some(({ column, isWhole }) => isWhole && column !== null && isSame(column, name)) &&
    JSON.stringify(findColumn(before, name)) === JSON.stringify(findColumn(after, name)) &&
    !alter.clauses.some((clause) => takesName(clause, name));
  return usableKeys(before).some((key) => key.parts.every(({ column }) => column !== null && isKept(column)));
}

/** Whether the column of this name may be another one afterwards. */
function takesName(clause: Clause, name: string): boolean {
  if (clause.kind === 'rename-column') return isSame(clause.to.text, name);
  if (clause.kind === 'change-column') return isSame(clause.column.name.text, name);
  return clause.kind === 'add-column' && isSame(clause.column.name.text, name);
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
