import type { Session } from '../../mysql/session.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';
import {
  compareRange,
  compareSums,
  createConverted,
  emptyConverted,
  fillConverted,
  type Part,
  selectDifferences,
  selectOrphans,
  type VerifyTables,
} from '../../sql/verify.ts';
import { nowMs } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Applier } from '../changes/applier.ts';
import type { DirtyKeys } from '../changes/dirty-keys.ts';
import type { Heartbeat } from '../changes/heartbeat.ts';
import { ChunkSizer } from '../copy/chunk-sizer.ts';
import { Chunker, readKey } from '../copy/chunker.ts';
import type { Pace } from '../copy/pace.ts';
import type { Throttle } from '../copy/throttle.ts';
import type { Verified } from '../outcome.ts';

export interface VerifyWork {
  readonly tables: VerifyTables;
  readonly orderedHere: boolean;
  readonly rowBytes: number;
  readonly dirty: DirtyKeys;
  readonly heartbeat: Heartbeat;
  readonly applier: Applier;
  readonly pace: Pace;
  readonly throttle: Throttle;
}

export interface VerifyResult extends Verified {
  /** Keys that changed each time they were looked at. They are proven under the cutover lock, when nothing changes. */
  readonly unsettled: readonly Key[];
}

/** So many suspects of one chunk are looked at in one go. */
const maxSuspects = 500;
const maxLooks = 5;
/** More keys than this cannot be proven within a lock budget. */
const maxUnsettled = 2_000;

/**
 * Compares the whole ghost with the original while writers go on, without a lock. A difference is looked at again
 * behind a barrier: what is only on its way disappears, what persists is real.
 *
 * @throws GhostshipError `rows-differ`
 */
export async function verify(
  work: VerifyWork,
  sessions: readonly Session[],
  signal: AbortSignal,
): Promise<VerifyResult> {
  const chunker = new Chunker(work.tables.copy, work.orderedHere);
  const sizer = new ChunkSizer(work.pace, work.rowBytes);
  const totals = { rows: 0, chunks: 0, unsettled: new Set<Key>() };
  await Promise.all(
    sessions.map(async (session, worker) => {
      for (;;) {
        await work.throttle.pass(signal);
        await work.pace.pass(worker, 'reading', chunker, signal);
        const chunk = await chunker.claim(session, sizer.rows);
        if (chunk === null) return work.pace.endTurns();
        const startedAt = nowMs();
        let { rows, suspects } = await compareChunk(work, session, chunk);
        sizer.learn(rows, nowMs() - startedAt);
        for (const key of await lookAgain(work, session, suspects, signal)) totals.unsettled.add(key);
        // A list that is full may have been cut short.
        for (let looks = 0; suspects.length >= maxSuspects; looks++) {
          if (looks >= maxLooks * 4) throw tooHot(work, suspects.length);
          ({ rows, suspects } = await compareChunk(work, session, chunk));
          for (const key of await lookAgain(work, session, suspects, signal)) totals.unsettled.add(key);
        }
        chunker.complete(chunk, rows);
        totals.rows += rows;
        totals.chunks += 1;
      }
    }),
  );
  const [session] = sessions;
  if (session !== undefined && work.tables.copy.key.some(({ exact }) => exact)) {
    const orphans = await session.rows(selectOrphans(work.tables, null, maxSuspects));
    const keys = orphans.map((row) => readKey(work.tables.copy, row));
    for (const key of await lookAgain(work, session, keys, signal)) totals.unsettled.add(key);
  }
  if (totals.unsettled.size > maxUnsettled) throw tooHot(work, totals.unsettled.size);
  return { rows: totals.rows, chunks: totals.chunks, differences: 0, unsettled: [...totals.unsettled] };
}

/**
 * The proof for keys that would not hold still; nothing may change while it runs.
 * @throws GhostshipError `rows-differ`
 */
export async function verifyKeys(work: VerifyWork, session: Session, keys: readonly Key[]): Promise<void> {
  const different = await compareKeys(work, session, keys);
  if (different.length > 0) throw rowsDiffer(work, different);
}

async function compareChunk(
  work: VerifyWork,
  session: Session,
  range: KeyRange,
): Promise<{ rows: number; suspects: Key[] }> {
  const { tables } = work;
  const [look] = tables.sums === null ? [] : await session.rows(compareSums(tables, tables.sums, range));
  if (Number(look?.same) === 1) return { rows: Number(look?.original_rows), suspects: [] };
  await convert(work, session, { range });
  const [count] = await session.rows(compareRange(work.tables, range));
  const rows = Number(count?.original_rows);
  const suspects = Number(count?.different_rows) > 0 ? await differences(work, session, { range }) : [];
  // A collation that changes orders the ghost in another way: its surplus rows are looked for at the end.
  const comparable = work.tables.copy.key.every(({ exact }) => !exact);
  if (comparable && Number(count?.ghost_rows) !== Number(count?.copied_rows))
    suspects.push(...(await orphans(work, session, { range })));
  return { rows, suspects };
}

async function compareKeys(work: VerifyWork, session: Session, keys: readonly Key[]): Promise<Key[]> {
  if (keys.length === 0) return [];
  const part = { keys };
  await convert(work, session, part);
  return [...new Set([...(await differences(work, session, part)), ...(await orphans(work, session, part))])];
}

async function differences(work: VerifyWork, session: Session, part: Part): Promise<Key[]> {
  const rows = await session.rows(selectDifferences(work.tables, part, maxSuspects));
  return rows.map((row) => readKey(work.tables.copy, row));
}

/** Lets the server convert the part once more, where it converts at all. */
async function convert(work: VerifyWork, session: Session, part: Part): Promise<void> {
  if (!work.tables.converts) return;
  await session.run(createConverted(work.tables));
  await session.run(emptyConverted);
  await session.run(fillConverted(work.tables, part));
}

async function orphans(work: VerifyWork, session: Session, part: Part): Promise<Key[]> {
  const rows = await session.rows(selectOrphans(work.tables, part, maxSuspects));
  return rows.map((row) => readKey(work.tables.copy, row));
}

/**
 * A key differs for certain if it differs although every change of it had been applied before the look and none came in
 * until after it.
 * @returns keys that changed again at every look
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
    await work.heartbeat.passBarrier(signal);
    await work.applier.waitForReadyKeys(signal);
    const pending = new Set(open.filter((key) => work.dirty.has(key)));
    open = await compareKeys(work, session, open);
    if (open.length === 0) return [];
    await work.heartbeat.passBarrier(signal);
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
    `${keys.length} rows of ${work.tables.copy.original.name} differ from their copies; ${names} of the first: ${shown}.`,
    {
      hint: 'The copy was not swapped in. This should not happen: please report it with the statement and the table definition.',
    },
  );
}

function tooHot(work: VerifyWork, count: number): GhostshipError {
  return new GhostshipError(
    'cannot-keep-up',
    `${count} rows of ${work.tables.copy.original.name} change so often that they could not be verified.`,
    {
      hint: 'Run the migration when the table is written to less.',
    },
  );
}
