import type { ChangeStream } from '../../binlog/change-stream.ts';
import type { Position } from '../../binlog/position.ts';
import { withoutCounter } from '../../mysql/inspect-table.ts';
import { readChangelog } from '../../mysql/read-if-there.ts';
import type { Session } from '../../mysql/session.ts';
import { forgetCheckpoint, selectCheckpoint, takeCheckpoint } from '../../sql/changelog.ts';
import { withoutForeignKeys } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import { ident } from '../../sql/sql.ts';
import { digest } from '../../support/digest.ts';
import type { KeptValues } from '../changes/gone-keys.ts';
import type { Watermark } from '../copy/chunker.ts';
import type { DeferredIndex } from '../indexes/deferral.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import type { ComparedPart } from '../run/comparison.ts';
import type { TableNames } from '../tables/table-names.ts';
import type { Identity } from '../way-back.ts';

/**
 * All that another run needs to go on with a copy. It never claims what is not there (I9): every row up to the watermark is in
 * the ghost as it was at the position or later. `docs/checkpoint.md` has the format.
 */
export interface Checkpoint {
  readonly format: 1;
  /** Of the run that wrote it, in the ledger. */
  readonly migrationId: string;
  /** SHA-256 of the statement's text, hexadecimal. */
  readonly statementDigest: string;
  /** SHA-256 of what is copied from where to where, and of the settings in which values are converted. */
  readonly copyDigest: string;
  readonly names: TableNames;
  /** As they were when the copy began. */
  readonly original: Identity;
  readonly ghost: Identity;
  /** Indexes that are built after the copy. */
  readonly deferred: readonly DeferredIndex[];
  /** The temporary index of the ghost; `null` where it needs none. */
  readonly keyIndex: string | null;
  /** What NOW() gives to every row, in seconds since 1970; `null` where no row asks. */
  readonly pinnedSeconds: number | null;
  /** Of the server. Definitions are read in it. Not there in checkpoints of older versions. */
  readonly timeZone?: string;
  /** Of the server. Values are converted by it. Not there in checkpoints of older versions. */
  readonly sqlMode?: string;
  /** By the server's clock, in seconds since 1970. */
  readonly serverStartedAt: number;
  /**
   * How often the server had begun to replicate since then, where it does not log what it applies; otherwise 0. Not there in
   * checkpoints of older versions.
   */
  readonly unloggedReplications?: number;
  /**
   * True where no XA transaction was prepared when the stream was opened first. Then none that is prepared before the position has
   * changed the original.
   */
  readonly knowsPrepared: boolean;
  /** Every change before it is in the ghost, where its row is not above the watermark. */
  readonly position: Position;
  /** The first heartbeat behind the position has a mark greater than `after` and not greater than `upTo`. */
  readonly marks: { readonly after: number; readonly upTo: number };
  /**
   * SHA-256 of the first event behind the position, hexadecimal. There are no heartbeats while nobody runs: far behind the position
   * may be the first one. Not there where heartbeats are near.
   */
  readonly nextEvent?: string;
  /**
   * True where the position lies before the swap that has made the original, so that this swap is what must stand behind it. Only
   * the first checkpoint of a revert is like that.
   */
  readonly isBeforeSwap?: boolean;
  /** `null` where no chunk is completed. */
  readonly watermark: Watermark | null;
  readonly rowsCopied: number;
  /**
   * True while what another run has copied is compared. Above the watermark the ghost may have any rows then, and whoever goes on
   * compares all of them. Not there otherwise.
   */
  readonly isComparing?: boolean;
  /** Of a revert. Not there in its first checkpoint. */
  readonly keptValues?: KeptValues;
  /** What was found equal since everything is copied; `null`, or not there, where nothing was. */
  readonly compared?: ComparedPart | null;
}

/** What the changelog of a dead or yielded run says. */
export interface FoundCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly ageMs: number;
}

/**
 * `null` where there is no changelog, or no checkpoint in it yet.
 *
 * @returns a text where this version cannot read it
 */
export async function readCheckpoint(session: Session, changelog: TableName): Promise<FoundCheckpoint | string | null> {
  const [row] = (await readChangelog(session, selectCheckpoint(changelog))) ?? [];
  if (typeof row?.checkpoint !== 'string') return null;
  const checkpoint = parse(row.checkpoint);
  return typeof checkpoint === 'string' ? checkpoint : { checkpoint, ageMs: Number(row.age_ms) };
}

/**
 * Whether the log is the one that was read then. Whatever else a server has at the position, such as another history of one that was
 * restored, begins with another event. The marks tell where heartbeats are near.
 */
export function isSameLog(
  { nextEvent, marks }: Checkpoint,
  { firstEvent, firstMark }: Pick<ChangeStream, 'firstEvent' | 'firstMark'>,
): boolean {
  if (nextEvent !== undefined) return firstEvent === nextEvent;
  return firstMark !== null && firstMark > marks.after && firstMark <= marks.upTo;
}

function parse(text: string): Checkpoint | string {
  try {
    const found = JSON.parse(text) as Partial<Checkpoint> | null;
    return Number(found?.format) === 1 ? (found as Checkpoint) : `its checkpoint has the format ${found?.format}`;
  } catch {
    return 'its checkpoint is no JSON';
  }
}

/**
 * Makes this run the one that writes checkpoints: none of an earlier one is taken any more, whatever it still does.
 *
 * @returns its number, greater than that of any run before
 */
export async function takeRun(session: Session, changelog: TableName): Promise<number> {
  await session.run(takeCheckpoint(changelog));
  const [row] = await session.rows(selectCheckpoint(changelog));
  return Number(row?.run);
}

/** Call it when the ghost is made anew. */
export async function discardCheckpoint(session: Session, changelog: TableName): Promise<void> {
  await session.run(forgetCheckpoint(changelog));
}

/** @param serverZone the time zone of the server: values may be converted in it */
export function copyDigest({ tables, verify, settings: { sqlMode, timeZone } }: CopyPlan, serverZone: string): string {
  const { columns, index, ghostIndex, ghostIsUnique, key } = tables;
  return digest(
    JSON.stringify([columns, index, ghostIndex, ghostIsUnique, key, verify.columns, sqlMode, timeZone, serverZone]),
  );
}

/** Of a definition as SHOW CREATE TABLE prints it, without the AUTO_INCREMENT counter. */
export function definitionDigest(createStatement: string): string {
  return digest(linesOf(createStatement).join('\n'));
}

/**
 * Of the ghost: without all that a run itself changes there while it copies or under the cutover lock. Indexes come and go, and
 * foreign keys are carried. Triggers are no part of a definition.
 */
export function ghostDigest(createStatement: string, passingIndexes: readonly string[]): string {
  const passing = passingIndexes.map((name) => `KEY ${ident(name).text} (`);
  const lines = linesOf(withoutForeignKeys(createStatement));
  return digest(lines.filter((line) => !passing.some((start) => line.startsWith(start))).join('\n'));
}

function linesOf(createStatement: string): string[] {
  return withoutCounter(createStatement)
    .split('\n')
    .map((line) => line.trim().replace(/,$/u, ''));
}
