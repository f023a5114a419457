import type { TableName } from './inspect.ts';
import { join, raw, type Sql, sql, tableName } from './sql.ts';

/** A statement that looks for stored objects is given up after this: a plan does not wait for it. */
export const storedObjectsTimeoutMs = 5_000;

const ownSchemas = sql`('mysql', 'sys', 'information_schema', 'performance_schema')`;

export const storedKinds = ['view', 'routine', 'event', 'trigger'] as const;
export type StoredKind = (typeof storedKinds)[number];

interface StoredSource {
  readonly kind: Sql;
  readonly schema: Sql;
  readonly name: Sql;
  readonly mode: Sql;
  readonly body: Sql;
  /** The table of a trigger. */
  readonly on: { readonly schema: Sql; readonly table: Sql } | null;
  readonly from: Sql;
}

const sources: Readonly<Record<StoredKind, StoredSource>> = {
  view: {
    kind: sql`'view'`,
    schema: raw('TABLE_SCHEMA'),
    name: raw('TABLE_NAME'),
    mode: sql`''`,
    body: raw('VIEW_DEFINITION'),
    on: null,
    from: raw('information_schema.VIEWS'),
  },
  routine: {
    kind: sql`LOWER(ROUTINE_TYPE)`,
    schema: raw('ROUTINE_SCHEMA'),
    name: raw('ROUTINE_NAME'),
    mode: raw('SQL_MODE'),
    body: raw('ROUTINE_DEFINITION'),
    on: null,
    // MariaDB has packages too, which name what their routines name.
    from: raw('information_schema.ROUTINES'),
  },
  event: {
    kind: sql`'event'`,
    schema: raw('EVENT_SCHEMA'),
    name: raw('EVENT_NAME'),
    mode: raw('SQL_MODE'),
    body: raw('EVENT_DEFINITION'),
    on: null,
    from: raw('information_schema.EVENTS'),
  },
  trigger: {
    kind: sql`'trigger'`,
    schema: raw('TRIGGER_SCHEMA'),
    name: raw('TRIGGER_NAME'),
    mode: raw('SQL_MODE'),
    body: raw('ACTION_STATEMENT'),
    on: { schema: raw('EVENT_OBJECT_SCHEMA'), table: raw('EVENT_OBJECT_TABLE') },
    from: raw('information_schema.TRIGGERS'),
  },
};

/**
 * Views, routines, events, or triggers of other tables whose body has the name of the table somewhere in it or may not be
 * read by this user: rows of `kind`, `schema_name`, `name`, `sql_mode`, `body`, and of a trigger `on_schema` and `on_table`; `body`
 * is NULL or empty where the user may not read it. Objects that the user may not see at all give no row.
 *
 * @param table `null` for all of this kind
 */
export function selectStoredObjects(
  flavor: 'mysql' | 'mariadb',
  stored: StoredKind,
  table: TableName | null,
  limit: number,
): Sql {
  const { kind, schema, name, mode, body, on, from } = sources[stored];
  const owner = on === null ? sql`` : sql`, ${on.schema} AS on_schema, ${on.table} AS on_table`;
  const columns = sql`${kind} AS kind, ${schema} AS schema_name, ${name} AS name, ${mode} AS sql_mode, ${body} AS body${owner}`;
  const place = sql`FROM ${from} WHERE ${schema} NOT IN ${ownSchemas}`;
  if (table === null) return timed(flavor, sql`${columns} ${place} ORDER BY ${schema}, ${name} LIMIT ${limit}`);
  const others = on === null ? sql`` : sql`AND NOT (${on.schema} = ${table.schema} AND ${on.table} = ${table.name})`;
  return timed(
    flavor,
    sql`${columns} ${place} ${others} AND (${body} IS NULL OR ${body} = '' OR ${holds(body, table.name)})
      ORDER BY ${schema} <> ${table.schema}, ${schema}, ${name} LIMIT ${limit}`,
  );
}

/** Its statement as it was sent, in the column `SQL Original Statement` or `Create …`; NULL for a user who may not see it. */
export function showCreateStored(kind: string, place: TableName): Sql {
  return sql`SHOW CREATE ${raw(kind.toUpperCase())} ${tableName(place)}`;
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
