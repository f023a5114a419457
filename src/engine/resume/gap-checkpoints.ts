import type { ReadUpTo } from '../../binlog/transaction-starts.ts';
import { reasonOf, sleep } from '../../support/clock.ts';
import type { Pipeline } from '../run/pipeline.ts';
import type { Recorder } from '../run/recorder.ts';
import { type Checkpoint, isSameLog } from './checkpoint.ts';
import { positionEveryMs, putCheckpoint, type Standing, standingOf } from './checkpoints.ts';

/**
 * Moves the position of a checkpoint on while a run reads what was changed since: that may take hours, and a run that dies
 * meanwhile would leave all of it to the next one. No chunk is copied yet, so the watermark stays.
 *
 *     place ─ a heartbeat is sent and committed ─ the keys that are dirty now ─ these keys are in the ghost ─ written
 *
 * The keys before the place were in the log long ago, so they are visible once that heartbeat is committed. It is at the end of the
 * log, and those of the run before are behind the place or before it. So the first one behind the place has a mark between the
 * newest before it and the newest that is committed.
 */
export class GapCheckpoints {
  readonly #before: Checkpoint;
  readonly #run: number;
  readonly #recorder: Recorder;
  #standing: Standing;

  /** @param before of the run that is resumed */
  constructor(before: Checkpoint, run: number, recorder: Recorder) {
    this.#before = before;
    this.#run = run;
    this.#recorder = recorder;
    this.#standing = standingOf(before);
  }

  /** What holds by now. */
  get standing(): Standing {
    return this.#standing;
  }

  /**
   * Nothing is written before it is known that this is the log that was read then: what has stood there is lost with that.
   *
   * @param signal aborted when everything is read
   * @throws GhostshipError `lock-lost` where another run has taken the work over
   */
  async run(pipeline: Pipeline, signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await sleep(positionEveryMs, signal);
        const { readUpTo } = pipeline.stream;
        if (readUpTo === null || readUpTo.position === this.#standing.position) continue;
        if (isSameLog(this.#before, pipeline.stream)) await this.#write(readUpTo, pipeline, signal);
      }
    } catch (error) {
      if (!signal.aborted || error !== reasonOf(signal)) throw error;
    }
  }

  async #write(
    { position, mark, nextEvent }: ReadUpTo,
    { barriers, dirty, gone, comparison, spareSession }: Pipeline,
    signal: AbortSignal,
  ): Promise<void> {
    const sent = barriers.marks.sent + 1;
    while (barriers.marks.committed < sent) await barriers.next(signal);
    using left = dirty.leftAtBarrier();
    while (!left.isDone) await barriers.next(signal);
    const standing: Standing = {
      position,
      marks: { after: Math.max(mark, this.#before.marks.after), upTo: barriers.marks.committed },
      nextEvent,
    };
    const reached = { keptValues: gone.keptValues, compared: comparison.part };
    const checkpoint: Checkpoint = { ...this.#before, ...standing, ...reached };
    if (!(await putCheckpoint(spareSession, checkpoint, this.#run))) return;
    this.#standing = standing;
    this.#recorder.cameFurther = true;
  }
}
