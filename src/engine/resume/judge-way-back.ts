import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { GhostshipError } from '../../support/errors.ts';
import { mapColumns, type NameChanges } from '../mapping/column-map.ts';
import type { Algorithm } from '../outcome.ts';
import { backwards, findColumnWithoutValue, hasNoValue, lostColumns } from './plan-revert.ts';

/** Whether a statement will have a way back once it is carried out, as the plan tells. */
export type WayBackVerdict =
  | { readonly isOpen: false; readonly reason: string }
  /** As long as the retired table is kept. */
  | { readonly isOpen: true; readonly lostColumns: readonly string[] };

/** @param after the definition that the statement makes of the original */
export function judgeWayBack(
  algorithm: Algorithm,
  original: TableDefinition,
  after: TableDefinition,
  changes: NameChanges,
): WayBackVerdict {
  const reason = whyNoWayBack(algorithm, 'keep');
  if (reason !== null) return { isOpen: false, reason };
  try {
    const map = mapColumns(after, original, backwards(changes));
    const empty = findColumnWithoutValue(original, map);
    if (empty !== null) return { isOpen: false, reason: hasNoValue(original.table.name, empty) };
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
