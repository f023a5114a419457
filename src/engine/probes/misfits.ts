import { GhostshipError } from '../../support/errors.ts';
import { joinHints } from '../preflight/refusals.ts';
import { describeHazard, type Hazard, isCertain } from './hazard.ts';

/**
 * What is said of rows that certainly do not fit: `duplicate-rows` or `data-does-not-fit`; `null` where none is certain.
 *
 * @param table its name
 */
export function misfits(table: string, hazards: readonly Hazard[]): GhostshipError | null {
  const [first, ...others] = hazards.filter(isCertain);
  if (first === undefined) return null;
  return new GhostshipError(
    first.kind === 'duplicate-key' ? 'duplicate-rows' : 'data-does-not-fit',
    `Rows of ${table} do not fit the altered table: ${[first, ...others].map(describeHazard).join(' ')}`,
    { hint: joinHints([first, ...others].map(({ hint }) => hint)) },
  );
}
