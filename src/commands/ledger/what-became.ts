import type { SentStatement } from '../../engine/sent-statement.ts';
import type { WhatBecame } from '../../engine/tables/describe-sent.ts';
import type { Session } from '../../mysql/session.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { UnconfirmedStatement } from './sent-statements.ts';

/**
 * What became of a statement whose run has died, for whoever tells of it or goes by it. A foreign key that is there and not checked yet
 * is none: the next run drops it.
 *
 * @param place a replica tells less
 */
export async function whatBecame(
  session: Session,
  { names, ...sent }: SentStatement,
  place: 'target' | 'replica' = 'target',
): Promise<WhatBecame> {
  const { whatBecameOf, whatReplicaHas } = await import('../../engine/tables/describe-sent.ts');
  const { findUncheckedKeys } = await import('../../engine/tables/unchecked-keys.ts');
  const { nameTables } = await import('../../engine/tables/table-names.ts');
  for (const name of names)
    if ((await findUncheckedKeys(session, nameTables(name, false))).foreignKeys.length > 0) return 'not done';
  return await (place === 'replica' ? whatReplicaHas : whatBecameOf)(session, { ...sent, names });
}

/** Another connection than that of the statement holds the name lock: whoever has sent it is alive. */
export async function isAtWork(session: Session, { names, connection }: SentStatement): Promise<boolean> {
  const { nameLockHolder } = await import('../../engine/tables/name-lock.ts');
  for (const name of names) {
    const holder = await nameLockHolder(session, name);
    if (holder !== null && holder !== connection) return true;
  }
  return false;
}

export function unclear({ id, table }: UnconfirmedStatement): GhostshipError {
  return new GhostshipError(
    'cutover-unconfirmed',
    `A run died when it had sent its statement on ${table} to the server, and the tables do not tell whether it was carried out.`,
    {
      hint: `Look at ${table}. If it was: UPDATE ghostship_migrations SET state = 'completed', finished_at = NOW() WHERE id = '${id}'. If it was not: UPDATE ghostship_migrations SET sent = NULL WHERE id = '${id}'.`,
      tableState: 'unknown',
    },
  );
}
