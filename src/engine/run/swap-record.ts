import type { Position } from '../../binlog/position.ts';
import { readChangelog } from '../../mysql/read-if-there.ts';
import { readTableId } from '../../mysql/read-table-id.ts';
import { serverBehind } from '../../mysql/same-server.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { selectSwap, writeSwap } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { KeyColumn } from '../../sql/key-column.ts';
import type { Trigger } from '../../sql/triggers.ts';
import type { Outcome } from '../outcome.ts';
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
  /** Older records have none. */
  readonly ids?: TableIds;
  /** Where the binlog stood under the lock, when every change was applied; `null` before. */
  readonly sealedAt: Position | null;
  /** A run has seen that the tables are swapped. Whatever somebody does to them since, they were. */
  readonly isSwapped?: true;
}

/** Of InnoDB; empty where the user may not see them. A rename keeps them. */
export interface TableIds {
  /** Which has given them. On another one they would be those of any table. */
  readonly server: string | null;
  readonly original: string;
  readonly ghost: string;
}

export async function recordSwap(session: Session, record: SwapRecord): Promise<void> {
  await session.run(writeSwap(record.names.changelog, JSON.stringify(record)));
}

/** `null` where the run that owns the changelog did not come to its cutover. */
export async function readSwapRecord(session: Session, changelog: TableName): Promise<SwapRecord | null> {
  const [row] = (await readChangelog(session, selectSwap(changelog))) ?? [];
  return row === undefined ? null : (JSON.parse(String(row.record)) as SwapRecord);
}

/** Ids of the tables that are about to be swapped. */
export async function readTableIds(
  session: Session,
  { original, ghost }: Pick<TableNames, 'original' | 'ghost'>,
  flavor: Flavor,
): Promise<TableIds> {
  return {
    server: serverBehind(session),
    original: await readTableId(session, original, flavor),
    ghost: await readTableId(session, ghost, flavor),
  };
}

/** Of SHOW CREATE TABLE. Keys are left out: foreign keys come and go at the swap. */
export function columnsIn(createStatement: string): string {
  return createStatement
    .split('\n')
    .filter((line) => line.startsWith('  `'))
    .map((line) => line.replace(/,$/u, ''))
    .join('\n');
}
