import { findProcess, isAnyIn } from '../../mysql/find-process.ts';
import type { Flavor } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import {
  selectHolders,
  selectMetadataLockInstrument,
  selectOpenTransactions,
  selectPendingExclusive,
  sentryComment,
} from '../../sql/cutover.ts';
import { getLock, isUsedLock } from '../../sql/ghost.ts';
import { nowMs, sleep } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Desk } from '../tables/control-session.ts';
import { readComments } from '../tables/ghost.ts';
import { lockName, type TableNames } from '../tables/table-names.ts';

/** What the cutover must see before it dares the next step. Every look that fails or finds nothing counts as a no. */
export interface LockWatch {
  /**
   * Waits while somebody holds the table, or its ghost, in a transaction that looks long: writers must not queue up behind it.
   * @returns what still stands in the way, or `null`
   */
  waitUntilQuiet(signal: AbortSignal): Promise<string | null>;
  /** True when the RENAME of this session waits for the original and nobody can get between. */
  isFirstInLine(watcher: Session, renamer: Session): Promise<boolean>;
  /**
   * True where a RENAME that is first in line would give its place up. MariaDB asks for the lock that backups and FLUSH TABLES
   * WITH READ LOCK wait for once it has the tables; where they come first it lets the tables go, and writers get them.
   */
  isOvertaken(watcher: Session): Promise<boolean>;
  /** @throws GhostshipError `lock-lost` where the session is not the one that the server says holds the lock */
  confirmHolder(watcher: Session, locker: Session): Promise<void>;
}

/** Younger transactions end within the lock budget, as a rule. */
const longMs = 500;
/** Without metadata locks a transaction of another table looks like one of ours: then waiting must end. */
const blindPatienceMs = 10_000;
/** Then the attempt counts as failed, and says why. */
const patienceMs = 30_000;
/**
 * InnoDB makes its list of transactions anew only when nobody has read it for 100 ms. Two that look at one pace would
 * see the same old list for ever, so no two looks are the same time apart.
 */
const lookEveryMs = { least: 120, most: 400 };

/** @throws GhostshipError `unsupported-server` where nothing on this server could tell whether a swap is safe */
export async function openLockWatch(
  { session, server: { flavor } }: Pick<Desk, 'session' | 'server'>,
  names: TableNames,
  ours: () => readonly number[],
): Promise<LockWatch> {
  const [found] = await session.rows(selectMetadataLockInstrument).catch(() => []);
  const seesLocks = Number(found?.enabled ?? 0) > 0 && (await canSelect(session, names, flavor));
  if (!seesLocks && !names.originalSortsFirst) throw blind(names);

  return {
    async waitUntilQuiet(signal) {
      const until = nowMs() + (seesLocks ? patienceMs : blindPatienceMs);
      for (;;) {
        const holders = seesLocks
          ? [
              ...(await session.rows(selectHolders(names.original, ours(), flavor))),
              ...(await session.rows(selectHolders(names.ghost, ours(), flavor))),
            ]
          : await openTransactions(session, ours());
        const long = holders.find((row) => Number(row.age_ms) > longMs);
        if (long === undefined) return null;
        if (nowMs() > until)
          return seesLocks
            ? `connection ${String(long.id)} has had the table open for ${Math.round(Number(long.age_ms) / 1000)} s`
            : null;
        await sleep(lookEveryMs.least + Math.random() * (lookEveryMs.most - lookEveryMs.least), signal);
      }
    },

    async isFirstInLine(watcher, renamer) {
      if (seesLocks) {
        const [row] = await watcher.rows(selectPendingExclusive(names.original, renamer.id));
        return Number(row?.pending) > 0;
      }
      // The original's lock is the first the RENAME asks for, so a RENAME that waits for a table waits for the original.
      const process = await findProcess(watcher, renamer.id);
      return (
        process !== null &&
        /^waiting for table metadata lock/iu.test(process.state) &&
        /^rename/iu.test(process.statement)
      );
    },

    async isOvertaken(watcher) {
      return flavor === 'mariadb' && (await isAnyIn(watcher, /^waiting for backup lock/iu));
    },

    async confirmHolder(watcher, locker) {
      const name = `${lockName(names.original)}:c`;
      await locker.rows(getLock(name, 0));
      const [row] = await watcher.rows(isUsedLock(name));
      if (Number(row?.holder) !== locker.id) {
        throw new GhostshipError(
          'lock-lost',
          `The session that locked ${names.original.name} for the cutover is gone.`,
          {
            hint: 'Look for what kills connections (timeouts, a proxy), then run the migration again.',
          },
        );
      }
    },
  };
}

/** Read from the tables themselves: what each name stands for at this moment. */
export async function whichTableIsWhich(
  session: Session,
  names: TableNames,
): Promise<{ readonly state: 'swapped' | 'unchanged' | 'unclear'; readonly sentry: boolean }> {
  const { original, ghost, retired } = names;
  const comments = await readComments(session, [original, ghost, retired]);
  const sentry = comments.get(retired) === sentryComment;
  if (!comments.has(original)) return { state: 'unclear', sentry };
  if (comments.has(ghost)) return { state: 'unchanged', sentry };
  return { state: comments.has(retired) && !sentry ? 'swapped' : 'unclear', sentry };
}

/** Who cannot look at them does not wait for them; the lock budget bounds what an attempt costs. */
async function openTransactions(session: Session, ours: readonly number[]): Promise<Row[]> {
  return session.rows(selectOpenTransactions(ours)).catch((error: unknown) => {
    if (isServerError(error, 'ER_SPECIFIC_ACCESS_DENIED_ERROR', 'ER_CANNOT_CONVERT_STRING')) return [];
    throw error;
  });
}

/** MariaDB refuses the transactions only to a question that comes to read them: so they are asked for by themselves as well. */
async function canSelect(session: Session, names: TableNames, flavor: Flavor): Promise<boolean> {
  try {
    await session.rows(selectHolders(names.original, [], flavor));
    if (flavor === 'mariadb') await session.rows(selectOpenTransactions([]));
    return true;
  } catch {
    return false;
  }
}

function blind(names: TableNames): GhostshipError {
  return new GhostshipError(
    'unsupported-server',
    `The name ${names.original.name} is so long that the swap is safe only where metadata locks can be seen, and here they cannot.`,
    {
      hint: 'Turn on performance_schema and its instrument wait/lock/metadata/sql/mdl, and let the user read it; or give the table a name of at most 60 characters.',
    },
  );
}
