import type { Algorithm } from '../../engine/outcome.ts';

/**
 * Why a statement that was carried out in this way cannot be reverted; `null` where it can. The plan says it beforehand, and a revert
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
