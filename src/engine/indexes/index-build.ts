import { findProcess } from '../../mysql/find-process.ts';
import { isLockConflict, isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { addIndexes, buildWithOneThread, dropIndexes, enlargeSortBuffer, selectStage } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Sql } from '../../sql/sql.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import type { MigrationContext } from '../run/context.ts';
import type { Pipeline } from '../run/pipeline.ts';
import type { Sessions } from '../tables/sessions.ts';
import type { DeferredIndex } from './deferral.ts';

/** Somebody who reads the ghost, or a backup that locks definitions, may take long. To copy again would take longer. */
const giveUpAfterMs = 30 * 60 * 1000;
const retryMs = 1_000;
const askEveryMs = 250;
const almostDone = 0.99;

export async function removeIndexes(
  session: Session,
  ghost: TableName,
  indexes: readonly DeferredIndex[],
): Promise<void> {
  if (indexes.length === 0) return;
  const names = indexes.map(({ name }) => name);
  await session.run(dropIndexes(ghost, names));
}

/**
 * Builds the deferred indexes in one statement, while changes are applied. The server keeps these changes in a log of limited
 * size (`innodb_online_alter_log_max_size`). If there are too many, the build begins again and changes wait in the stream.
 */
export async function buildIndexes(
  { control: { sessions }, names, recorder }: MigrationContext,
  indexes: readonly DeferredIndex[],
  { pace, applier, spareSession: observer }: Pipeline,
  signal: AbortSignal,
): Promise<void> {
  if (indexes.length === 0) return;
  await using session = await sessions.open('building indexes');
  await set(session, enlargeSortBuffer);
  // The other processors are left to others.
  if (pace.isAmongOthers) await set(session, buildWithOneThread);
  const statement = addIndexes(
    names.ghost,
    indexes.map(({ definition }) => definition),
  );
  await using _ = watch(observer, session.id, (share) => {
    recorder.indexBuild = share === 'ended' ? null : { indexes: indexes.length, share };
  });
  const build = (): Promise<void> => buildOnce(sessions, session, statement, signal);
  try {
    await build();
  } catch (error) {
    if (!isServerError(error, 'ER_INNODB_ONLINE_LOG_TOO_BIG')) throw error;
    await using _suspended = await applier.suspend(signal);
    await build();
  }
}

async function buildOnce(sessions: Sessions, session: Session, statement: Sql, signal: AbortSignal): Promise<void> {
  for (const startedAt = nowMs(); ; ) {
    try {
      await sessions.runLong(session, statement, signal);
      return;
    } catch (error) {
      if (!isLockConflict(error) || nowMs() - startedAt > giveUpAfterMs) throw error;
      await sleep(retryMs, signal);
    }
  }
}

/** Reports, until disposed of, what share of its work a session has done; `null` where the server does not say. */
function watch(
  observer: Session,
  connectionId: number,
  tell: (share: number | null | 'ended') => void,
): AsyncDisposable {
  const ended = new AbortController();
  const watching = (async (): Promise<void> => {
    for (;;) {
      tell(await shareDone(observer, connectionId));
      await sleep(askEveryMs, ended.signal);
    }
  })().catch(() => {});
  return {
    async [Symbol.asyncDispose]() {
      ended.abort();
      await watching;
      tell('ended');
    },
  };
}

/** MySQL tells it in its stage events, if they are collected. MariaDB tells it in its process list. */
async function shareDone(observer: Session, connectionId: number): Promise<number | null> {
  const share = (await findProcess(observer, connectionId))?.share ?? null;
  if (share !== null) return share;
  const [stage] = await observer.rows(selectStage(connectionId));
  const [done, whole] = [Number(stage?.done), Number(stage?.whole)];
  // The estimate of the whole is soon too small, and then grows with what is done.
  return whole > 0 ? Math.min(almostDone, done / whole) : null;
}

async function set(session: Session, setting: Sql): Promise<void> {
  await session.run(setting).catch((error: unknown) => {
    if (!isServerError(error, 'ER_UNKNOWN_SYSTEM_VARIABLE')) throw error;
  });
}
