import type { TableName } from './inspect.ts';
import { join, raw, type Sql, sql } from './sql.ts';

/** A statement that looks for stored objects is given up after this: a plan does not wait for it. */
export const storedObjectsTimeoutMs = 5_000;

const ownSchemas = sql`('mysql', 'sys', 'information_schema', 'performance_schema')`;

/**
 * Views, routines, events, and triggers of other tables whose body has the name of the table somewhere in it or may not be
 * read by this user. One statement a kind, with rows of `kind`, `schema_name`, `name`, `sql_mode` and `body`; `body` is
 * NULL or empty where the user may not read it. Objects that the user may not see at all give no row.
 *
 * @param limit of rows for each kind
 */
export function selectStoredObjects(flavor: 'mysql' | 'mariadb', table: TableName, limit: number): readonly Sql[] {
  const kinds = [
    {
      kind: sql`'view'`,
      schema: raw('TABLE_SCHEMA'),
      name: raw('TABLE_NAME'),
      mode: sql`''`,
      body: raw('VIEW_DEFINITION'),
      from: sql`information_schema.VIEWS WHERE TRUE`,
    },
    {
      kind: sql`LOWER(ROUTINE_TYPE)`,
      schema: raw('ROUTINE_SCHEMA'),
      name: raw('ROUTINE_NAME'),
      mode: raw('SQL_MODE'),
      body: raw('ROUTINE_DEFINITION'),
      // MariaDB has packages too, which name what their routines name.
      from: sql`information_schema.ROUTINES WHERE TRUE`,
    },
    {
      kind: sql`'event'`,
      schema: raw('EVENT_SCHEMA'),
      name: raw('EVENT_NAME'),
      mode: raw('SQL_MODE'),
      body: raw('EVENT_DEFINITION'),
      from: sql`information_schema.EVENTS WHERE TRUE`,
    },
    {
      kind: sql`'trigger'`,
      schema: raw('TRIGGER_SCHEMA'),
      name: raw('TRIGGER_NAME'),
      mode: raw('SQL_MODE'),
      body: raw('ACTION_STATEMENT'),
      from: sql`information_schema.TRIGGERS
        WHERE NOT (EVENT_OBJECT_SCHEMA = ${table.schema} AND EVENT_OBJECT_TABLE = ${table.name})`,
    },
  ];
  return kinds.map(({ kind, schema, name, mode, body, from }) =>
    timed(
      flavor,
      sql`${kind} AS kind, ${schema} AS schema_name, ${name} AS name, ${mode} AS sql_mode, ${body} AS body
      FROM ${from} AND ${schema} NOT IN ${ownSchemas}
        AND (${body} IS NULL OR ${body} = '' OR ${holds(body, table.name)})
      ORDER BY ${schema} <> ${table.schema}, ${schema}, ${name} LIMIT ${limit}`,
    ),
  );
}

/** Parameters of routines with one of these names: `schema_name`, `routine`, `name`. */
export function selectParametersNamed(flavor: 'mysql' | 'mariadb', names: readonly string[]): Sql {
  const list = join(names.map((name) => sql`${name}`));
  return timed(
    flavor,
    sql`SPECIFIC_SCHEMA AS schema_name, SPECIFIC_NAME AS routine, PARAMETER_NAME AS name
    FROM information_schema.PARAMETERS WHERE PARAMETER_NAME IN (${list})`,
  );
}

/** Any case; a quote within a name may be doubled in the body. */
function holds(body: Sql, name: string): Sql {
  const pattern = name.replaceAll(/[\\%_]/gu, String.raw`\$&`).replaceAll(/[`"]/gu, '%');
  return sql`CONVERT(${body} USING utf8mb4) COLLATE utf8mb4_general_ci LIKE ${`%${pattern}%`}`;
}

function timed(flavor: 'mysql' | 'mariadb', rest: Sql): Sql {
  return flavor === 'mysql'
    ? sql`SELECT /*+ MAX_EXECUTION_TIME(${storedObjectsTimeoutMs}) */ ${rest}`
    : sql`SET STATEMENT max_statement_time = ${storedObjectsTimeoutMs / 1000} FOR SELECT ${rest}`;
}
