import type { Span } from '../../sql/parser/span.ts';
import type { Statement } from '../../sql/parser/statement.ts';
import { knownAlters } from '../definition/column-changes.ts';
import { type IndexShape, isUnique } from '../definition/index-shape.ts';
import { isSame, shapeOf } from '../definition/table-shape.ts';
import { code, codeOfTable, nameOfTable } from '../names.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

export const redundantIndex: Rule = {
  id: 'redundant-index',
  severity: 'warning',
  needs: 'text',
  suppressible: true,
  flags: 'A new index whose columns are the first ones of another index, and one that a new index makes needless.',
  why: 'The other index serves the same queries, so this one only costs room, and time with every write.',
  instead: 'Leave it out, or drop the shorter of the two.',
  ignoreWhen: 'The longer index is much wider, and queries that read the short one alone are what matters.',
  example: {
    flagged: 'CREATE TABLE users (id INT PRIMARY KEY, a INT, b INT, KEY a (a), KEY a_b (a, b));',
    fine: 'CREATE TABLE users (id INT PRIMARY KEY, a INT, b INT, KEY a_b (a, b));',
  },
  *check(context) {
    for (const { statement, known, after } of tablesOf(context)) {
      for (const index of after) {
        const other = after.find((one) => one !== index && covers(one, index, after));
        if (other === undefined) continue;
        const isNew = (one: IndexShape): boolean => !known.some((before) => isSameIndex(before, one));
        if (!isNew(index) && !isNew(other)) continue;
        yield problemOf(statement, index, other);
      }
    }
  },
};

interface Indexed {
  readonly statement: Extract<Statement, { kind: 'alter-table' | 'create-table' }>;
  /** Those that are there already. */
  readonly known: readonly IndexShape[];
  readonly after: readonly IndexShape[];
}

function* tablesOf(context: RuleContext): Generator<Indexed> {
  for (const statement of context.file.statements) {
    if (statement.kind !== 'create-table') continue;
    yield { statement, known: [], after: shapeOf(statement, context.file.text)?.indexes ?? [] };
  }
  for (const { alter, difference } of knownAlters(context))
    yield { statement: alter, known: difference.before.indexes, after: difference.after.indexes };
}

/** Whether every query that `index` serves is served by `other`; of two that are the same, the one that comes first stays. */
function covers(other: IndexShape, index: IndexShape, all: readonly IndexShape[]): boolean {
  const isPlain = index.kind === 'plain' || index.kind === 'unique';
  if (!isPlain || !other.used || (other.kind !== 'plain' && !isUnique(other))) return false;
  const isPrefix =
    index.parts.length <= other.parts.length &&
    index.parts.every((part, at) => partText(part.text) === partText(other.parts[at]?.text ?? ''));
  if (!isPrefix) return false;
  const isSameLength = index.parts.length === other.parts.length;
  if (isUnique(index) && !(isSameLength && isUnique(other))) return false;
  if (!isSameLength || isUnique(index) !== isUnique(other)) return true;
  return other.kind === 'primary' || all.indexOf(other) < all.indexOf(index);
}

function isSameIndex(one: IndexShape, other: IndexShape): boolean {
  const text = ({ parts }: IndexShape): string => parts.map((part) => partText(part.text)).join();
  return isSame(one.name, other.name) && text(one) === text(other);
}

function partText(text: string): string {
  return text.replaceAll('`', '').replaceAll(/\s+/gu, '').toLowerCase();
}

function problemOf(statement: Indexed['statement'], index: IndexShape, other: IndexShape): Problem {
  return {
    at: placeOf(statement, index, other),
    title: `Index ${index.name} of ${nameOfTable(statement.table)} is needless`,
    message: `${code(other.name)} of ${codeOfTable(statement.table)} begins with the columns of ${code(index.name)}, and serves the same queries.`,
  };
}

/** The clause that adds one of the two. */
function placeOf(statement: Indexed['statement'], ...indexes: readonly IndexShape[]): Span {
  const clauses = statement.kind === 'create-table' ? statement.elements : statement.clauses;
  for (const { name } of indexes) {
    const found = clauses.find(
      (clause) => clause.kind === 'add-index' && (clause.name === null || isSame(clause.name.text, name)),
    );
    if (found !== undefined) return found;
  }
  return statement.table;
}
