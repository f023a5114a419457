import { currentPosition } from '../../binlog/position.ts';
import type { Flavor } from '../../mysql/server.ts';
import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { writeCheckpoint } from '../../sql/changelog.ts';
import { sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Pipeline } from '../run/pipeline.ts';
import type { Recorder } from '../run/recorder.ts';
import type { Checkpoint } from './checkpoint.ts';

/** What a run that dies has copied since its last checkpoint is copied again. */
const everyMs = 2_000;

export type Unchanging = Omit<
  Checkpoint,
  'position' | 'marks' | 'isBeforeSwap' | 'watermark' | 'rowsCopied' | 'keptValues' | 'compared'
>;

/**
 * Writes checkpoints:
 *
 *     position ─ barrier ─ watermark, and the keys that are dirty now ─ these keys are in the ghost ─ written
 *
 * Behind the barrier every change before the position is known and visible. Once the keys that were dirty then are written, the
 * ghost has all of them; keys beyond the watermark are read again by whoever goes on.
 */
export class Checkpoints {
  readonly #unchanging: Unchanging;
  readonly #run: number;
  readonly #flavor: Flavor;
  readonly #recorder: Recorder;

  /** @param run its number: a run with a greater one has gone on with the work */
  constructor(unchanging: Unchanging, run: number, flavor: Flavor, recorder: Recorder) {
    this.#unchanging = unchanging;
    this.#run = run;
    this.#flavor = flavor;
    this.#recorder = recorder;
  }

  /**
   * Writes one every few seconds until the signal is aborted.
   *
   * @param isBetter whether it would tell of more than the one that is there
   * @throws GhostshipError `lock-lost` where another run has gone on with the work
   */
  async run(pipeline: Pipeline, isBetter: () => boolean, signal: AbortSignal): Promise<void> {
    for (;;) {
      if (isBetter()) await this.write(pipeline, signal);
      await sleep(everyMs, signal);
    }
  }

  /** Where a change cannot be followed just now, the one that is there stays. */
  async write(
    { spareSession, heartbeat, dirty, gone, chunker, stream, comparison }: Pipeline,
    signal: AbortSignal,
  ): Promise<void> {
    const after = heartbeat.marks.committed;
    const position = await currentPosition(spareSession, this.#flavor);
    await heartbeat.passBarrier(signal);
    using left = dirty.leftAtBarrier();
    // A transaction that was prepared before the position, and is committed after it, would be told of nowhere.
    if (stream.hasPreparedChanges) return;
    const { watermark } = chunker;
    const state = {
      position,
      marks: { after, upTo: heartbeat.marks.seen },
      watermark,
      rowsCopied: this.#recorder.copiedRows,
      keptValues: gone.keptValues,
      compared: comparison.part,
    };
    while (!left.isEmpty) {
      await heartbeat.next(signal);
      signal.throwIfAborted();
    }
    await this.#write(spareSession, { ...this.#unchanging, ...state });
  }

  /** Under a global read lock there is none. The next one is written when it is over. */
  async #write(session: Session, checkpoint: Checkpoint): Promise<void> {
    const { changelog, original } = checkpoint.names;
    try {
      const { affectedRows } = await session.run(writeCheckpoint(changelog, this.#run, JSON.stringify(checkpoint)));
      if (affectedRows === 0) throw takenOver(original.name);
      this.#recorder.rowsKept = checkpoint.watermark === null ? 0 : checkpoint.rowsCopied;
    } catch (error) {
      if (!isLockConflict(error)) throw error;
    }
  }
}

function takenOver(table: string): GhostshipError {
  return new GhostshipError('lock-lost', `Another run has gone on with the migration of ${table}.`, {
    hint: 'Look at it with `ghostship status`. This run has stopped, and changes nothing any more.',
  });
}
