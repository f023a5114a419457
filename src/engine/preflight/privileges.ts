import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { showGrants, showVariable, type TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type Grants, readGrants } from './grants.ts';

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

async function askGrants(session: Session): Promise<Grants> {
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
