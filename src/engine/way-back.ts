import type { Position } from '../binlog/position.ts';
import type { TableName } from '../sql/inspect.ts';

/** What a revert must know of the swap that it undoes. The ledger keeps it with the migration. */
export interface WayBack {
  readonly format: 1;
  readonly table: TableName;
  /** The table as it was before. */
  readonly retired: TableName;
  /** For how long it is kept from the end of the migration on; `null` until it is dropped by name. */
  readonly retiredForMs: number | null;
  /** Both as the swap has left them. */
  readonly identities: { readonly table: Identity; readonly retired: Identity };
  /** Where the binary log stood under the lock, before the swap; `null` where that was not noted. */
  readonly position: Position | null;
  /** As checkpoints have them. */
  readonly knowsPrepared: boolean;
  readonly serverStartedAt: number;
}

/** A table at some moment. */
export interface Identity {
  /** Of InnoDB; empty where the user may not see it. */
  readonly id: string;
  /** SHA-256, hexadecimal. */
  readonly definitionDigest: string;
}
