import { GhostshipError } from '../../support/errors.ts';

/**
 * What is said of a migration that was over before it could answer.
 *
 * @param state `null` where the ledger does not know its end
 * @throws GhostshipError `no-running-migration` for an abort after the swap: what it was to prevent has happened
 */
export function tellTooLate(command: string, label: string, state: string | null): string {
  if (command === 'abort' && (state === 'completed' || state === 'reverted'))
    throw new GhostshipError(
      'no-running-migration',
      `The abort came too late: the migration of ${label} is ${state}.`,
      {
        hint: 'Look with `ghostship status` what it came to, and whether the table as it was is kept.',
        tableState: 'changed',
      },
    );
  return state === null ? 'It ended before it could answer.' : `It ended before it could answer: ${state}.`;
}
