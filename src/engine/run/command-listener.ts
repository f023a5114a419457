import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { selectCommands, writeStatus } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { sleep } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Throttle } from '../copy/throttle.ts';
import type { StatusRow } from './status-row.ts';

/** A command takes effect within this time, and the status that `status` shows is no older. */
const intervalMs = 500;

/** Reads the commands of people, which arrive as rows in the changelog, and obeys them. Holds the gate. */
export class CommandListener {
  readonly #changelog: TableName;
  readonly #throttle: Throttle;
  readonly #cutoverBell = new Doorbell();
  #lastCommand = 0;
  readonly #onObeyed: (command: number) => void;
  #cutoverOrdered = false;

  /** @param onObeyed is given the number of each command, which the next status row has as the answer */
  constructor(changelog: TableName, throttle: Throttle, onObeyed: (command: number) => void) {
    this.#changelog = changelog;
    this.#throttle = throttle;
    this.#onObeyed = onObeyed;
  }

  /**
   * Writes the status row and obeys commands until the signal is aborted.
   * @throws GhostshipError `aborted` when a person says so
   */
  async run(session: Session, status: () => StatusRow, signal: AbortSignal): Promise<void> {
    for (;;) {
      for (const row of await this.#exchange(session, status())) {
        this.#lastCommand = Number(row.id);
        this.#onObeyed(this.#lastCommand);
        if (row.kind === 'abort') await this.#abort(session, status());
        else this.#obey(String(row.kind));
      }
      await sleep(intervalMs, signal);
    }
  }

  /** Returns once a person has ordered the cutover. */
  async gate(signal: AbortSignal): Promise<void> {
    while (!this.#cutoverOrdered) {
      await this.#cutoverBell.wait(signal);
      signal.throwIfAborted();
    }
  }

  /** A global read lock, of a backup for instance, keeps everybody from writing. Then there are no new commands either. */
  async #exchange(session: Session, status: StatusRow): Promise<Row[]> {
    try {
      await session.run(writeStatus(this.#changelog, JSON.stringify(status)));
      return await session.rows(selectCommands(this.#changelog, this.#lastCommand));
    } catch (error) {
      if (isLockConflict(error)) return [];
      throw error;
    }
  }

  /** It answers first: whoever gave the command waits for that. */
  async #abort(session: Session, status: StatusRow): Promise<never> {
    await session.run(writeStatus(this.#changelog, JSON.stringify(status))).catch(() => {});
    throw new GhostshipError('aborted', 'The migration was aborted by a command.', {
      hint: 'Nothing is left behind.',
    });
  }

  #obey(command: string): void {
    switch (command) {
      case 'cutover':
        this.#cutoverOrdered = true;
        return this.#cutoverBell.ring();
      case 'pause':
        return this.#throttle.set('paused', true);
      case 'resume':
        return this.#throttle.set('paused', false);
    }
  }
}
