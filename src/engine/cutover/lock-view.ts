import { findProcess, waitsForTable } from '../../mysql/find-process.ts';
import type { Flavor } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import {
  selectHolders,
  selectMetadataLockInstrument,
  selectOpenTransactions,
  selectPendingExclusive,
} from '../../sql/cutover.ts';
import type { TableNames } from '../tables/table-names.ts';

/** Who holds the table and who waits for it, as far as this server shows it to this user. */
export interface LockView {
  /** False where holders are guessed: then every open transaction counts as one. */
  readonly isExact: boolean;
  /** Transactions that may hold the table or its ghost, with `id` and `age_ms`; without those of our connections. */
  holders(session: Session, ours: readonly number[]): Promise<Row[]>;
  /** True when the RENAME of this session waits for the original and nobody can come before it. */
  isFirstInLine(watcher: Session, renamer: Session): Promise<boolean>;
}

export async function openLockView(session: Session, names: TableNames, flavor: Flavor): Promise<LockView> {
  const [found] = await session.rows(selectMetadataLockInstrument).catch(() => []);
  const seesLocks = Number(found?.enabled ?? 0) > 0 && (await canSelect(session, names, flavor));
  // The original's name comes first, so RENAME asks for the original's lock first. A RENAME that waits then waits for it.
  return seesLocks ? exactView(names, flavor) : guessingView;
}

function exactView({ original, ghost }: TableNames, flavor: Flavor): LockView {
  return {
    isExact: true,
    async holders(session, ours) {
      const ofOriginal = await session.rows(selectHolders(original, ours, flavor));
      return [...ofOriginal, ...(await session.rows(selectHolders(ghost, ours, flavor)))];
    },
    async isFirstInLine(watcher, renamer) {
      const [row] = await watcher.rows(selectPendingExclusive(original, renamer.id));
      return Number(row?.pending) > 0;
    },
  };
}

const guessingView: LockView = {
  isExact: false,
  holders: (session, ours) => openTransactions(session, ours),
  async isFirstInLine(watcher, renamer) {
    const process = await findProcess(watcher, renamer.id);
    return process !== null && waitsForTable(process) && /^rename/iu.test(process.statement);
  },
};

/** A user who may not see transactions does not wait for them. The lock budget limits what an attempt costs. */
async function openTransactions(session: Session, ours: readonly number[]): Promise<Row[]> {
  return session.rows(selectOpenTransactions(ours)).catch((error: unknown) => {
    if (isServerError(error, 'ER_SPECIFIC_ACCESS_DENIED_ERROR', 'ER_CANNOT_CONVERT_STRING')) return [];
    throw error;
  });
}

/** MariaDB refuses access to transactions only when the question comes to read one. So they are asked for alone as well. */
async function canSelect(session: Session, names: TableNames, flavor: Flavor): Promise<boolean> {
  try {
    await session.rows(selectHolders(names.original, [], flavor));
    if (flavor === 'mariadb') await session.rows(selectOpenTransactions([]));
    return true;
  } catch {
    return false;
  }
}
