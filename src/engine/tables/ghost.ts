import { randomInt } from 'node:crypto';
import { readCreateStatement, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import { isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import {
  type ChangelogComment,
  clearSwap,
  createChangelog,
  fillChangelog,
  isChangelog,
  migrationComment,
  openCheckpoint,
} from '../../sql/changelog.ts';
import { readChecks } from '../../sql/checks.ts';
import { selectComments, sentryComment } from '../../sql/cutover.ts';
import {
  createSchema,
  createTableLike,
  dropSchema,
  dropTable,
  replaceChecks,
  selectAnyObject,
  setAutoIncrement,
} from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { inTerminal } from '../../support/command-words.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseLeftovers } from './leftovers.ts';
import type { NameLock } from './name-lock.ts';
import { dropSetAside, giveBack, readKeptName } from './retired-ghost.ts';
import type { Sessions } from './sessions.ts';
import type { TableNames } from './table-names.ts';
import { dropUncheckedKeys } from './unchecked-keys.ts';
import { hintFor } from './zero-dates.ts';

/**
 * The number of the first run is drawn. A run whose changelog was dropped may wake up, and what it writes must not pass for what
 * another run writes into a new one. 2³³ heartbeats of each run fit into the whole numbers of JavaScript.
 */
const maxFirstRun = 2 ** 19;

/** The tables of a migration. They are dropped when it ends, unless they are to be kept for a run that goes on. */
export interface GhostTables extends AsyncDisposable {
  keep(): void;
}

/** Creates the tables of a migration, without what a dead run of ours has left. A table that was swapped in stays. */
export async function createGhost(
  sessions: Sessions,
  names: TableNames,
  original: TableDefinition,
  nameLock: NameLock,
  status: string,
  comment: ChangelogComment = migrationComment,
): Promise<GhostTables> {
  sessions.naming.add(names.ghost, names.original);
  await using session = await sessions.open('creating the ghost');
  await dropLeftovers(session, names, comment);
  const tables = ownGhost(sessions, names, nameLock);
  try {
    await session.run(createChangelog(names.changelog, comment));
    await session.run(fillChangelog(names.changelog, status));
    await session.run(openCheckpoint(names.changelog, randomInt(1, maxFirstRun)));
    for (const schema of names.ownSchemas) await session.run(createSchema(schema));
    await createClone(session, names.ghost, original);
    return tables;
  } catch (error) {
    await tables[Symbol.asyncDispose]();
    throw error;
  }
}

/** The tables that are there already. */
export function ownGhost(sessions: Sessions, names: TableNames, nameLock: NameLock): GhostTables {
  let isKept = false;
  return {
    keep() {
      isKept = true;
    },
    async [Symbol.asyncDispose]() {
      // On a server that is down nothing can be dropped. The next run drops it.
      if (!isKept) await tidyUp(sessions, names, nameLock).catch(() => {});
    },
  };
}

/**
 * An empty table with the original's definition but for foreign keys; in another schema with the names of its
 * constraints, too.
 */
export async function createClone(
  session: Session,
  clone: TableName,
  original: TableDefinition,
  keepsNames = clone.schema !== original.table.schema,
): Promise<void> {
  try {
    // LIKE alone keeps in mind which indexes the server has made itself for a foreign key.
    await session.run(createTableLike(clone, original.table));
    if (keepsNames && readChecks(original.createStatement).length > 0) await giveCheckNames(session, clone, original);
  } catch (error) {
    throw error instanceof ServerError ? notCloneable(original.table, error) : error;
  }
}

/**
 * CREATE TABLE from the text of SHOW CREATE TABLE would keep the names as well. But every character set would then count as
 * written by a person, and be shown beside its collation from then on.
 */
async function giveCheckNames(session: Session, clone: TableName, original: TableDefinition): Promise<void> {
  const wanted = readChecks(original.createStatement);
  const found = readChecks(await readCreateStatement(session, clone)).map(({ name }) => name);
  const added = wanted.map(({ definition }) => definition);
  if (wanted.some(({ name }, index) => name !== found[index])) await session.run(replaceChecks(clone, found, added));
}

/** The migration may still make it anew. */
export async function dropGhost(sessions: Sessions, { ghost }: TableNames): Promise<void> {
  await using session = await sessions.open('dropping the ghost');
  await session.run(dropTable(ghost));
}

/** Creates the ghost again, after an algorithm without a copy was tried on it. */
export async function recreateGhost(session: Session, names: TableNames, original: TableDefinition): Promise<void> {
  await session.run(dropTable(names.ghost));
  await createClone(session, names.ghost, original);
}

export async function dropRetired(session: Session, names: TableNames): Promise<void> {
  await session.run(dropTable(names.retired));
}

/** The comments of the tables that exist. */
export async function readComments(session: Session, tables: readonly TableName[]): Promise<Map<TableName, string>> {
  const comments = new Map<TableName, string>();
  for (const schema of new Set(tables.map((table) => table.schema))) {
    const own = tables.filter((table) => table.schema === schema);
    const names = own.map(({ name }) => name);
    const rows = await session.rows(selectComments(schema, names));
    for (const table of own) {
      // A server that folds names shows them in its own case.
      const row =
        rows.find(({ name }) => name === table.name) ?? rows.find(({ name }) => sameName(String(name), table.name));
      if (row !== undefined) comments.set(table, String(row.comment));
    }
  }
  return comments;
}

/**
 * Drops what a dead run of ours left behind. Any other table with one of the names is not ours and is not touched.
 *
 * @throws GhostshipError `leftover-tables`
 */
async function dropLeftovers(session: Session, names: TableNames, comment: ChangelogComment): Promise<void> {
  const comments = await commentsOf(session, names);
  refuseLeftovers(names, comments, comment);
  if (isChangelog(comments.get(names.changelog), comment)) await refuseWaitingRevert(session, names);
  if (comments.size > 0) await dropOwn(session, names);
}

/**
 * Call it where the changelog is one of ours.
 *
 * @throws GhostshipError `already-running` where a revert is not finished
 */
export async function refuseWaitingRevert(session: Session, names: TableNames): Promise<void> {
  if ((await readKeptName(session, names)) !== null) throw revertWaits(names);
}

/** The comments of those tables of a migration that exist. */
export function commentsOf(
  session: Session,
  { ghost, changelog, retired }: TableNames,
): Promise<Map<TableName, string>> {
  return readComments(session, [ghost, changelog, retired]);
}

/** Without the name lock the tables may belong to another run by now. */
async function tidyUp(sessions: Sessions, names: TableNames, nameLock: NameLock): Promise<void> {
  await nameLock.confirm();
  await using session = await sessions.open('dropping the ghost');
  await sessions.endLost(session);
  await dropOwn(session, names);
}

/** Drops what a run of ours has made, and nothing else. The ghost of a revert is the retired table again afterwards. */
export async function dropOwn(session: Session, names: TableNames): Promise<void> {
  const { ghost, changelog, retired } = names;
  await dropUncheckedKeys(session, names);
  const comments = await readComments(session, [ghost, retired]);
  if (comments.has(ghost)) await forgetSwap(session, changelog);
  if (comments.get(retired) === sentryComment) await session.run(dropTable(retired));
  const kept = await readKeptName(session, names);
  if (kept !== null && comments.has(ghost)) await giveBack(session, names, kept);
  else if (kept !== null) await dropSetAside(session, names, kept);
  else if (comments.has(ghost)) await session.run(dropTable(ghost));
  await dropEmptySchemas(session, names);
  await session.run(dropTable(changelog));
}

/** Call it before a ghost is dropped: a record without a ghost means that the tables were swapped. */
export async function forgetSwap(session: Session, changelog: TableName): Promise<void> {
  await session.run(clearSwap(changelog)).catch((error: unknown) => {
    if (!isServerError(error, 'ER_NO_SUCH_TABLE')) throw error;
  });
}

export async function dropEmptySchemas(session: Session, { ownSchemas }: TableNames): Promise<void> {
  for (const schema of ownSchemas) await dropIfEmpty(session, schema);
}

export async function dropIfEmpty(session: Session, schema: string): Promise<void> {
  if ((await session.rows(selectAnyObject(schema))).length === 0) await session.run(dropSchema(schema));
}

/**
 * Gives the AUTO_INCREMENT counter of the original to the ghost. It may be ahead of the rows. Under the cutover lock it no longer
 * moves.
 *
 * @returns true where the ghost was altered. If it has a unique key on a long text, MariaDB then rebuilds it under a new id.
 */
export async function carryAutoIncrement(reader: Session, writer: Session, names: TableNames): Promise<boolean> {
  const wanted = readAutoIncrement(await readCreateStatement(reader, names.original));
  const present = readAutoIncrement(await readCreateStatement(reader, names.ghost));
  if (wanted === null || (present !== null && present >= wanted)) return false;
  await writer.run(setAutoIncrement(names.ghost, wanted));
  return true;
}

function readAutoIncrement(createStatement: string): bigint | null {
  const found = /^\).*\bAUTO_INCREMENT=(\d+)/mu.exec(createStatement)?.[1];
  return found === undefined ? null : BigInt(found);
}

function notCloneable(original: TableName, error: ServerError): GhostshipError {
  return new GhostshipError(
    'invalid-statement',
    `The server cannot make an empty copy of ${original.name}: ${error.message}`,
    {
      hint: hintFor(error, 'Correct the definition first: any ALTER TABLE fails at it.'),
      cause: error,
    },
  );
}

function revertWaits({ original: { name } }: TableNames): GhostshipError {
  return new GhostshipError('already-running', `A revert of ${name} is not finished.`, {
    hint: `Go on with it by ${inTerminal('revert', name)}, or end it with ${inTerminal('abort', name)}.`,
  });
}
