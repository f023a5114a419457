import { raw, type Sql, sql } from './sql.ts';

/**
 * Whether a column of information_schema has the name of a table or a schema. MariaDB compares them without case there, also where
 * names are files, and two that differ by their case are two tables.
 */
export function isNamed(column: string, name: Sql | string): Sql {
  const found = raw(column);
  return sql`(${found} = ${name} AND (@@GLOBAL.lower_case_table_names <> 0 OR CAST(${found} AS BINARY) = CAST(${name} AS BINARY)))`;
}
