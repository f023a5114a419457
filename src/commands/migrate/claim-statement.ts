import { giveLockBack, takeLock } from '../../engine/tables/name-lock.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { selectSame } from '../../sql/sent-statements.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Applied } from '../ledger/applied.ts';
import { readCompleted } from '../ledger/completed-statement.ts';
import type { FileStatement } from '../statements/file-statement.ts';

/** One run has it, and others wait for as long as a statement takes that the server carries out at once. */
const turnMs = 10_000;

const askEveryMs = 100;

/** What has become of a statement since its run has read the ledger. */
export type Claim =
  | ({ readonly kind: 'ours' } & AsyncDisposable)
  | { readonly kind: 'applied'; readonly statement: Applied };

/**
 * Two runs of one merge read the same files, and neither may carry out what the other one has. A statement is this run's until it
 * is given back, after its end is written to the ledger. All claims of a run are on one connection.
 */
export class Claims implements AsyncDisposable {
  readonly #target: Target;
  readonly #namespace: string;
  #opened: Session | null = null;

  constructor(target: Target, namespace: string) {
    this.#target = target;
    this.#namespace = namespace;
  }

  /**
   * @param id of this run's row
   * @throws GhostshipError `already-running` where another run carries it out, or has died at it just now
   */
  async take(
    { id, statement }: { readonly id: string; readonly statement: FileStatement },
    signal: AbortSignal,
  ): Promise<Claim> {
    const { file, ordinal, digest, label } = statement;
    // Nobody else reads what a person has typed.
    if (file === null) return { kind: 'ours', async [Symbol.asyncDispose]() {} };
    const session = await this.#session();
    const schema = this.#target.database;
    const lock = { schema, name: [this.#namespace, file, ordinal, digest].join('\n') };
    if (!(await waitForLock(session, lock, signal))) throw isRunning(label);
    const giveBack = () => giveLockBack(session, lock).catch(() => session.destroy());
    try {
      const [other] = await session.rows(selectSame(schema, this.#namespace, { id, file, ordinal, digest }));
      if (other === undefined) return { kind: 'ours', [Symbol.asyncDispose]: giveBack };
      if (Number(other.is_done) !== 1) throw hasDied(label);
      await giveBack();
      return { kind: 'applied', statement: { ...statement, applied: readCompleted(other) } };
    } catch (error) {
      await giveBack();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened?.[Symbol.asyncDispose]();
  }

  async #session(): Promise<Session> {
    if (this.#opened?.alive !== true) this.#opened = await connect(this.#target, 'carrying out statements of files');
    return this.#opened;
  }
}

/** @returns `false` also where the run is told to stop meanwhile */
async function waitForLock(session: Session, lock: TableName, signal: AbortSignal): Promise<boolean> {
  const untilMs = nowMs() + turnMs;
  while (!(await takeLock(session, lock, 0))) {
    if (signal.aborted || nowMs() >= untilMs) return false;
    await sleep(askEveryMs, signal).catch(() => undefined);
  }
  return true;
}

function isRunning(label: string): GhostshipError {
  return new GhostshipError('already-running', `Another run carries out this statement on ${label}.`, {
    hint: 'Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`.',
  });
}

function hasDied(label: string): GhostshipError {
  return new GhostshipError(
    'already-running',
    `Another run has died while it carried out this statement on ${label}.`,
    {
      hint: 'Run this again: it looks first at what became of it.',
    },
  );
}
