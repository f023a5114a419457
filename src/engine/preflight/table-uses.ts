import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { addsForeignKeys } from './foreign-keys.ts';
import { missingUses } from './privileges.ts';
import { refuseAll } from './refusals.ts';

/** What a statement does to a table that may be in another database than the target's. */
export interface TableUse {
  readonly table: TableName;
  /** All that the server asks for. */
  readonly privileges: readonly string[];
}

/** See the MySQL manual, "CREATE TABLE Statement". */
export function usesOfCreating(
  table: TableName,
  replaces: boolean,
  like: TableName | null,
  parents: readonly TableName[],
): TableUse[] {
  return [
    { table, privileges: replaces ? ['CREATE', 'DROP'] : ['CREATE'] },
    ...(like === null ? [] : [{ table: like, privileges: ['SELECT'] }]),
    ...usesOfReferring(parents),
  ];
}

/** See the MySQL manual, "RENAME TABLE Statement". */
export function usesOfRenaming(from: TableName, to: TableName): TableUse[] {
  return [
    { table: from, privileges: ['ALTER', 'DROP'] },
    { table: to, privileges: ['CREATE', 'INSERT'] },
  ];
}

/** Besides what every migration needs. */
export function usesOfAltering(alter: AlterStatement, table: TableName, server: Server): TableUse[] {
  if (!addsForeignKeys(alter, server)) return [];
  return usesOfReferring(alter.references.map(({ schema, name }) => ({ schema: schema ?? table.schema, name })));
}

/** @param parents also the table itself, where it refers to itself */
function usesOfReferring(parents: readonly TableName[]): TableUse[] {
  return parents.map((table) => ({ table, privileges: ['REFERENCES'] }));
}

/** @throws GhostshipError `missing-privileges` with all that the user lacks, as far as SHOW GRANTS tells */
export async function refuseUses(session: Session, { flavor }: Server, uses: readonly TableUse[]): Promise<void> {
  refuseAll(await missingUses(session, flavor === 'mysql' ? uses : uses.map(withoutReferring)));
}

/** MariaDB does not ask for it (MariaDB documentation, "GRANT": REFERENCES is unused). */
function withoutReferring({ table, privileges }: TableUse): TableUse {
  return { table, privileges: privileges.filter((name) => name !== 'REFERENCES') };
}
