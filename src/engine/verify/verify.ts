import type { Session } from '../../mysql/session.ts';
import type { Key } from '../../sql/keys.ts';
import type { VerifyTables } from '../../sql/verify.ts';
import { nowMs } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Applier } from '../changes/applier.ts';
import type { Barriers } from '../changes/barriers.ts';
import type { DirtyKeys } from '../changes/dirty-keys.ts';
import { ChunkSizer } from '../copy/chunk-sizer.ts';
import { type Chunk, Chunker } from '../copy/chunker.ts';
import type { Pace } from '../copy/pace.ts';
import type { Throttle } from '../copy/throttle.ts';
import type { Verified } from '../outcome.ts';
import type { Comparison } from '../run/comparison.ts';
import { compareChunk, compareKeys, maxSuspects, reordersKeys, surplusRows } from './compare.ts';

export interface VerifyWork {
  readonly tables: VerifyTables;
  readonly orderedHere: boolean;
  readonly rowBytes: number;
  readonly comparison: Comparison;
  readonly dirty: DirtyKeys;
  readonly barriers: Barriers;
  readonly applier: Applier;
  readonly pace: Pace;
  readonly throttle: Throttle;
}

export interface VerifyResult extends Verified {
  /** Keys that changed at every look. They are compared under the cutover lock, when nothing changes. */
  readonly unsettled: readonly Key[];
}

/** So often a key is looked at again before it counts as unsettled. */
const maxLooks = 5;
/** So often a chunk with too many suspects is compared again. */
const maxComparisons = 20;
const keysAtOnce = 500;
/** More keys than this cannot be compared within a lock budget. */
const maxUnsettled = 2_000;

/**
 * Compares the whole ghost with the original without a lock, while writers go on. Rows that differ are looked at again behind
 * a barrier. A difference that was only a change on its way is gone then; one that stays is real.
 *
 * @throws GhostshipError `rows-differ`, `cannot-keep-up`
 */
export async function verify(
  work: VerifyWork,
  sessions: readonly Session[],
  signal: AbortSignal,
): Promise<VerifyResult> {
  const { comparison } = work;
  const before = comparison.begin();
  const chunker = new Chunker(work.tables.copy, work.orderedHere, before);
  const totals: Totals = { rows: before?.rows ?? 0, chunks: before?.chunks ?? 0, unsettled: new Set() };
  comparison.follow(chunker, totals.unsettled);
  const sizer = new ChunkSizer(work.pace, work.rowBytes);
  await Promise.all(
    sessions.map((session, worker) => verifyChunks({ ...work, chunker, sizer, totals }, session, worker, signal)),
  );
  const [session] = sessions;
  if (session !== undefined && reordersKeys(work.tables)) {
    const surplus = await surplusRows(work.tables, session, null);
    for (const key of await lookAgain(work, session, surplus, signal)) totals.unsettled.add(key);
  }
  if (session !== undefined && before !== null) {
    const { changed } = comparison;
    if (changed === null) {
      comparison.forget();
      return await verify(work, sessions, signal);
    }
    const unsettled = await compareAgain(work, session, changed, signal);
    for (const key of unsettled) totals.unsettled.add(key);
    comparison.settle(unsettled);
  }
  if (totals.unsettled.size > maxUnsettled) throw changesTooOften(work, totals.unsettled.size);
  return { rows: totals.rows, chunks: totals.chunks, differences: 0, unsettled: [...totals.unsettled] };
}

/**
 * Compares the keys that were unsettled. Nothing may change while it runs.
 * @throws GhostshipError `rows-differ`
 */
export async function verifyKeys(work: VerifyWork, session: Session, keys: readonly Key[]): Promise<void> {
  const different = await compareKeys(work.tables, session, keys);
  if (different.length > 0) throw rowsDiffer(work, different);
}

interface Totals {
  rows: number;
  chunks: number;
  readonly unsettled: Set<Key>;
}

interface ChunkWork extends VerifyWork {
  readonly chunker: Chunker;
  readonly sizer: ChunkSizer;
  readonly totals: Totals;
}

/** One worker: claims chunks and verifies them until none is left. */
async function verifyChunks(work: ChunkWork, session: Session, worker: number, signal: AbortSignal): Promise<void> {
  const { chunker, sizer, pace, throttle, totals } = work;
  for (;;) {
    await throttle.pass(signal);
    await pace.pass(worker, 'reading', chunker, signal);
    const chunk = await chunker.claim(session, sizer.rows);
    if (chunk === null) return pace.endTurns();
    const startedAt = nowMs();
    const rows = await verifyChunk(work, session, chunk, signal);
    chunker.complete(chunk, rows);
    totals.rows += rows;
    totals.chunks += 1;
    if (!chunker.isClaimed) await throttle.rest(nowMs() - startedAt, signal);
  }
}

/** @returns how many rows the chunk has */
async function verifyChunk(work: ChunkWork, session: Session, chunk: Chunk, signal: AbortSignal): Promise<number> {
  for (let comparisons = 1; ; comparisons++) {
    const startedAt = nowMs();
    const { rows, suspects } = await compareChunk(work.tables, session, chunk);
    if (comparisons === 1) work.sizer.learn(rows, nowMs() - startedAt);
    for (const key of await lookAgain(work, session, suspects, signal)) work.totals.unsettled.add(key);
    if (suspects.length < maxSuspects) return rows;
    if (comparisons > maxComparisons) throw changesTooOften(work, suspects.length);
  }
}

/** @returns keys that changed again at every look */
async function compareAgain(
  work: VerifyWork,
  session: Session,
  keys: readonly Key[],
  signal: AbortSignal,
): Promise<Key[]> {
  const unsettled: Key[] = [];
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    await work.throttle.pass(signal);
    const different = await compareKeys(work.tables, session, keys.slice(start, start + keysAtOnce));
    unsettled.push(...(await lookAgain(work, session, different, signal)));
  }
  return unsettled;
}

/**
 * A key differs for certain if every change of it had been applied before the look, none came in until after it, and its rows
 * differed nevertheless.
 *
 * @returns keys that changed again at every look
 * @throws GhostshipError `rows-differ`
 */
async function lookAgain(
  work: VerifyWork,
  session: Session,
  suspects: readonly Key[],
  signal: AbortSignal,
): Promise<Key[]> {
  let open = [...new Set(suspects)];
  for (let looks = 0; open.length > 0 && looks < maxLooks; looks++) {
    using changed = work.dirty.record();
    await work.barriers.passBarrier(signal);
    await work.applier.waitForReadyKeys(signal);
    // All, not only those looked at: a row that changes in between comes back under another key that the collation calls the same.
    const pending = work.dirty.all();
    open = await compareKeys(work.tables, session, open);
    if (open.length === 0) return [];
    await work.barriers.passBarrier(signal);
    const certain = open.filter((key) => !changed.keys.has(key) && !pending.has(key));
    if (certain.length > 0) throw rowsDiffer(work, certain);
  }
  return open;
}

function rowsDiffer(work: VerifyWork, keys: readonly Key[]): GhostshipError {
  const shown = keys
    .slice(0, 5)
    .map((key) => `(${key})`)
    .join(', ');
  const names = work.tables.copy.key.map(({ original }) => original.name).join(', ');
  return new GhostshipError(
    'rows-differ',
    `${differing(keys.length, work.tables.copy.original.name)}; ${names} of the first: ${shown}.`,
    {
      hint: 'The copy was not swapped in. This should not happen: please report it with the statement and the table definition.',
    },
  );
}

function differing(count: number, table: string): string {
  return count === 1 ? `1 row of ${table} differs from its copy` : `${count} rows of ${table} differ from their copies`;
}

function changesTooOften(work: VerifyWork, count: number): GhostshipError {
  return new GhostshipError(
    'cannot-keep-up',
    `Rows of ${work.tables.copy.original.name} change so often that ${count === 1 ? 'one' : count} of them could not be verified.`,
    {
      hint: 'Run the migration when the table is written to less.',
    },
  );
}
