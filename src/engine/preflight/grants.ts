import type { TableName } from '../../sql/inspect.ts';
import { unquoteIdent } from '../../sql/sql.ts';

/** What SHOW GRANTS says a session may do: also what its active roles bring, which both servers list with the user's own. */
export interface Grants {
  /** On all tables of this schema, the ghost of a table included. A grant on one table does not cover its ghost. */
  covers(privilege: string, table: TableName): boolean;
  /** On this table, whether or not on others of its schema. */
  coversTable(privilege: string, table: TableName): boolean;
  /** On the whole server, with no schema left out. */
  coversServer(privilege: string): boolean;
  /** Roles that the user has, active or not. */
  readonly roles: readonly string[];
}

interface Grant {
  readonly names: readonly string[];
  /** `null` for the whole server. */
  readonly schema: string | null;
  /** `null` for all of the schema. */
  readonly table: string | null;
}

/**
 * @param lines of SHOW GRANTS
 * @param wildcards whether `_` and `%` in the name of a schema stand for others; with MySQL's `partial_revokes` they do not
 */
export function readGrants(lines: readonly string[], wildcards: boolean): Grants {
  const all = lines.flatMap((line) => readLine(line, /^GRANT (.*?) ON /iu));
  const granted = all.filter(({ table }) => table === null);
  const revoked = lines.flatMap((line) => readLine(line, /^REVOKE (.*?) ON /iu));
  const includes = ({ names }: Grant, privilege: string): boolean =>
    names.includes(privilege) || names.includes('ALL PRIVILEGES') || names.includes('ALL');
  const holds = (privilege: string, grants: readonly Grant[]): boolean =>
    grants.some((grant) => includes(grant, privilege));
  const onServer = granted.filter(({ schema }) => schema === null);
  const covers: Grants['covers'] = (privilege, { schema }) => {
    const isRevoked = holds(
      privilege,
      revoked.filter((grant) => grant.schema === schema),
    );
    const onSchema = granted.filter((grant) => grant.schema !== null && stands(grant.schema, schema, wildcards));
    return holds(privilege, onSchema) || (holds(privilege, onServer) && !isRevoked);
  };
  return {
    covers,
    coversTable(privilege, table) {
      const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();
      const onTable = all.filter((grant) => same(grant.schema, table.schema) && same(grant.table, table.name));
      return covers(privilege, table) || holds(privilege, onTable);
    },
    coversServer: (privilege) => holds(privilege, onServer) && !holds(privilege, revoked),
    roles: lines.flatMap(
      (line) => /^GRANT (`[^`]+`(?:@`[^`]*`)?(?:, ?`[^`]+`(?:@`[^`]*`)?)*) TO /iu.exec(line)?.[1] ?? [],
    ),
  };
}

/**
 * ``GRANT SELECT, INSERT (a, b) ON `shop`.* TO …``, ``GRANT DROP ON `shop`.`t` TO …``, ``REVOKE SELECT ON `mysql`.* FROM …``.
 * Grants on columns do not count.
 */
function readLine(line: string, head: RegExp): Grant[] {
  const list = head.exec(line);
  const match = /^(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) (?:TO|FROM) /iu.exec(line.slice(list?.[0].length ?? 0));
  if (list === null || match === null) return [];
  const [, privileges = ''] = list;
  const [, schema = '*', table = '*'] = match;
  const names = privileges
    .replaceAll(/\([^)]*\)/gu, '()')
    .split(',')
    .map((part) => part.trim().toUpperCase())
    .filter((name) => !name.includes('()'));
  const nameOf = (written: string): string | null => (written === '*' ? null : unquoteIdent(written));
  return [{ names, schema: nameOf(schema), table: nameOf(table) }];
}

/** The name of a schema in a grant may be a pattern, as of LIKE. */
function stands(pattern: string, name: string, wildcards: boolean): boolean {
  const source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => {
    if (wildcards && part === '%') return '.*';
    if (wildcards && part === '_') return '.';
    return part.replace(/^\\(?=.)/u, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  });
  return new RegExp(`^${source}$`, 'isu').test(name);
}
