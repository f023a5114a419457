import type { TableName } from './inspect.ts';
import { join, type Sql, sql } from './sql.ts';

/** The tables whose changes make the server itself change rows of this one. */
export function selectCascadingParents(table: TableName): Sql {
  return sql`SELECT UNIQUE_CONSTRAINT_SCHEMA AS schema_name, REFERENCED_TABLE_NAME AS name
    FROM information_schema.REFERENTIAL_CONSTRAINTS
    WHERE CONSTRAINT_SCHEMA = ${table.schema} AND TABLE_NAME = ${table.name}
      AND (UPDATE_RULE NOT IN ('NO ACTION', 'RESTRICT') OR DELETE_RULE NOT IN ('NO ACTION', 'RESTRICT'))`;
}

/** Stored functions of these names, in whichever schema. Who has EXECUTE on the whole server sees all of them. */
export function selectFunctionsNamed(names: readonly string[]): Sql {
  return sql`SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES
    WHERE ROUTINE_TYPE = 'FUNCTION' AND ROUTINE_NAME IN (${join(names.map((name) => sql`${name}`))}) LIMIT 1`;
}

/** Stored functions and packages of these names, in whichever schema. Whoever may call one sees it. */
export function selectRoutinesNamed(names: readonly string[]): Sql {
  return sql`SELECT ROUTINE_SCHEMA AS schema_name, ROUTINE_NAME AS name FROM information_schema.ROUTINES
    WHERE ROUTINE_TYPE <> 'PROCEDURE' AND ROUTINE_NAME IN (${join(names.map((name) => sql`${name}`))})`;
}
