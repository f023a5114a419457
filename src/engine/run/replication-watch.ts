import { type ReplicationState, readReplication } from '../../mysql/replication.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { showProcesses } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Throttle } from '../copy/throttle.ts';

const lookEveryMs = 500;
/** What waits at two looks waits for us. */
const waitingLooks = 2;

/** Sees to it that a rehearsal does not keep the replica from replicating. */
export class ReplicationWatch {
  readonly #session: Session;
  readonly #flavor: Flavor;
  readonly #table: TableName;
  #lagMs: number | null = null;
  #mostLagMs: number | null = null;
  #delayMs = 0;

  /** @param states before the rehearsal */
  constructor(session: Session, flavor: Flavor, table: TableName, states: readonly ReplicationState[]) {
    this.#session = session;
    this.#flavor = flavor;
    this.#table = table;
    this.#note(states);
  }

  /** The greatest lag so far, beside the delay. */
  get mostLagMs(): number | null {
    return this.#mostLagMs;
  }

  /** The greatest that the replica was set to so far; 0 for none. */
  get delayMs(): number {
    return this.#delayMs;
  }

  /**
   * Looks until the signal is aborted.
   *
   * @throws GhostshipError `unsupported-server` where replication has stopped, `original-changed` where a statement from the
   *   source waits for the table
   */
  async run(signal: AbortSignal): Promise<void> {
    for (let waited = 0; ; ) {
      const states = await readReplication(this.#session, this.#flavor);
      const stopped = states.find(({ isApplying }) => !isApplying);
      if (stopped !== undefined) throw replicationStopped(stopped.error);
      this.#note(states);
      const waiting = await this.#findWaiting();
      waited = waiting === null ? 0 : waited + 1;
      if (waiting !== null && waited >= waitingLooks) throw changedBySource(this.#table.name, waiting);
      await sleep(lookEveryMs, signal);
    }
  }

  /** A replica that does not know how far it is behind counts as one that is behind. */
  async holdWhileBehind(throttle: Throttle, maxLagMs: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const lagMs = this.#lagMs;
      const reading = { of: null, observed: lagMs, limit: maxLagMs, unit: 'ms' } as const;
      throttle.set('replica-lag', lagMs === null || lagMs > maxLagMs, reading);
      await sleep(lookEveryMs, signal);
    }
  }

  #note(states: readonly ReplicationState[]): void {
    this.#delayMs = Math.max(this.#delayMs, ...states.map(({ delayMs }) => delayMs));
    const known = states.map(({ lagMs }) => lagMs).filter((lagMs) => lagMs !== null);
    this.#lagMs = known.length < states.length ? null : Math.max(0, ...known);
    if (this.#lagMs !== null) this.#mostLagMs = Math.max(this.#mostLagMs ?? 0, this.#lagMs);
  }

  /** A statement of the source that changes the definition waits until our statements on the table have ended. */
  async #findWaiting(): Promise<string | null> {
    const name = this.#table.name.toLowerCase();
    const found = (await this.#session.rows(showProcesses)).find(
      ({ User, State, Info }) =>
        User === 'system user' &&
        /^waiting for .*metadata lock/iu.test(String(State)) &&
        String(Info).toLowerCase().includes(name),
    );
    return found === undefined ? null : String(found.Info);
  }
}

function replicationStopped(error: string): GhostshipError {
  const words = error === '' ? '' : ` ${error}`;
  return new GhostshipError(
    'unsupported-server',
    `Replication stopped on the test replica during the rehearsal.${words}`,
    {
      hint: 'Look at SHOW REPLICA STATUS (MariaDB: SHOW ALL SLAVES STATUS). Rehearse again when the replica runs.',
    },
  );
}

function changedBySource(table: string, statement: string): GhostshipError {
  return new GhostshipError(
    'original-changed',
    `A statement of the source changes ${table}, so the rehearsal made way for it: ${statement.slice(0, 200)}`,
    { hint: 'Rehearse again when the source has changed the table.' },
  );
}
