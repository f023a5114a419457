import { connect, type Session } from '../../mysql/session.ts';
import { showStatus } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import type { MigrateOptions } from '../request.ts';

export type Limits = Pick<MigrateOptions, 'maxLoad' | 'criticalLoad' | 'lagReplicas' | 'lockBudgetMs'>;

/** With less no attempt at a cutover comes to its RENAME, whose locks are waited for in whole seconds. */
export const leastLockBudgetMs = 1_200;

/**
 * Whether limits can be kept, and everything is there that they name: else a migration would be held for ever.
 *
 * @throws GhostshipError `usage`, `cannot-connect`, `access-denied`
 */
export async function refuseLimits(session: Session, options: Limits): Promise<void> {
  refuseShortBudget(options);
  await refuseUnknownLoads(session, options);
  for (const replica of options.lagReplicas) {
    // A name may stand for several servers: a target of its own remembers none.
    await using _reached = await connect({ ...replica }, 'reading its lag, as the option lag-replicas asks');
  }
}

function refuseShortBudget({ lockBudgetMs }: Limits): void {
  if (lockBudgetMs >= leastLockBudgetMs) return;
  throw new GhostshipError('usage', `No table can be swapped within a lock-budget of ${lockBudgetMs} ms.`, {
    hint: `A server counts the wait of a RENAME in whole seconds, and an attempt has other steps as well. Give lock-budget ${leastLockBudgetMs}ms or more.`,
  });
}

/**
 * Whether the server has every variable that a limit names.
 *
 * @throws GhostshipError `usage`
 */
export async function refuseUnknownLoads(
  session: Session,
  { maxLoad, criticalLoad }: Pick<MigrateOptions, 'maxLoad' | 'criticalLoad'>,
): Promise<void> {
  const limits = [
    ...maxLoad.map(({ variable }) => ({ option: 'max-load', variable })),
    ...criticalLoad.map(({ variable }) => ({ option: 'critical-load', variable })),
  ];
  for (const { option, variable } of limits) {
    const [row] = await session.rows(showStatus(variable));
    const value = String(row?.Value ?? '').trim();
    if (value !== '' && Number.isFinite(Number(value))) continue;
    const names = (await session.rows(showStatus('%'))).map((one) => String(one.Variable_name));
    const what =
      row === undefined
        ? `The server has no status variable ${variable}.${didYouMean(variable, names)}`
        : `The status variable ${variable} is no number.`;
    throw new GhostshipError('usage', `${option} cannot be kept. ${what}`, {
      hint: `Name one that SHOW GLOBAL STATUS lists with a number, such as Threads_running, in the option ${option}.`,
    });
  }
}
