import type { NameCase } from '../../mysql/name-case.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { findRetired } from './retired-tables.ts';

/** A table as it was before its migration, which a revert can bring back. */
export interface KeptTable {
  readonly table: string;
  /** How long `cleanup` leaves it alone; 0 where the next one drops it, `null` where it stays until somebody says otherwise. */
  readonly keptForMs: number | null;
}

/** The retired tables that are still there, by the id of the migration that has kept them. */
export async function keptTables(
  session: Session,
  ledger: Ledger,
  target: Target,
  nameCase: NameCase,
): Promise<Map<string, KeptTable>> {
  const kept = new Map<string, KeptTable>();
  for (const entry of await ledger.retiredTables()) {
    const { id, retired, ageMs, forMs } = entry;
    const isThere = (await findRetired(session, entry, target, nameCase)).some(({ whyOther }) => whyOther === null);
    if (isThere) kept.set(id, { table: retired, keptForMs: forMs === null ? null : Math.max(0, forMs - ageMs) });
  }
  return kept;
}
