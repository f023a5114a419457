import type { Position } from '../../binlog/position.ts';
import { readCreateStatement } from '../../mysql/inspect-table.ts';
import { readChangelog } from '../../mysql/read-if-there.ts';
import type { Session } from '../../mysql/session.ts';
import { selectSwap, writeSwap } from '../../sql/changelog.ts';
import { sentryComment } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { KeyColumn } from '../../sql/key-column.ts';
import type { Trigger } from '../../sql/triggers.ts';
import type { Outcome } from '../outcome.ts';
import { readComments } from '../tables/ghost.ts';
import type { TableNames } from '../tables/table-names.ts';

/** All that another process needs to finish a swap whose run died. It stands in the changelog before the first attempt. */
export interface SwapRecord {
  readonly format: 1;
  readonly migrationId: string;
  readonly names: TableNames;
  /** The definitions of the columns, of the original and of the ghost. */
  readonly columns: { readonly before: string; readonly after: string };
  readonly key: readonly KeyColumn[];
  /** Columns of the original. */
  readonly width: number;
  readonly triggers: readonly Trigger[];
  readonly keepsRetired: boolean;
  readonly retiredForMs?: number | null;
  /** As a checkpoint has them. Older records have neither. */
  readonly knowsPrepared?: boolean;
  readonly serverStartedAt?: number;
  /** The ledger's id of the migration that is reverted. */
  readonly reverts?: string | null;
  /** As it is if nothing fails from here on. */
  readonly outcome: Outcome;
  /** All that its run had open when the attempt began: what was sent on them may still be carried out. Older records have none. */
  readonly connections?: readonly number[];
  /** Where the binlog stood under the lock, when every change was applied; `null` before. */
  readonly sealedAt: Position | null;
}

export async function recordSwap(session: Session, record: SwapRecord): Promise<void> {
  await session.run(writeSwap(record.names.changelog, JSON.stringify(record)));
}

/** `null` where the run that owns the changelog did not come to its cutover. */
export async function readSwapRecord(session: Session, changelog: TableName): Promise<SwapRecord | null> {
  const [row] = (await readChangelog(session, selectSwap(changelog))) ?? [];
  return row === undefined ? null : (JSON.parse(String(row.record)) as SwapRecord);
}

/**
 * Whether the tables were swapped; the retired table may be gone by then. The names alone could mislead: somebody may have given
 * the name of the retired table to another one since.
 */
export async function isSwapped(session: Session, { names, columns }: SwapRecord): Promise<boolean> {
  const { original, ghost, retired } = names;
  const comments = await readComments(session, [original, ghost, retired]);
  // A ghost goes after its record, unless it went by the swap.
  if (comments.has(ghost) || !comments.has(original) || comments.get(retired) === sentryComment) return false;
  if (columnsIn(await readCreateStatement(session, original)) !== columns.after) return false;
  return !comments.has(retired) || columnsIn(await readCreateStatement(session, retired)) === columns.before;
}

/** Of SHOW CREATE TABLE. Keys are left out: foreign keys come and go at the swap. */
export function columnsIn(createStatement: string): string {
  return createStatement
    .split('\n')
    .filter((line) => line.startsWith('  `'))
    .map((line) => line.replace(/,$/u, ''))
    .join('\n');
}
