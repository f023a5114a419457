import type { KeptColumns } from '../../sql/copy.ts';
import type { KeptValues } from '../changes/gone-keys.ts';

/**
 * What a person must know of rows that may not have the values of before, in sentences.
 *
 * @param before as the run before knew it
 */
export function describeKept(
  keeps: KeptColumns | null,
  before: KeptValues,
  { moved, isCompared }: KeptValues,
): string[] {
  if (keeps === null) return [];
  const times = `${before.moved > 0 ? 'Up to ' : ''}${moved} time${moved === 1 ? '' : 's'}`;
  const haveMoved = `${times} a row got another key since the swap. Such a row has the default in ${keeps.columns.join(', ')}.`;
  return [...(moved === 0 ? [] : [haveMoved]), ...(isCompared ? [mayBeOthers(keeps)] : [])];
}

/** Where all rows are compared. */
export function mayBeOthers({ columns }: KeptColumns): string {
  return `It is not known which rows were deleted since the swap. A row that has the key of a deleted one now may have its values in ${columns.join(', ')}, and one that got a new key has the default there.`;
}
