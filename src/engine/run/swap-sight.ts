import { readCreateStatement } from '../../mysql/inspect-table.ts';
import { flavorOf } from '../../mysql/product.ts';
import { readTableId } from '../../mysql/read-table-id.ts';
import { serverBehind } from '../../mysql/same-server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { sentryComment } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { selectProduct } from '../../sql/server.ts';
import { GhostshipError } from '../../support/errors.ts';
import { readComments } from '../tables/ghost.ts';
import type { TableNames } from '../tables/table-names.ts';
import { columnsIn, readSwapRecord, type SwapRecord } from './swap-record.ts';

/** What the tables tell of a swap whose run died. */
export interface SwapSight {
  /** `unclear`: somebody has changed the tables since, so that they tell neither. */
  readonly state: 'swapped' | 'not swapped' | 'unclear';
  /** Where they are swapped: what has the name of the original now. `changed` may be another table by now. */
  readonly altered: Since | 'altered in place';
  /** Where they are swapped: what has the name of the retired table now. `other` is not known to be ours. */
  readonly retired: Since | 'other';
}

type Since = 'as swapped' | 'changed' | 'gone';

/** A table with a name of the swap. */
interface Seen {
  /** `null` where ids tell nothing. */
  readonly is: 'original' | 'ghost' | 'other' | null;
  readonly columns: string;
}

/**
 * Looks whether the tables were swapped. That is a fact, whatever somebody has done to them since: a rename keeps the ids of both. Names
 * and definitions alone could mislead, so where neither tells for certain, nobody is told that it is one or the other.
 */
export async function lookAtSwap(session: Session, record: SwapRecord): Promise<SwapSight> {
  const { original, ghost, retired } = record.names;
  const comments = await readComments(session, [original, ghost, retired]);
  // A ghost goes after its record, unless it went by the swap.
  const isUndone = comments.has(ghost) || comments.get(retired) === sentryComment;
  const now = comments.has(original) ? await look(session, original, record) : null;
  const then = comments.has(retired) ? await look(session, retired, record) : null;
  return {
    state: stateOf(record, isUndone, now, then),
    altered: alteredNow(record, now),
    retired: retiredNow(record, then),
  };
}

function stateOf(record: SwapRecord, isUndone: boolean, now: Seen | null, then: Seen | null): SwapSight['state'] {
  // Also where somebody has swapped them back.
  if (now?.is === 'original') return 'not swapped';
  if (record.isSwapped === true) return 'swapped';
  if (isUndone) return 'not swapped';
  if (now?.is === 'ghost' || then?.is === 'original') return 'swapped';
  const { before, after } = record.columns;
  // An index, or a comment: the columns are those of both tables, and tell nothing.
  if (before === after) return 'unclear';
  if (now?.columns === before) return then === null ? 'not swapped' : 'unclear';
  return now?.columns === after || then?.columns === before ? 'swapped' : 'unclear';
}

function alteredNow({ columns }: SwapRecord, now: Seen | null): SwapSight['altered'] {
  if (now === null) return 'gone';
  const isAfter = now.columns === columns.after;
  if (now.is === 'ghost') return isAfter ? 'as swapped' : 'altered in place';
  return now.is === null && isAfter ? 'as swapped' : 'changed';
}

function retiredNow({ columns }: SwapRecord, then: Seen | null): SwapSight['retired'] {
  if (then === null) return 'gone';
  const isBefore = then.columns === columns.before;
  if (isBefore && (then.is === 'original' || then.is === null)) return 'as swapped';
  return isBefore || then.is === 'original' ? 'changed' : 'other';
}

async function look(session: Session, table: TableName, { ids }: SwapRecord): Promise<Seen | null> {
  try {
    const columns = columnsIn(await readCreateStatement(session, table));
    if (ids === undefined || ids.server === null || ids.server !== serverBehind(session)) return { is: null, columns };
    const [product] = await session.rows(selectProduct);
    const id = await readTableId(session, table, flavorOf(String(product?.version)));
    if (id === '' || ids.original === '' || ids.ghost === '') return { is: null, columns };
    return { is: id === ids.original ? 'original' : id === ids.ghost ? 'ghost' : 'other', columns };
  } catch (error) {
    if (isServerError(error, 'ER_NO_SUCH_TABLE')) return null;
    throw error;
  }
}

/**
 * For who is about to make the tables of a migration, or to drop them. It holds the name lock.
 *
 * @throws GhostshipError `already-running` where a run has died after its swap, `cutover-unconfirmed` where nobody knows
 */
export async function refuseSwapped(session: Session, names: TableNames): Promise<void> {
  const record = await readSwapRecord(session, names.changelog);
  if (record === null) return;
  const { state } = await lookAtSwap(session, record);
  if (state === 'unclear') throw swapUnclear(names, record.migrationId);
  if (state === 'not swapped') return;
  throw new GhostshipError(
    'already-running',
    `A run has died just now that had swapped the tables of ${names.original.name}.`,
    { hint: 'Run this again: it finishes first what that run has left to do.', tableState: 'changed' },
  );
}

/** @param migrationId of the ledger's row */
export function swapUnclear(
  { original, changelog }: Pick<TableNames, 'original' | 'changelog'>,
  migrationId: string,
): GhostshipError {
  return new GhostshipError(
    'cutover-unconfirmed',
    `A run died when it was about to swap the tables of ${original.name}. Somebody has changed them since, and they do not tell whether they were swapped.`,
    {
      hint: `Look whether ${original.name} has what the statement makes. If it has: UPDATE ghostship_migrations SET state = 'completed', finished_at = NOW() WHERE id = '${migrationId}'. Then, or if it has not: DROP TABLE ${changelog.name}.`,
      tableState: 'unknown',
    },
  );
}
