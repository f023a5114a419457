import { type Collation, convertLiteral, type KeyColumn } from './key-column.ts';
import { ident, join, raw, type Sql, sql } from './sql.ts';

/**
 * A value of the migration key: its columns as SQL literals, joined by commas. No literal holds a comma itself
 * (strings travel as hexadecimal), so the text is the identity of the key, can be compared, kept in a Set, and sent.
 */
export type Key = string;

/** A key column on both sides. */
export interface KeyPair {
  readonly original: KeyColumn;
  readonly ghostName: string;
  /** The ghost's character set and collation where they are not the original's. */
  readonly convertTo: Collation | null;
  /** True where original and ghost may disagree about which strings are equal. */
  readonly exact: boolean;
  /** True where the server computes the ghost's column. */
  readonly isGenerated: boolean;
}

/** The key on the original; `alias` qualifies its columns. */
export function originalKey(key: readonly KeyPair[], alias: Sql | null = null): KeyOperand[] {
  return key.map(({ original, exact }) => ({ column: qualified(original.name, alias), write: raw, exact }));
}

/** The key on the ghost, under the names and in the character set it has there. */
export function ghostKey(key: readonly KeyPair[], alias: Sql | null = null): KeyOperand[] {
  return key.map(({ ghostName, convertTo, exact }) => ({
    column: qualified(ghostName, alias),
    write: convertTo === null ? raw : (literal: string) => convertLiteral(literal, convertTo),
    exact,
  }));
}

export function qualified(name: string, alias: Sql | null): Sql {
  return alias === null ? ident(name) : sql`${alias}.${ident(name)}`;
}

/** One column of the key as a statement refers to it. */
export interface KeyOperand {
  /** The column, qualified or not. */
  readonly column: Sql;
  /**
   * How a literal of the original is written for this column. Identity on the original; on the ghost a charset
   * conversion where the ALTER changes it.
   */
  readonly write: (literal: string) => Sql;
  /**
   * True where two keys that differ in bytes may be equal in the column's collation and original and ghost disagree
   * about it: then bytes are compared as well, so that a key never touches the row of another.
   */
  readonly exact: boolean;
}

/**
 * `column IN (…)`, or for a composite key `a = 1 AND b IN (…) OR a = 2 AND b IN (…)`: row constructors lose the range on
 * MariaDB, and keys that share their leading columns are found together.
 */
export function keyIn(operands: readonly KeyOperand[], keys: readonly Key[]): Sql {
  return literalsIn(
    operands,
    keys.map((key) => key.split(',')),
  );
}

function literalsIn([lead, ...others]: readonly KeyOperand[], keys: readonly (readonly string[])[]): Sql {
  if (lead === undefined) return raw('TRUE');
  if (others.length === 0)
    return isOneOf(
      lead,
      keys.map(([literal = 'NULL']) => literal),
    );
  const groups = new Map<string, (readonly string[])[]>();
  for (const [literal = 'NULL', ...rest] of keys) groups.set(literal, [...(groups.get(literal) ?? []), rest]);
  const alternatives = [...groups].map(
    ([literal, members]) => sql`${isOneOf(lead, [literal])} AND ${literalsIn(others, members)}`,
  );
  return sql`(${join(alternatives, ' OR ')})`;
}

function isOneOf({ column, write, exact }: KeyOperand, literals: readonly string[]): Sql {
  const values = literals.map(write);
  const found = sql`${column} IN (${join(values)})`;
  return exact ? sql`${found} AND ${bytes(column)} IN (${join(values.map(bytes))})` : found;
}

/** A half-open range of the key; `null` is unbounded. */
export interface KeyRange {
  /** Exclusive. */
  readonly after: Key | null;
  /** Inclusive. */
  readonly upTo: Key | null;
}

/**
 * Composite keys are expanded: `a > 1 OR (a = 1 AND b > 2)`. A row constructor `(a, b) > (1, 2)` says the same, but
 * neither server walks the index for it.
 */
export function keyRange(operands: readonly KeyOperand[], range: KeyRange): Sql {
  const conditions: Sql[] = [];
  if (range.after !== null) conditions.push(...beyond(operands, range.after.split(','), '>', '>'));
  if (range.upTo !== null) conditions.push(...beyond(operands, range.upTo.split(','), '<', '<='));
  return conditions.length === 0 ? raw('TRUE') : join(conditions, ' AND ');
}

/**
 * The first condition is implied by the second; it is what lets the optimizer see one range on the leading column.
 */
function beyond(operands: readonly KeyOperand[], literals: readonly string[], inner: '<' | '>', last: string): Sql[] {
  const alternatives = operands.map((operand, depth) => {
    const equals = operands
      .slice(0, depth)
      .map(({ column, write }, index) => sql`${column} = ${write(literals[index] ?? 'NULL')}`);
    const comparison = depth === operands.length - 1 ? last : inner;
    const step = sql`${operand.column} ${raw(comparison)} ${operand.write(literals[depth] ?? 'NULL')}`;
    return sql`(${join([...equals, step], ' AND ')})`;
  });
  const lead = operands[0];
  if (lead === undefined || operands.length === 1) return alternatives;
  return [
    sql`${lead.column} ${raw(`${inner}=`)} ${lead.write(literals[0] ?? 'NULL')}`,
    sql`(${join(alternatives, ' OR ')})`,
  ];
}

export function bytes(value: Sql): Sql {
  return sql`CAST(${value} AS BINARY)`;
}
