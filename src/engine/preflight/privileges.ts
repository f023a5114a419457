import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { showGrants, type TableName } from '../../sql/inspect.ts';
import { unquoteIdent } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';

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
 * Reads SHOW GRANTS. It does not show the privileges that a role brings. So a user who has a role passes here, and the server
 * itself refuses what is missing.
 */
export async function missingPrivileges(
  session: Session,
  table: TableName,
  flavor: Flavor | null = null,
): Promise<GhostshipError[]> {
  const grants = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
  if (grants.some((grant) => !/^GRANT .* ON /iu.test(grant))) return [];
  const held = grants.flatMap(readGrant).filter(({ scope }) => scope.covers(table));
  const has = (privilege: string, serverWide: boolean): boolean =>
    held.some(
      ({ names, scope }) =>
        (!serverWide || scope.serverWide) && (names.includes(privilege) || names.includes('ALL PRIVILEGES')),
    );
  const missing = [
    ...onTable.filter((name) => !has(name, false)).map((name) => `${name} on ${table.schema}.*`),
    ...[...onServer, flavor === 'mariadb' ? toSeeBackups : toSeeKeys]
      .filter((names) => !names.some((name) => has(name, true)))
      .map(([name]) => `${name} on *.*`),
  ];
  if (missing.length === 0) return [];
  return [
    new GhostshipError('missing-privileges', `The user lacks ${missing.join(', ')}.`, {
      hint: 'Grant these privileges to the user of the target URL; `GRANT … TO …` with the names above.',
    }),
  ];
}

interface Grant {
  readonly names: readonly string[];
  readonly scope: { readonly serverWide: boolean; covers(table: TableName): boolean };
}

/** `GRANT SELECT, INSERT (a, b) ON `shop`.* TO …`; a schema may be a LIKE pattern. Column grants do not count. */
function readGrant(grant: string): Grant[] {
  const match = /^GRANT (.*?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) TO /iu.exec(grant);
  if (match === null) return [];
  const [, list = '', schema = '*', name = '*'] = match;
  const names = list
    .replaceAll(/\([^)]*\)/gu, '()')
    .split(',')
    .map((part) => part.trim().toUpperCase());
  return [
    {
      names: names.filter((privilege) => !privilege.includes('()')),
      scope: {
        serverWide: schema === '*',
        // A grant on the table alone does not cover its ghost.
        covers: (table) => schema === '*' || (name === '*' && matchesPattern(unquoteIdent(schema), table.schema)),
      },
    },
  ];
}

function matchesPattern(pattern: string, name: string): boolean {
  const source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => {
    if (part === '%') return '.*';
    if (part === '_') return '.';
    return part.replace(/^\\/u, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  });
  return new RegExp(`^${source}$`, 'isu').test(name);
}
