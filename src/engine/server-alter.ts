import { askAfterLoss } from '../mysql/end-connection.ts';
import { readCreateStatement, type TableDefinition, withoutCounter } from '../mysql/inspect-table.ts';
import type { Flavor } from '../mysql/server.ts';
import {
  ConnectionLost,
  deniedHint,
  isBadData,
  isDenied,
  isDuplicate,
  isForeignKeyRefusal,
  isPassing,
  ServerError,
} from '../mysql/server-errors.ts';
import type { Session } from '../mysql/session.ts';
import { setLockWait } from '../sql/cutover.ts';
import { alterTable } from '../sql/ghost.ts';
import type { TableName } from '../sql/inspect.ts';
import { type AlterStatement, bodyWith } from '../sql/parser/alter.ts';
import { ident } from '../sql/sql.ts';
import { backOff, giveUpAfterMs } from '../support/back-off.ts';
import { nowMs, wholeSeconds } from '../support/clock.ts';
import { type ErrorCode, GhostshipError } from '../support/errors.ts';
import type { Algorithm } from './outcome.ts';
import { changesWholePartitions } from './preflight/statement.ts';
import { duplicatesHint } from './probes/duplicates.ts';
import type { MigrationContext } from './run/context.ts';
import { bodyBy, type CloneAltered } from './tables/alter-clone.ts';
import { sentAlter } from './tables/describe-sent.ts';
import type { Sessions } from './tables/sessions.ts';
import { hintFor } from './tables/zero-dates.ts';

export interface ServerAltered {
  readonly attempts: number;
  /** How long the statement took, waiting for its lock included; 0 in place, where writers go on and nobody has seen one wait. */
  readonly lockedMs: number;
}

/** The server can do it on an empty clone, and refuses it on this table, in these words. */
export interface RefusedHere {
  readonly refusal: string;
}

/**
 * How the server is to do it. `whole`, `locked` and `any` leave the algorithm to the server, and `whole` is stopped when the lock
 * budget is used up. `copy` and `locked` keep writers out meanwhile.
 */
export type ServerWay = 'instant' | 'inplace' | 'whole' | 'copy' | 'locked' | 'any';

export interface ServerAlter {
  readonly table: TableName;
  readonly alter: AlterStatement;
  readonly way: ServerWay;
  readonly flavor: Flavor;
  /** False where the server is not to look at rows for foreign keys that are added. */
  readonly withChecks: boolean;
  readonly lockBudgetMs: number;
  /** Is called before each attempt, with the connection that the statement is sent on. */
  readonly noteSent: (session: Session) => Promise<void>;
}

/**
 * Lets the server do it, waiting for the table's lock no longer than the budget at a time. Of `whole` that is all the time it has.
 *
 * @returns the refusal where the server can do it on an empty clone but not on this table (row versions used up, a FULLTEXT
 *   index of the past, a full online log): then the next way is tried
 * @throws GhostshipError `cutover-gave-up`, `invalid-statement`, `missing-privileges`, `cutover-unconfirmed`
 */
export async function letServerAlter(
  sessions: Sessions,
  { table, alter, way, flavor, withChecks, lockBudgetMs, noteSent }: ServerAlter,
  signal: AbortSignal,
): Promise<ServerAltered | RefusedHere> {
  const statement = alterTable(table, sentBody(alter, way, flavor));
  const startedAt = nowMs();
  await using reader = await sessions.open('reading the definition');
  const before = withoutCounter(await readCreateStatement(reader, table));
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted();
    await using session = await sessions.openAsGiven(
      'altering the table',
      withChecks ? 'with checks' : 'without checks',
    );
    await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
    await noteSent(session);
    const attemptedAt = nowMs();
    const waited = (): number => (way === 'inplace' ? 0 : nowMs() - attemptedAt);
    const limit = way === 'whole' ? AbortSignal.any([signal, AbortSignal.timeout(lockBudgetMs)]) : signal;
    try {
      await sessions.runLong(session, statement, limit);
      return { attempts, lockedMs: waited() };
    } catch (error) {
      if (error instanceof ConnectionLost || limit.aborted) {
        if (await wasAltered(sessions, session, table, before)) return { attempts, lockedMs: waited() };
      } else if (!isPassing(error)) {
        if (way !== 'whole' && way !== 'any' && error instanceof ServerError && !isOfAnyWay(error))
          return { refusal: error.message };
        throw refused(error, table);
      }
      if (nowMs() - startedAt > giveUpAfterMs) throw gaveUp(table, attempts);
      await backOff(attempts, signal);
    }
  }
}

/** @param after a clone, as the statement has left it */
export function noteAlter(
  { request, original, control }: MigrationContext,
  after: TableDefinition,
  algorithm: Algorithm,
): (session: Session) => Promise<void> {
  const { createStatement: before } = original;
  const definitions = { before, after: control.session.naming.inTheirNames(after.createStatement) };
  return async (session) => {
    const sent = sentAlter(request.target, session, original.table, definitions, algorithm);
    if (sent !== null) await request.noteSent?.(sent);
  };
}

function sentBody(alter: AlterStatement, way: ServerWay, flavor: Flavor): string {
  switch (way) {
    case 'instant':
    case 'inplace':
      return bodyBy(way, alter, flavor);
    case 'copy':
      return bodyWith(alter, 'ALGORITHM=COPY, LOCK=SHARED');
    case 'locked':
      return bodyWith(alter, 'LOCK=SHARED');
    case 'any':
      return bodyWith(alter, '');
    case 'whole':
      return alter.body;
  }
}

/** Up to here the server may scan the table to build an index while replicas wait: some seconds. */
export const maxIndexedBytes = 256 * 1024 * 1024;

/**
 * Instant always. In place where no row is written anew; where an index is built from all rows, only on small tables or
 * where no replica has to run the same statement in one piece.
 */
export function isWorthDoingOnServer(
  altered: CloneAltered,
  alter: AlterStatement,
  table: TableDefinition,
  replicas: boolean,
): altered is CloneAltered & { readonly way: 'instant' | 'inplace' } {
  if (altered.way === 'instant') return true;
  if (altered.way === 'inplace' && changesWholePartitions(alter, table)) return true;
  if (altered.way === 'copy' || altered.rebuilds) return false;
  return alter.addedIndexes.length === 0 || !replicas || table.dataBytes <= maxIndexedBytes;
}

/** The statement may be running on without us: it is waited for, and only then the definition tells. */
function wasAltered(sessions: Sessions, lost: Session, table: TableName, before: string): Promise<boolean> {
  return askAfterLoss<boolean>(
    () => sessions.open('asking whether the table was altered'),
    lost,
    'when idle',
    async (session) => withoutCounter(await readCreateStatement(session, table)) !== before,
    (error) => {
      throw unconfirmed(table, error);
    },
  );
}

/** What any way to do it would meet. Everything else is a refusal of this way, and there is another. */
function isOfAnyWay(error: ServerError): boolean {
  return isDenied(error) || isDuplicate(error) || isBadData(error) || isForeignKeyRefusal(error);
}

function refused(error: unknown, table: TableName): unknown {
  if (!(error instanceof ServerError)) return error;
  return new GhostshipError(codeOf(error), `The server refuses to alter ${table.name}: ${error.message}`, {
    hint: hintOf(error),
    cause: error,
  });
}

function codeOf(error: ServerError): ErrorCode {
  if (isDenied(error)) return 'missing-privileges';
  if (isForeignKeyRefusal(error)) return 'invalid-statement';
  return isDuplicate(error) ? 'duplicate-rows' : 'data-does-not-fit';
}

function hintOf(error: ServerError): string {
  if (isDenied(error)) return deniedHint;
  if (isDuplicate(error)) return duplicatesHint;
  return hintFor(error, 'Correct the rows or the statement and run the migration again.');
}

function gaveUp(table: TableName, attempts: number): GhostshipError {
  return new GhostshipError(
    'cutover-gave-up',
    `${table.name} was in use at each of ${attempts} attempts to alter it.`,
    {
      hint: 'Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again.',
    },
  );
}

function unconfirmed(table: TableName, cause: unknown): GhostshipError {
  return new GhostshipError(
    'cutover-unconfirmed',
    `The connection broke while the server altered ${table.name}, and it cannot be asked whether it did.`,
    {
      hint: `Look with SHOW CREATE TABLE ${ident(table.name).text}.`,
      tableState: 'unknown',
      cause,
    },
  );
}
