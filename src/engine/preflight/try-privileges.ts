import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { createSchema, dropTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Sql } from '../../sql/sql.ts';
import { createTrialTable, doNothing, privilegeTrials } from '../../sql/trial.ts';
import { GhostshipError } from '../../support/errors.ts';
import { Triggers } from '../relations/triggers.ts';
import { type ClonePlace, leavePlace, schemaPlace, takePlace } from '../tables/clone-place.ts';
import { comment } from '../tables/empty-clone.ts';
import { dropIfEmpty, readComments } from '../tables/ghost.ts';
import { noOwnSchema } from '../tables/own-schema.ts';
import { type ClonePurpose, nameTables, planClone, planCloneAway } from '../tables/table-names.ts';

/**
 * Does on an empty table of ours, beside the original, what a migration does on its tables. What SHOW GRANTS says is not all:
 * privileges come with roles, and parts of them may be revoked.
 *
 * @param session outside the binlog where that is allowed
 * @param apart also in a schema of its own, see `own-schema.ts`
 * @returns what the server denies
 * @throws GhostshipError `already-running`
 */
export async function tryPrivileges(
  session: Session,
  original: TableName,
  purpose: ClonePurpose,
  apart: boolean,
): Promise<GhostshipError | null> {
  const denied = await trying(session, planClone(original, false, purpose), original, () =>
    tryInSchema(session, original, purpose),
  );
  if (denied !== null || !apart) return denied;
  const own = planClone(original, true, purpose);
  return await trying(session, schemaPlace(own.schema), original, () => tryApart(session, original, own, purpose));
}

/**
 * The same for triggers that others have made, which are to be carried over. What they do is left out: it may name columns.
 *
 * @throws GhostshipError `missing-privileges`, `already-running`
 */
export async function tryTriggerRights(
  session: Session,
  { table: original, triggers }: TableDefinition,
  purpose: ClonePurpose,
): Promise<void> {
  if (triggers.length === 0) return;
  const table = planClone(original, false, purpose);
  const idle = triggers.map((trigger) => ({ ...trigger, body: doNothing }));
  await trying(session, table, original, async () => {
    if (await isTaken(session, [table])) return;
    await session.run(dropTable(table));
    await session.run(createTrialTable(table, comment));
    try {
      await new Triggers({ ...nameTables(original, false), ghost: table }, idle).tryOn(session);
    } finally {
      await session.run(dropTable(table));
    }
  });
}

async function trying<Answer>(
  session: Session,
  place: ClonePlace,
  original: TableName,
  attempts: () => Promise<Answer>,
): Promise<Answer> {
  await takePlace(session, place, original.name);
  try {
    return await attempts();
  } finally {
    await leavePlace(session, place);
  }
}

async function tryApart(
  session: Session,
  original: TableName,
  own: TableName,
  purpose: ClonePurpose,
): Promise<GhostshipError | null> {
  if (await isTaken(session, [planCloneAway(own)])) return null;
  const refused = await attempt(session, [dropTable(planCloneAway(own)), createSchema(own.schema)]);
  if (refused !== null) return noOwnSchema(original, refused);
  const inside = await tryInSchema(session, own, purpose);
  await dropIfEmpty(session, own.schema);
  return inside?.cause instanceof ServerError ? noOwnSchema(original, inside.cause) : inside;
}

async function tryInSchema(
  session: Session,
  original: TableName,
  purpose: ClonePurpose,
): Promise<GhostshipError | null> {
  const table = planClone(original, false, purpose);
  const away = planCloneAway(table);
  if (await isTaken(session, [table, away])) return null;
  // This comes first and asks of tables that are not there: what cannot be dropped must not be created.
  for (const name of [table, away]) {
    const denied = await attempt(session, [dropTable(name)]);
    if (denied !== null) return lacks([{ privilege: 'DROP', denied }], original);
  }
  const denied = await attempt(session, [createTrialTable(table, comment)]);
  if (denied !== null) return lacks([{ privilege: 'CREATE', denied }], original);
  const missing: Denial[] = [];
  try {
    for (const { privilege, statements } of privilegeTrials(table, away)) {
      const refusal = await attempt(session, statements);
      if (refusal !== null) missing.push({ privilege, denied: refusal });
    }
  } finally {
    await session.run(dropTable(table));
  }
  return missing.length === 0 ? null : lacks(missing, original);
}

/** Somebody else's table has the name, and is refused as such. */
async function isTaken(session: Session, names: readonly TableName[]): Promise<boolean> {
  const found = await readComments(session, names);
  return [...found.values()].some((words) => words !== comment);
}

interface Denial {
  readonly privilege: string;
  readonly denied: ServerError;
}

/** @returns the refusal, where it is for want of a privilege */
async function attempt(session: Session, statements: readonly Sql[]): Promise<ServerError | null> {
  try {
    for (const statement of statements) await session.run(statement);
    return null;
  } catch (error) {
    if (isServerError(error, 'ER_DBACCESS_DENIED_ERROR', 'ER_TABLEACCESS_DENIED_ERROR')) return error;
    // That triggers are for others to make is no matter while the table has none; who has some is told of it by another check.
    if (isServerError(error, 'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER')) return null;
    throw error;
  }
}

function lacks(missing: readonly Denial[], { schema }: TableName): GhostshipError {
  const names = missing.map(({ privilege }) => privilege).join(', ');
  const [first] = missing;
  return new GhostshipError(
    'missing-privileges',
    `The user lacks ${names} on ${schema}.*: ${first?.denied.message ?? ''}`,
    {
      hint: 'Grant these privileges to the user of the target URL, and look for parts of them that are revoked (SHOW GRANTS).',
      cause: first?.denied,
    },
  );
}
