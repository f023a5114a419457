import { isDeepStrictEqual } from 'node:util';
import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { countUnloggedReplications } from '../../mysql/unlogged-replication.ts';
import { selectAnyRow } from '../../sql/ghost.ts';
import { selectClock, showStatus, type TableName } from '../../sql/inspect.ts';
import { inTerminal } from '../../support/command-words.ts';
import { digest } from '../../support/digest.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { MigrationContext } from '../run/context.ts';
import { controlStateOf } from '../run/control-state.ts';
import { readStatusRow } from '../run/status-row.ts';
import { Fingerprint } from '../tables/fingerprint.ts';
import { dropOwn, refuseWaitingRevert } from '../tables/ghost.ts';
import { nameTables, type TableNames } from '../tables/table-names.ts';
import { type Checkpoint, definitionDigest, ghostDigest, readCheckpoint } from './checkpoint.ts';

/** What another run has copied, and this one goes on with. */
export interface KeptWork {
  readonly checkpoint: Checkpoint;
  readonly ageMs: number;
  /** Why its rows must be compared; `null` where the stream of changes tells what is missing. */
  readonly doubt: Doubt | null;
}

/** What the stream of changes may lack since the checkpoint: all of them, or those that the server did not log. */
export interface Doubt {
  readonly lacks: 'all' | 'unlogged';
  readonly reason: string;
}

/**
 * Looks whether the work of another run fits what this one is about to do. Only the holder of the name lock may ask. What does
 * not fit is said, and dropped where its names are others.
 *
 * @throws GhostshipError `already-running` where another statement, or another version, waits to be resumed
 */
export async function findKeptWork(context: MigrationContext): Promise<KeptWork | null> {
  const { control, fingerprint, names, recorder, request, forward } = context;
  const { session, server, sessions } = control;
  const found = await readCheckpoint(session, names.changelog);
  if (found === null) {
    // A revert has its first checkpoint before anything else. A ghost without a row tells of a run that came to nothing.
    const isLost = forward === null && (await hasRows(session, names.ghost));
    return isLost ? notKept(recorder, 'it has left no checkpoint') : null;
  }
  const status = (await readStatusRow(session, names.changelog))?.status ?? null;
  const hasYielded = status?.progress.state === 'yielded';
  if (typeof found === 'string') {
    if (hasYielded) throw unreadable(names, found);
    return notKept(recorder, found);
  }
  const { checkpoint } = found;
  const isSame = checkpoint.statementDigest === digest(request.statement);
  if (!isSame && hasYielded) {
    await refuseWaitingRevert(session, names);
    throw otherHasYielded(names);
  }
  const ghost = await inspectTable(session, checkpoint.names.ghost);
  const reason = isSame ? whyItDoesNotFit(checkpoint, context, ghost) : 'its statement was another one';
  if (reason === null && ghost !== null) {
    const { id } = await Fingerprint.take(session, ghost.table, ghost.createStatement, server.flavor);
    // What people have told the run before still holds.
    if (status !== null) recorder.control = controlStateOf(status);
    recorder.keepsChunks = checkpoint.watermark !== null;
    return { ...found, doubt: await findDoubt(checkpoint, fingerprint.id, id, session, server) };
  }
  // A ghost that was the retired table is not made anew.
  if (forward !== null) throw cannotGoOn(names, reason ?? '');
  if (!isDeepStrictEqual(checkpoint.names.ghost, names.ghost)) {
    await using dropping = await sessions.open('dropping the ghost of the last run');
    await dropOwn(dropping, checkpoint.names);
  }
  return notKept(recorder, reason ?? '');
}

async function hasRows(session: Session, ghost: TableName): Promise<boolean> {
  return ((await readIfThere(session, selectAnyRow(ghost))) ?? []).length > 0;
}

/**
 * For who does not go on with it.
 *
 * @throws GhostshipError `already-running` where another statement, or another version, waits to be resumed
 */
export async function refuseOtherYielded(session: Session, names: TableNames, statement: string): Promise<void> {
  const found = await readCheckpoint(session, names.changelog);
  if (found === null) return;
  if ((await readStatusRow(session, names.changelog))?.status.progress.state !== 'yielded') return;
  if (typeof found === 'string') throw unreadable(names, found);
  if (found.checkpoint.statementDigest !== digest(statement)) throw otherHasYielded(names);
}

/**
 * For who takes the table away, or gives it another name.
 *
 * @throws GhostshipError `already-running` where a migration of the table, or its revert, waits to be resumed
 */
export async function refuseYielded(session: Session, table: TableName): Promise<void> {
  const names = nameTables(table, false);
  if ((await readStatusRow(session, names.changelog))?.status.progress.state !== 'yielded') return;
  await refuseWaitingRevert(session, names);
  throw otherHasYielded(names);
}

function notKept(recorder: MigrationContext['recorder'], reason: string): null {
  recorder.notice(`What the last run has copied cannot be used: ${reason}. The migration starts afresh.`);
  return null;
}

function cannotGoOn({ original: { name } }: TableNames, reason: string): GhostshipError {
  return new GhostshipError(
    'already-running',
    `A revert of ${name} is not finished, and cannot be resumed: ${reason}.`,
    {
      hint: `End it with ${inTerminal('abort', name)}: the retired table gets its name back. Then look what has become of the tables.`,
    },
  );
}

function otherHasYielded({ original }: TableNames): GhostshipError {
  return new GhostshipError(
    'already-running',
    `A migration of ${original.name} with another statement has yielded, and waits to be resumed.`,
    {
      hint: 'Remove what it has copied with `ghostship abort`, or run that statement again to go on with it.',
    },
  );
}

function unreadable({ original }: TableNames, reason: string): GhostshipError {
  return new GhostshipError(
    'already-running',
    `A migration of ${original.name} has yielded, and this version of Ghostship cannot go on with it: ${reason}.`,
    {
      hint: 'Go on with the version that began it, or remove what it has copied with `ghostship abort`.',
    },
  );
}

function whyItDoesNotFit(
  checkpoint: Checkpoint,
  { original, names, control: { server } }: MigrationContext,
  ghost: TableDefinition | null,
): string | null {
  if (!isDeepStrictEqual(checkpoint.names, JSON.parse(JSON.stringify(names)))) return 'its options were others';
  if (definitionDigest(original.createStatement) !== checkpoint.original.definitionDigest) {
    const { timeZone = server.timeZone } = checkpoint;
    // In another zone defaults of TIMESTAMP columns read otherwise.
    if (timeZone !== server.timeZone)
      return `the server’s time zone was ${timeZone} then, and is ${server.timeZone} now`;
    return 'the table was altered since';
  }
  if (ghost === null) return 'its ghost table is gone';
  if (ghostDigest(ghost.createStatement, passingIndexes(checkpoint)) !== checkpoint.ghost.definitionDigest)
    return 'its ghost table was altered since';
  return null;
}

/** Indexes of the ghost that may be there or not. */
export function passingIndexes({ deferred, keyIndex }: Pick<Checkpoint, 'deferred' | 'keyIndex'>): readonly string[] {
  return [...deferred.map(({ name }) => name), ...(keyIndex === null ? [] : [keyIndex])];
}

async function findDoubt(
  checkpoint: Checkpoint,
  originalId: string,
  ghostId: string,
  session: Session,
  server: Server,
): Promise<Doubt | null> {
  const lacksAll = (reason: string): Doubt => ({ lacks: 'all', reason });
  if (originalId !== checkpoint.original.id) return lacksAll('the table was rebuilt since, or this is another server');
  if (ghostId !== checkpoint.ghost.id) return lacksAll('the ghost table was rebuilt since, or this is another server');
  const moment = checkpoint.isBeforeSwap === true ? 'the swap' : 'the last run';
  const startedAt = await readServerStart(session);
  const isKnown = startedAt !== 0 && checkpoint.serverStartedAt !== 0;
  if (isKnown && Math.abs(startedAt - checkpoint.serverStartedAt) <= roundingSeconds) {
    const { unloggedReplications = 0 } = checkpoint;
    if ((await countUnloggedReplications(session, server.facts)) === unloggedReplications) return null;
    return {
      lacks: 'unlogged',
      reason: `The server has replicated since ${moment}, and its binary log lacks what it has applied`,
    };
  }
  const restarted = isKnown ? 'was restarted' : 'may have been restarted';
  const [syncsBinlog, syncsLog] = [
    await server.variable('sync_binlog'),
    await server.variable('innodb_flush_log_at_trx_commit'),
  ];
  if (syncsBinlog !== '1' || syncsLog !== '1')
    return lacksAll(`the server ${restarted} since, and does not write each commit to disk at once`);
  return {
    lacks: 'unlogged',
    reason: `The server ${restarted} since ${moment}, and may have run without its binary log for a while`,
  };
}

/** The server counts its age in whole seconds, and clocks are set. */
const roundingSeconds = 3;

/**
 * In seconds since 1970, by the server's clock. 0 where the server is so young that its next start could not be told from this one:
 * then whoever goes on takes it for another.
 */
export async function readServerStart(session: Session): Promise<number> {
  const [clock] = await session.rows(selectClock);
  const [uptime] = await session.rows(showStatus('Uptime'));
  const ageSeconds = Number(uptime?.Value ?? 0);
  return ageSeconds <= roundingSeconds + 1 ? 0 : Number(clock?.now_seconds ?? 0) - ageSeconds;
}
