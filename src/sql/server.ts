import { ident, join, raw, type Sql, sql } from './sql.ts';

/** What the server calls itself. */
export const selectProduct = sql`SELECT VERSION() AS version, @@GLOBAL.version_comment AS version_comment`;

/** Those of these variables that the server has. */
export function showVariables(names: readonly string[]): Sql {
  return sql`SHOW GLOBAL VARIABLES WHERE Variable_name IN (${join(names.map((name) => sql`${name}`))})`;
}

/** Every connection to a source. MariaDB's older statement shows only the one that has no name. */
export const showAllSlavesStatus = sql`SHOW ALL SLAVES STATUS`;

/** MariaDB: how many connections to a source are applied now. Everybody may ask. */
export const showRunningSlaves = sql`SHOW GLOBAL STATUS LIKE ${'Slaves\\_running'}`;

/** MySQL: of its replication group, the server itself included. */
export const selectGroupMembers = sql`SELECT MEMBER_ID AS id FROM performance_schema.replication_group_members
  WHERE MEMBER_STATE IN ('ONLINE', 'RECOVERING')`;

/** A global variable by which one server differs from others. */
export interface IdentityVariable {
  readonly name: string;
  /** Who has it; `null` for both. */
  readonly flavor: 'mysql' | 'mariadb' | null;
}

/** On MySQL the uuid is unique. Not every MariaDB has `server_uid`; then where it runs, and its number among replicas, must do. */
export const identityVariables: readonly IdentityVariable[] = [
  { name: 'hostname', flavor: null },
  { name: 'port', flavor: null },
  { name: 'server_uuid', flavor: 'mysql' },
  { name: 'server_uid', flavor: 'mariadb' },
  { name: 'server_id', flavor: 'mariadb' },
];

/** A column for each, named as {@link identityColumn} says. */
export function identityParts(variables: readonly IdentityVariable[]): Sql[] {
  return variables.map(({ name, flavor }) => {
    const part = sql`, @@GLOBAL.${raw(name)} AS ${ident(identityColumn(name))}`;
    return flavor === null ? part : raw(inDialect(flavor, part));
  });
}

export function identityColumn(variable: string): string {
  return `identity ${variable}`;
}

/** Each server passes over what is in the comments of the other. MariaDB takes the numbers 50700 to 99999 for MySQL's own. */
export function inDialect(flavor: 'mysql' | 'mariadb', part: Sql): string {
  return flavor === 'mysql' ? `/*!80000 ${part.text} */` : `/*M! ${part.text} */`;
}

/** Empty where this connection is in clear. */
export const showCipher = sql`SHOW SESSION STATUS LIKE 'Ssl_cipher'`;
