import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { readCommands, writeStatus } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import { sleep } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Throttle } from '../copy/throttle.ts';
import type { Progress } from '../events.ts';

/** What a running migration says of itself in its changelog; `status` shows it on any machine. */
export interface StatusRow {
  readonly migrationId: string;
  readonly table: string;
  readonly statement: string;
  readonly startedAt: string;
  readonly progress: Progress;
}

/** How soon a command of a person takes effect, and how old `status` may be. */
const intervalMs = 500;

/** The gate, and the ear for commands that arrive as rows in the changelog. */
export class CommandPost {
  readonly #changelog: TableName;
  readonly #throttle: Throttle;
  readonly #news = new Doorbell();
  #lastCommand = 0;
  #cutoverOrdered = false;

  constructor(changelog: TableName, throttle: Throttle) {
    this.#changelog = changelog;
    this.#throttle = throttle;
  }

  /**
   * Writes the status row and obeys commands until the signal is aborted.
   * @throws GhostshipError `aborted` when a person says so
   */
  async run(session: Session, status: () => StatusRow, signal: AbortSignal): Promise<void> {
    for (;;) {
      for (const row of await this.#exchange(session, status())) {
        this.#lastCommand = Number(row.id);
        this.#obey(String(row.kind));
      }
      await sleep(intervalMs, signal);
    }
  }

  /** Returns once somebody ordered the cutover. */
  async gate(signal: AbortSignal): Promise<void> {
    while (!this.#cutoverOrdered) {
      await this.#news.wait(signal);
      signal.throwIfAborted();
    }
  }

  /** Under a global read lock, of a backup for instance, there is nothing to write and nobody to obey. */
  async #exchange(session: Session, status: StatusRow): Promise<Row[]> {
    try {
      await session.run(writeStatus(this.#changelog, JSON.stringify(status)));
      return await session.rows(readCommands(this.#changelog, this.#lastCommand));
    } catch (error) {
      if (isLockConflict(error)) return [];
      throw error;
    }
  }

  #obey(command: string): void {
    switch (command) {
      case 'cutover':
        this.#cutoverOrdered = true;
        return this.#news.ring();
      case 'pause':
        return this.#throttle.set('paused', true);
      case 'resume':
        return this.#throttle.set('paused', false);
      case 'abort':
        throw new GhostshipError('aborted', 'The migration was aborted by a command.', {
          hint: 'Nothing is left behind.',
        });
    }
  }
}
