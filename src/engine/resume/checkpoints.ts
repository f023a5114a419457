import { currentPosition } from '../../binlog/position.ts';
import type { Flavor } from '../../mysql/server.ts';
import { isLockConflict } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { writeCheckpoint } from '../../sql/changelog.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Pipeline } from '../run/pipeline.ts';
import type { Recorder } from '../run/recorder.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Suspects } from './suspects.ts';

/** Changes since the position are read again by whoever goes on. */
export const positionEveryMs = 2_000;
/** What a run that dies has copied since is copied again. */
const watermarkEveryMs = 250;

export type Unchanging = Omit<Checkpoint, keyof Standing | 'isBeforeSwap' | keyof Reached>;

/** A position that holds for whatever the copy comes to: each change before it is in the ghost, or a later chunk reads it. */
export type Standing = Pick<Checkpoint, 'position' | 'marks' | 'nextEvent'>;

type Reached = Pick<Checkpoint, 'watermark' | 'rowsCopied' | 'isComparing' | 'keptValues' | 'compared'>;

/** Where the writing of checkpoints begins. */
export interface Beginning {
  /** Its number: a run with a greater one has taken the work over. */
  readonly run: number;
  /** `null` where none is known yet. */
  readonly standing: Standing | null;
  readonly rowsBefore: number;
  /** `null` where nothing of another run is compared. */
  readonly suspects: Pick<Suspects, 'isPassed'> | null;
}

/**
 * Writes checkpoints. Each has a position and a watermark. A new position takes a barrier:
 *
 *     position ─ barrier ─ the keys that are dirty now ─ these keys are in the ghost ─ written
 *
 * Behind the barrier every change before the position is known and visible. Once the keys that were dirty then are written, the
 * ghost has all of them. From then on the position holds for every chunk that is completed, because it was read later. So the
 * watermark moves on more often, for the price of one small commit.
 */
export class Checkpoints {
  readonly #unchanging: Unchanging;
  readonly #run: number;
  readonly #rowsBefore: number;
  readonly #flavor: Flavor;
  readonly #recorder: Recorder;
  readonly #suspects: Beginning['suspects'];
  /** What the run before has come to. */
  readonly #before: { readonly standing: Standing | null; reached: Reached | null };
  #standing: Standing | null;
  #written: Reached | null = null;

  constructor(unchanging: Unchanging, beginning: Beginning, flavor: Flavor, recorder: Recorder) {
    const { run, standing, rowsBefore, suspects } = beginning;
    this.#unchanging = unchanging;
    this.#run = run;
    this.#standing = standing;
    this.#before = { standing, reached: null };
    this.#rowsBefore = rowsBefore;
    this.#suspects = suspects;
    this.#flavor = flavor;
    this.#recorder = recorder;
  }

  /**
   * Writes them until the signal is aborted.
   *
   * @throws GhostshipError `lock-lost` where another run has taken the work over
   */
  async run(pipeline: Pipeline, signal: AbortSignal): Promise<void> {
    this.#before.reached = this.#reached(pipeline);
    const repeat = async (write: () => Promise<void>, everyMs: number): Promise<void> => {
      for (;;) {
        // One that tells of nothing must not take the place of that of the run before.
        if (!this.#isComparing || pipeline.chunker.watermark !== null) await write();
        await sleep(everyMs, signal);
      }
    };
    await Promise.all([
      repeat(() => this.write(pipeline, signal), positionEveryMs),
      repeat(() => this.#moveOn(pipeline), watermarkEveryMs),
    ]);
  }

  /** One with a new position. Where a change cannot be followed just now, the one that is there stays. */
  async write(pipeline: Pipeline, signal: AbortSignal): Promise<void> {
    const { spareSession, barriers, dirty, chunker, stream } = pipeline;
    const after = barriers.marks.committed;
    const position = await currentPosition(spareSession, this.#flavor);
    await barriers.passBarrier(signal);
    using left = dirty.leftAtBarrier();
    // A transaction that was prepared before the position, and is committed after it, would be told of nowhere.
    if (stream.hasPreparedChanges) return;
    const standing: Standing = { position, marks: { after, upTo: barriers.marks.seen } };
    const reached = this.#reached(pipeline);
    const startedAt = nowMs();
    // A chunk in flight may be held up for long. Its keys say nothing against the chunks before it.
    while (!left.isDone && !(left.isEmpty && chunker.watermark === reached.watermark)) {
      if (left.isEmpty && nowMs() - startedAt > positionEveryMs) return;
      await barriers.next(signal);
    }
    if (left.isDone) this.#standing = standing;
    const isLater = left.isDone && !dirty.hasHandedKeys;
    await this.#write(spareSession, standing, isLater ? this.#reached(pipeline) : reached);
  }

  /** Tells of the chunks that were completed since. */
  async #moveOn(pipeline: Pipeline): Promise<void> {
    const { dirty, spareSession } = pipeline;
    // Chunks whose rows were handed over are completed, and no change in the stream stands for these rows.
    if (this.#standing === null || dirty.hasHandedKeys) return;
    const reached = this.#reached(pipeline);
    if (this.#tellsMore(reached)) await this.#write(spareSession, this.#standing, reached);
  }

  #tellsMore(reached: Reached): boolean {
    return this.#written === null || isFurther(reached, this.#written);
  }

  get #isComparing(): boolean {
    return this.#suspects?.isPassed === false;
  }

  #reached({ chunker, gone, comparison }: Pipeline): Reached {
    return {
      watermark: chunker.watermark,
      rowsCopied: this.#rowsBefore + chunker.completed.rows,
      ...(this.#isComparing ? { isComparing: true } : {}),
      keptValues: gone.keptValues,
      compared: comparison.part,
    };
  }

  async #write(session: Session, standing: Standing, reached: Reached): Promise<void> {
    const checkpoint: Checkpoint = { ...this.#unchanging, ...standing, ...reached };
    if (!(await putCheckpoint(session, checkpoint, this.#run))) return;
    this.#written = reached;
    const { standing: stood, reached: had } = this.#before;
    if (standing !== stood || had === null || isFurther(reached, had)) this.#recorder.cameFurther = true;
    this.#recorder.keepsChunks = reached.watermark !== null;
  }
}

/**
 * Under a global read lock none is written. The next one is when that is over.
 *
 * @returns whether it is written
 * @throws GhostshipError `lock-lost` where another run has taken the work over
 */
export async function putCheckpoint(session: Session, checkpoint: Checkpoint, run: number): Promise<boolean> {
  const { changelog, original } = checkpoint.names;
  try {
    const { affectedRows } = await session.run(writeCheckpoint(changelog, run, JSON.stringify(checkpoint)));
    if (affectedRows === 0) throw takenOver(original.name);
    return true;
  } catch (error) {
    if (isLockConflict(error)) return false;
    throw error;
  }
}

/** The position of a checkpoint, with all by which it is known again. */
export function standingOf({ position, marks, nextEvent }: Checkpoint): Standing {
  return { position, marks, ...(nextEvent === undefined ? {} : { nextEvent }) };
}

function isFurther({ watermark, compared }: Reached, than: Reached): boolean {
  if (watermark !== than.watermark) return true;
  return compared != null && compared.chunks !== than.compared?.chunks;
}

function takenOver(table: string): GhostshipError {
  return new GhostshipError('lock-lost', `Another run has resumed the migration of ${table}.`, {
    hint: 'Look at it with `ghostship status`. This run has stopped, and changes nothing any more.',
  });
}
