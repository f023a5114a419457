import type { TableDefinition } from '../../mysql/inspect-table.ts';
import type { Server } from '../../mysql/server.ts';
import { GhostshipError } from '../../support/errors.ts';
import { mapColumns, type NameChanges } from '../mapping/column-map.ts';
import type { Algorithm } from '../outcome.ts';
import { nameTables } from '../tables/table-names.ts';
import { backwards, lostColumns, planBack } from './plan-revert.ts';

/** Whether a statement will have a way back once it is carried out, as the plan tells. */
export type WayBackVerdict =
  | { readonly isOpen: false; readonly reason: string }
  /** As long as the retired table is kept. */
  | { readonly isOpen: true; readonly lostColumns: readonly string[] };

export interface Forward {
  readonly original: TableDefinition;
  /** The definition that the statement makes of the original. */
  readonly after: TableDefinition;
  readonly changes: NameChanges;
}

/** What a revert refuses once the tables are swapped is asked of it now. */
export function judgeWayBack(
  algorithm: Algorithm,
  { original, after, changes }: Forward,
  server: Server,
  allow: readonly string[],
): WayBackVerdict {
  const reason = whyNoWayBack(algorithm, 'keep');
  if (reason !== null) return { isOpen: false, reason };
  const names = nameTables(original.table, false);
  const back = backwards(changes);
  try {
    const map = mapColumns(after, original, back);
    // Nobody has looked for NULLs in the altered table yet.
    const nullFree = map.filter(({ to }) => original.nullFree.includes(to.name)).map(({ from }) => from.name);
    const altered = { ...after, table: original.table, nullFree };
    planBack({ names, original: altered, retired: original, changes: back, server, allow });
    return { isOpen: true, lostColumns: lostColumns(after, map) };
  } catch (error) {
    if (error instanceof GhostshipError) return { isOpen: false, reason: error.message };
    throw error;
  }
}

/**
 * Why a statement that is carried out in this way cannot be reverted; `null` where it can. The plan says it beforehand, and a revert
 * as the reason of its refusal.
 *
 * @param retired what becomes of the table as it was
 */
export function whyNoWayBack(algorithm: Algorithm | null, retired: 'drop' | 'keep'): string | null {
  switch (algorithm) {
    case 'instant':
    case 'inplace':
      return 'The server changes the table itself, so there is no table as it was.';
    case 'direct':
      return 'It is done directly, so there is no table as it was with everything that is written since.';
    case 'copy':
    case null:
      return retired === 'keep' ? null : 'The table as it was is dropped: `retired` is not `keep`.';
  }
}
