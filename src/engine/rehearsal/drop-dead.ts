import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectChangelogs } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { readStatusRow } from '../run/status-row.ts';
import { openControlConnection } from '../tables/control-connection.ts';
import { dropOwn, readComments } from '../tables/ghost.ts';
import { askNameLock } from '../tables/name-lock.ts';
import { nameRehearsalTables, type TableNames } from '../tables/table-names.ts';

export interface DeadRehearsals {
  readonly dropped: readonly TableName[];
  /** Tables whose rehearsals live. */
  readonly running: readonly TableName[];
}

/**
 * Drops what rehearsals that died have left on a replica, outside its binary log.
 *
 * @param table only what belongs to this table; `null` for everything
 * @param isDry whether it is only told what would be dropped
 */
export async function dropDeadRehearsals(
  replica: Target,
  table: string | null,
  isDry: boolean,
): Promise<DeadRehearsals> {
  await using control = await openControlConnection(replica, [], false);
  const dropped: TableName[] = [];
  const running: TableName[] = [];
  for (const row of await control.session.rows(selectChangelogs(replica.database, 'Ghostship rehearsal'))) {
    const changelog = { schema: replica.database, name: String(row.name) };
    const found = await readStatusRow(control.session, changelog);
    const name = found?.status.table ?? '';
    if (name === '' || (table !== null && table !== name)) continue;
    const original = { schema: replica.database, name };
    // The lock ends with the session.
    await using session = await control.sessions.open('cleaning up');
    if (await askNameLock(session, original)) dropped.push(...(await dropRehearsal(session, original, isDry)));
    else running.push(original);
  }
  return { dropped, running };
}

async function dropRehearsal(session: Session, original: TableName, isDry: boolean): Promise<TableName[]> {
  const places: TableNames[] = [true, false].map((apart) => nameRehearsalTables(original, apart));
  const [apart, beside] = places;
  const tables = [apart?.ghost, beside?.ghost, beside?.changelog].filter((one) => one !== undefined);
  const found = [...(await readComments(session, tables)).keys()];
  if (!isDry) for (const names of places) await dropOwn(session, names);
  return found;
}
