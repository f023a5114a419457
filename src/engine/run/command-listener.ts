import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { answerCommand, selectCommands, writeStatus } from '../../sql/changelog.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Sql } from '../../sql/sql.ts';
import { sleep } from '../../support/clock.ts';
import { Doorbell } from '../../support/doorbell.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Throttle } from '../copy/throttle.ts';
import { decide, type GivenCommand, givenCommand } from './command.ts';
import type { ControlState } from './control-state.ts';
import type { Recorder } from './recorder.ts';

/** A command takes effect within this time, and the status that `status` shows is no older. */
const intervalMs = 500;
/** Whoever gave the command looks for the answer this often at least. After an abort the changelog goes, and the answer with it. */
const readWithinMs = 500;

interface NumberedCommand extends GivenCommand {
  readonly number: number;
}

/** Reads the commands of people, which arrive as rows in the changelog, obeys them and answers. Holds the gate. */
export class CommandListener {
  readonly #changelog: TableName;
  readonly #throttle: Throttle;
  readonly #recorder: Recorder;
  readonly #hasGate: boolean;
  readonly #news = new Doorbell();
  #lastCommand = 0;
  /** Answers that are not written yet, as JSON. */
  readonly #owed = new Map<number, string>();

  /**
   * What the recorder has as told by people counts from the start: a run that goes on with a migration finds it in the changelog.
   *
   * @param hasGate whether the cutover waits for a person
   */
  constructor(changelog: TableName, throttle: Throttle, recorder: Recorder, hasGate: boolean) {
    this.#changelog = changelog;
    this.#throttle = throttle;
    this.#recorder = recorder;
    this.#hasGate = hasGate;
    this.#apply(recorder.control);
  }

  /**
   * Writes the status row and obeys commands until the signal is aborted.
   * @throws GhostshipError `aborted` when a person says so
   */
  async run(session: Session, signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#writeStatus(session);
      await this.#writeAnswers(session);
      for (const command of await this.#newCommands(session)) await this.#obey(session, command, signal);
      await sleep(intervalMs, signal);
    }
  }

  /** True while nothing may be swapped: a person has not ordered it yet, or has paused the migration. */
  get isGateClosed(): boolean {
    const { paused, cutoverOrdered } = this.#recorder.control;
    return paused || (this.#hasGate && !cutoverOrdered);
  }

  /** Returns once the tables may be swapped. */
  async gate(signal: AbortSignal): Promise<void> {
    while (this.isGateClosed) {
      await this.#news.wait(signal);
    }
  }

  async #newCommands(session: Session): Promise<NumberedCommand[]> {
    const rows = await session.rows(selectCommands(this.#changelog, this.#lastCommand));
    return rows.map((row) => ({ number: Number(row.id), ...givenCommand(row) }));
  }

  /** What a command changes is in the status row before its answer is: a run that dies in between takes nothing back. */
  async #obey(session: Session, command: NumberedCommand, signal: AbortSignal): Promise<void> {
    const { state } = this.#recorder;
    const { answer, control } = decide(command, this.#recorder.control, {
      state,
      isSwapped: this.#recorder.isSwapped,
      hasGate: this.#hasGate,
      holds: this.#throttle.holds.map(({ reason }) => reason),
    });
    this.#lastCommand = command.number;
    this.#recorder.obeyed = command.number;
    this.#apply(control);
    await this.#writeStatus(session);
    this.#owed.set(command.number, JSON.stringify({ argument: command.argument, ...answer }));
    await this.#writeAnswers(session);
    if (command.kind === 'abort' && answer.outcome === 'done') {
      await sleep(readWithinMs, signal);
      const who = command.argument === null ? 'a command' : clipped(command.argument);
      throw new GhostshipError('aborted', `The migration was aborted by ${who}.`, {
        hint: 'Nothing is left behind.',
      });
    }
  }

  #apply(control: ControlState): void {
    this.#recorder.control = control;
    this.#throttle.set('paused', control.paused);
    this.#throttle.slowTo(control.throttlePercent);
    this.#news.ring();
  }

  async #writeStatus(session: Session): Promise<void> {
    await wrote(session, writeStatus(this.#changelog, JSON.stringify(this.#recorder.status())));
  }

  async #writeAnswers(session: Session): Promise<void> {
    for (const [number, answer] of this.#owed) {
      if (await wrote(session, answerCommand(this.#changelog, number, answer))) this.#owed.delete(number);
    }
  }
}

/** Whoever can write into the changelog may have written anything. */
function clipped(who: string): string {
  return who.replaceAll(/\s+/gu, ' ').slice(0, 100);
}

/** False while a global read lock, of a backup for instance, keeps everybody from writing. */
async function wrote(session: Session, statement: Sql): Promise<boolean> {
  try {
    await session.run(statement);
    return true;
  } catch (error) {
    if (isLockConflict(error)) return false;
    throw error;
  }
}
