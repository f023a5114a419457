import type { Flavor } from '../../mysql/product.ts';
import { type ReplicationState, readReplication } from '../../mysql/replication.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';

/** A replica tells its lag in whole seconds, and is a few behind now and then. */
const mostLagMs = 10_000;

/** Why the tables of a replica may be older than those of its source, in sentences. Who may not ask is not told. */
export async function judgeReplication(session: Session, flavor: Flavor): Promise<string[]> {
  const states = await readReplication(session, flavor).catch((error: unknown) => {
    if (error instanceof ServerError) return [];
    throw error;
  });
  return states.flatMap((state) => {
    const why = whyOld(state);
    return why === null
      ? []
      : [
          `The test replica ${why}. What was changed there since is not in this plan, and the merge may meet another table.`,
        ];
  });
}

function whyOld({ place, isApplying, isConnected, lagMs, delayMs, error }: ReplicationState): string | null {
  const words = error === '' ? '' : ` (${error.replace(/\.$/u, '')})`;
  if (!isApplying) return `does not apply what comes from its source ${place}: that thread is stopped${words}`;
  if (!isConnected) return `does not hear from its source ${place}: that thread is stopped${words}`;
  if (lagMs === null) return `does not know how far it is behind its source ${place}${words}`;
  if (delayMs > mostLagMs) return `is set to a delay of ${delayMs / 1_000} s behind its source ${place}`;
  return lagMs > mostLagMs ? `is ${lagMs / 1_000} s behind its source ${place}` : null;
}
