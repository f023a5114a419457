import type { EngineEvent } from '../../engine/events.ts';
import type { MigrationState, Outcome } from '../../engine/outcome.ts';
import type { WayBack } from '../../engine/way-back.ts';
import { patience } from '../../mysql/patience.ts';
import { nowMs, sleepUncancelled } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { messageOf } from '../../support/errors.ts';
import type { Ledger } from './ledger.ts';

/** A run gives a sign of life at least this often. Before it has a changelog, the ledger alone tells whether it lives. */
export function livenessMs(state: MigrationState): number {
  return state === 'preflight' ? 2_000 : 10_000;
}

/** Pauses before each further try to write the end of a migration. Their sum is longer than the restart of a server. */
const retryPausesMs: readonly number[] = [500, 1000, 2000, 4000, 8000, 16_000];

/** Where the server cannot be reached, each try takes long. */
const maxTryingUnchangedMs = 5_000;

/**
 * The ledger's row of a running migration. Notes are written while the engine works on, one at a time, and only the newest
 * state. A note that cannot be written does not disturb the migration.
 */
export class LedgerEntry implements AsyncDisposable {
  readonly #ledger: Ledger;
  readonly #id: string;
  readonly #reverts: string | null;
  #wayBack: WayBack | null = null;
  readonly #news = new Doorbell();
  readonly #closing = new AbortController();
  readonly #writing: Promise<void>;
  #state: MigrationState = 'preflight';
  /** The run that this one goes on with. */
  #before: string | null = null;

  /** @param reverts the id of the migration that this one reverts */
  constructor(ledger: Ledger, id: string, reverts: string | null = null) {
    this.#reverts = reverts;
    this.#ledger = ledger;
    this.#id = id;
    this.#writing = this.#keepWriting();
  }

  note(event: EngineEvent): void {
    if (event.type === 'resumed') this.#before = event.migrationId;
    if (event.type === 'way-back') this.#wayBack = event.wayBack;
    const state = event.type === 'swapped' || event.type === 'state' ? event.state : this.#state;
    if (state === this.#state) return;
    this.#state = state;
    this.#news.ring();
  }

  /** What it has come to, before the last trace of it is dropped. */
  async noteDone(outcome: Outcome): Promise<void> {
    await this.#ledger.noteOutcome(this.#id, outcome, this.#wayBack).catch(() => undefined);
  }

  /**
   * Writes how it ended. With an older state in its row, the statement would be run again. So this is tried for half a minute.
   *
   * @returns why it could not be written, `null` when it was
   */
  async finish(outcome: Outcome): Promise<string | null> {
    await this[Symbol.asyncDispose]();
    // A statement that changed nothing is run again whatever its row says.
    const mostMs = outcome.tableState === 'unchanged' ? maxTryingUnchangedMs : Number.POSITIVE_INFINITY;
    const startedAt = nowMs();
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.#ledger.finish(this.#id, outcome, { wayBack: this.#wayBack, reverts: this.#reverts });
        return null;
      } catch (error) {
        const pauseMs = retryPausesMs[attempt];
        if (pauseMs === undefined || nowMs() - startedAt > Math.min(mostMs, patience().rewriteMs))
          return messageOf(error);
        await sleepUncancelled(pauseMs);
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#writing;
  }

  async #closeBefore(id: string): Promise<void> {
    await this.#ledger.close(id);
    this.#before = null;
  }

  async #keepWriting(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      // After a failure the next note, or the last one, writes the newest state.
      await this.#ledger.advance(this.#id, this.#state).catch(() => undefined);
      if (this.#state === 'reverted' && this.#reverts !== null)
        await this.#ledger.markReverted(this.#reverts).catch(() => undefined);
      if (this.#before !== null) await this.#closeBefore(this.#before).catch(() => undefined);
      await this.#news.wait(this.#closing.signal, livenessMs(this.#state)).catch(() => undefined);
    }
  }
}
