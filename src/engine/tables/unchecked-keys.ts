import { readCreateStatement } from '../../mysql/inspect-table.ts';
import { readChangelog } from '../../mysql/read-if-there.ts';
import { isLockConflict, isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { selectUncheckedKeys, writeUncheckedKeys } from '../../sql/changelog.ts';
import { setLockWait } from '../../sql/cutover.ts';
import { dropKeys, readForeignKeys } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import { ident } from '../../sql/sql.ts';
import { sleepUncancelled } from '../../support/clock.ts';
import type { TableNames } from './table-names.ts';

/*
 * A foreign key is added without a look at the rows that are there, and then they are checked. In between the changelog has its
 * name. So whoever finds the changelog of a dead run knows that it is not checked, and drops it.
 */

/** Names of foreign keys, and of the indexes that come with them. */
export interface UncheckedKeys {
  readonly foreignKeys: readonly string[];
  readonly indexes: readonly string[];
}

/** Others queue up behind a lock that is waited for. */
const lockWaitSeconds = 1;
const attempts = 20;
const pauseMs = 500;
const usualLockWaitSeconds = 10;

/** Call it before the keys are added. */
export async function noteUncheckedKeys(session: Session, names: TableNames, keys: UncheckedKeys): Promise<void> {
  await session.run(writeUncheckedKeys(names.changelog, JSON.stringify(keys)));
}

/** Call it once they are checked, or it is known that they were not added. */
export async function forgetUncheckedKeys(session: Session, names: TableNames): Promise<void> {
  await session.run(writeUncheckedKeys(names.changelog, null));
}

/**
 * Drops those that the changelog notes, where they are there. This touches no row.
 *
 * @returns the names of the foreign keys that were dropped
 * @throws ServerError where the table is in use all the time
 */
export async function dropUncheckedKeys(
  session: Session,
  names: Pick<TableNames, 'original' | 'changelog'>,
): Promise<readonly string[]> {
  const noted = await readNote(session, names.changelog);
  if (noted === null) return [];
  const present = await presentOf(session, names.original, noted);
  if (present.foreignKeys.length === 0) return [];
  await session.run(setLockWait(lockWaitSeconds));
  try {
    await dropPatiently(session, names.original, present);
  } finally {
    await session.run(setLockWait(usualLockWaitSeconds));
  }
  await session.run(writeUncheckedKeys(names.changelog, null));
  return present.foreignKeys;
}

/** Those that the changelog notes and the table has, checked by a run that is under way or by none any more. */
export async function findUncheckedKeys(
  session: Session,
  names: Pick<TableNames, 'original' | 'changelog'>,
): Promise<UncheckedKeys> {
  const noted = await readNote(session, names.changelog);
  return noted === null ? { foreignKeys: [], indexes: [] } : await presentOf(session, names.original, noted);
}

/** Drops from a clone of the table what came to it from there. */
export async function dropFromClone(session: Session, clone: TableName, unchecked: UncheckedKeys): Promise<void> {
  const { foreignKeys, indexes } = await presentOf(session, clone, unchecked);
  if (foreignKeys.length + indexes.length > 0) await session.run(dropKeys(clone, foreignKeys, indexes));
}

async function dropPatiently(session: Session, table: TableName, keys: UncheckedKeys): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.run(dropKeys(table, keys.foreignKeys, keys.indexes));
      return;
    } catch (error) {
      if (!isLockConflict(error) || attempt === attempts) throw error;
      await sleepUncancelled(pauseMs);
    }
  }
}

async function readNote(session: Session, changelog: TableName): Promise<UncheckedKeys | null> {
  const [row] = (await readChangelog(session, selectUncheckedKeys(changelog))) ?? [];
  return typeof row?.unchecked === 'string' ? (JSON.parse(row.unchecked) as UncheckedKeys) : null;
}

async function presentOf(session: Session, table: TableName, noted: UncheckedKeys): Promise<UncheckedKeys> {
  const createStatement = await readCreateStatement(session, table).catch((error: unknown) => {
    if (isServerError(error, 'ER_NO_SUCH_TABLE')) return '';
    throw error;
  });
  const own = readForeignKeys(createStatement, table.schema).map(({ name }) => name);
  return {
    foreignKeys: noted.foreignKeys.filter((name) => own.includes(name)),
    indexes: noted.indexes.filter((name) => createStatement.includes(`\n  KEY ${ident(name).text} (`)),
  };
}
