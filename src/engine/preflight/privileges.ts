import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { showGrants, showVariable, type TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type Grants, readGrants } from './grants.ts';
import type { TableUse } from './table-uses.ts';

/** On the table, its ghost and its changelog. See the MySQL manual, "Privileges Provided by MySQL". */
const onTable = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
  'DROP',
  'ALTER',
  'INDEX',
  'LOCK TABLES',
  'CREATE TEMPORARY TABLES',
  // Without TRIGGER the triggers of the table cannot be seen, and they would be lost.
  'TRIGGER',
];
/**
 * On the server, one of each list. MariaDB has called REPLICATION CLIENT "BINLOG MONITOR" since 10.5.
 */
const onServer = [['REPLICATION SLAVE'], ['REPLICATION CLIENT', 'BINLOG MONITOR']];
/**
 * A user sees foreign keys of tables in other schemas with SELECT on those tables, or with PROCESS in InnoDB's own lists.
 */
const toSeeKeys = ['PROCESS', 'SELECT'];

/** MariaDB: a swap that cannot see that a backup waits could lose rows. */
const toSeeBackups = ['PROCESS'];

/**
 * What the user lacks for a migration, as far as SHOW GRANTS tells. What it does not show is lacking: nothing is believed, because
 * triggers and foreign keys that a user may not see would be lost.
 */
export async function missingPrivileges(
  session: Session,
  table: TableName,
  flavor: Flavor | null = null,
): Promise<GhostshipError[]> {
  const grants = await askGrants(session);
  return lacking(grants, [
    ...onTable.filter((name) => !grants.covers(name, table)).map((name) => `${name} on ${table.schema}.*`),
    ...lackingOnServer(grants, [...onServer, flavor === 'mariadb' ? toSeeBackups : toSeeKeys]),
  ]);
}

/** The same for statements that need no copy, where a grant on the table itself is enough. */
export async function missingUses(session: Session, uses: readonly TableUse[]): Promise<GhostshipError[]> {
  if (uses.length === 0) return [];
  const grants = await askGrants(session);
  const missing = uses.flatMap(({ table, privileges }) =>
    privileges
      .filter((name) => !grants.coversTable(name, table))
      .map((name) => `${name} on ${table.schema}.${table.name}`),
  );
  return lacking(grants, [...new Set(missing)]);
}

/** What the user lacks to see all that belongs to a table, without which a plan would be wrong. */
export async function missingSight(session: Session, table: TableName): Promise<GhostshipError[]> {
  const grants = await askGrants(session);
  const trigger = grants.covers('TRIGGER', table) ? [] : [`TRIGGER on ${table.schema}.*`];
  return lacking(grants, [...trigger, ...lackingOnServer(grants, [toSeeKeys])]);
}

/** @returns whether the user may lock a table, which nothing can tell without locking it */
export async function knowsToLock(session: Session): Promise<(table: TableName) => boolean> {
  const grants = await askGrants(session);
  return (table) => grants.covers('LOCK TABLES', table);
}

/** Whether the user may write where `read_only` is ON. */
export async function writesReadOnly(session: Session): Promise<boolean> {
  const grants = await askGrants(session);
  return ['SUPER', 'CONNECTION_ADMIN', 'READ_ONLY ADMIN', 'READ ONLY ADMIN'].some((name) => grants.coversServer(name));
}

/** Whether the user sees all triggers of the table. */
export async function seesTriggers(session: Session, table: TableName): Promise<boolean> {
  return (await askGrants(session)).covers('TRIGGER', table);
}

/** Whether the user sees that a stored function is there, whichever it is. */
export async function readsAllFunctions(session: Session): Promise<boolean> {
  return (await askGrants(session)).coversServer('EXECUTE');
}

/** Whether the user sees all views, triggers and routines, and what is in them. */
export async function seesAllBodies(session: Session): Promise<boolean> {
  const grants = await askGrants(session);
  return ['SELECT', 'SHOW VIEW', 'TRIGGER', 'EXECUTE'].every((name) => grants.coversServer(name));
}

/**
 * What the user lacks to see the bodies of views, events and routines. Of routines MySQL shows them to who may read everything, too
 * (MySQL manual, "The INFORMATION_SCHEMA ROUTINES Table"), and MariaDB to who may read its table of them.
 */
export async function missingToRead(
  session: Session,
  flavor: Flavor,
  wanted: readonly { readonly kind: string; readonly schema: string }[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const grants = await askGrants(session);
  const missing = wanted.flatMap(({ kind, schema }) => {
    const own = { view: 'SHOW VIEW', event: 'EVENT', trigger: 'TRIGGER' }[kind];
    if (own !== undefined) return grants.covers(own, { schema, name: '' }) ? [] : [`${own} on ${schema}.*`];
    if (flavor === 'mariadb') return grants.coversTable('SELECT', routines) ? [] : ['SELECT on mysql.proc'];
    return ['SHOW_ROUTINE', 'SELECT'].some((name) => grants.coversServer(name)) ? [] : ['SHOW_ROUTINE on *.*'];
  });
  return [...new Set(missing)];
}

const routines: TableName = { schema: 'mysql', name: 'proc' };

/** Of a session they are what they were when it was opened, but for those on one schema. */
const known = new WeakMap<Session, Grants>();

async function askGrants(session: Session): Promise<Grants> {
  const grants = known.get(session) ?? (await readOwnGrants(session));
  known.set(session, grants);
  return grants;
}

async function readOwnGrants(session: Session): Promise<Grants> {
  const lines = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
  const [revokes] = await session.rows(showVariable('partial_revokes'));
  return readGrants(lines, revokes?.Value !== 'ON');
}

function lackingOnServer(grants: Grants, wanted: readonly (readonly string[])[]): string[] {
  return wanted.filter((names) => !names.some((name) => grants.coversServer(name))).map(([name]) => `${name} on *.*`);
}

function lacking({ roles }: Grants, missing: readonly string[]): GhostshipError[] {
  if (missing.length === 0) return [];
  const ofRoles =
    roles.length === 0
      ? ''
      : ` A role counts only where it is active when the user connects: SET DEFAULT ROLE (${roles.join(', ')}).`;
  return [
    new GhostshipError('missing-privileges', `The user lacks ${missing.join(', ')}.`, {
      hint: `Grant these privileges to the user of the URL; \`GRANT … TO …\` with the names above.${ofRoles}`,
    }),
  ];
}
