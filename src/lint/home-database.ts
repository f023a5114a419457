import type { TableReference } from '../sql/parser/span.ts';
import type { Statement } from '../sql/parser/statement.ts';
import { tablesOfStatement } from '../sql/parser/table-of.ts';

/** The database that statements are for, and which others they may name. */
export interface HomeDatabase {
  readonly name: string;
  /** Other databases that a person has allowed. */
  readonly allowed: readonly string[];
  /** Whether the server compares names of databases without regard to case; `null` where no server was asked. */
  readonly foldsNames: boolean | null;
}

/** The tables of a statement that are in another database, which nobody has allowed. */
export function tablesElsewhere(statement: Statement, home: HomeDatabase): readonly TableReference[] {
  return tablesOfStatement(statement).filter(
    ({ schema }) => schema !== null && ![home.name, ...home.allowed].some((name) => isSame(schema, name, home)),
  );
}

/** Whether only the server can tell: the names differ in case alone. */
export function dependsOnFolding(statement: Statement, home: HomeDatabase): boolean {
  const strict = tablesElsewhere(statement, { ...home, foldsNames: false });
  return strict.length > tablesElsewhere(statement, { ...home, foldsNames: true }).length;
}

/** Where no server was asked, names that differ in case alone count as the same: `plan` and `migrate` ask the server. */
function isSame(one: string, other: string, { foldsNames }: HomeDatabase): boolean {
  return one === other || (foldsNames !== false && one.toLowerCase() === other.toLowerCase());
}
