import { raw, type Sql, sql } from './sql.ts';

export const startTransaction = raw('START TRANSACTION');
export const commit = raw('COMMIT');
export const rollback = raw('ROLLBACK');

/** In the form of a table, whatever the server's `explain_format` says; MariaDB has that form alone. */
export function explain(statement: Sql, flavor: 'mysql' | 'mariadb'): Sql {
  return flavor === 'mysql' ? sql`EXPLAIN FORMAT=TRADITIONAL ${statement}` : sql`EXPLAIN ${statement}`;
}
