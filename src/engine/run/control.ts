import { findProcess } from '../../mysql/find-process.ts';
import { askNameCase } from '../../mysql/name-case.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { ConnectionLost, isServerError } from '../../mysql/server-errors.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import {
  dismissCutovers,
  giveCommand,
  rewriteStatus,
  selectAnswer,
  selectChangelogs,
  selectCommands,
  selectNewCommand,
} from '../../sql/changelog.ts';
import { setLockWait } from '../../sql/cutover.ts';
import type { TableName } from '../../sql/inspect.ts';
import { nowMs, sleep, wholeSeconds } from '../../support/clock.ts';
import { GhostshipError } from '../../support/errors.ts';
import { sentence } from '../../support/sentence.ts';
import { askNameLock, nameLockHolder } from '../tables/name-lock.ts';
import { type Answer, type CommandName, decideAll, givenCommand } from './command.ts';
import { type ControlState, controlStateOf } from './control-state.ts';
import { readStatusRow, type StatusRow } from './status-row.ts';
import { readSwapRecord } from './swap-record.ts';
import { lookAtSwap } from './swap-sight.ts';

/** A migration as its changelog describes it. */
export interface RunningMigration extends StatusRow {
  /** How old this description is. */
  readonly ageMs: number;
  /** How long nothing has been heard of its process, by this description and by the connection that holds its name lock. */
  readonly silentMs: number;
  /** False where its connections are gone. The next run, or `cleanup`, drops what it left behind. */
  readonly alive: boolean;
  /** The connection that holds its name lock. */
  readonly holder: number | null;
  /** True where its process is gone and the tables are swapped. The next run, or `cleanup`, finishes the rest. */
  readonly swapped: boolean;
  /** True where its process is gone, and somebody has changed the tables since, so that they do not tell whether they are swapped. */
  readonly swapUnclear: boolean;
  /** True where its process is gone and had come to its cutover: what it has sent last may still swap the tables. */
  readonly mayBeSwapped: boolean;
  /** What counts for the run that goes on with it: it obeys the commands that nobody has read yet as well. */
  readonly orders: ControlState;
  readonly changelog: string;
}

/** A migration, and the table it migrates. */
export interface FoundMigration {
  readonly original: TableName;
  readonly migration: RunningMigration;
}

/** A command is read within a second, unless the migration is still at its preparations. */
const answerWithinMs = 15_000;
const askEveryMs = 200;

/** Without a sign of life for so long, a run that the server no longer knows is dead. A run that lives is heard of every ten seconds. */
export const deadAfterMs = 30_000;

/** The migrations in some databases of a server, running or left behind. Each database is looked into once, whatever its case. */
export async function findMigrations(session: Session, databases: readonly string[]): Promise<FoundMigration[]> {
  const nameCase = await askNameCase(session);
  const schemas: string[] = [];
  for (const schema of databases.map((name) => nameCase.spell(name)))
    if (!schemas.some((other) => nameCase.same(schema, other))) schemas.push(schema);
  const found: FoundMigration[] = [];
  for (const schema of schemas) {
    for (const row of await session.rows(selectChangelogs(schema))) {
      const migration = await readChangelog(session, { schema, name: String(row.name) });
      if (migration !== null) found.push({ original: { schema, name: migration.table }, migration });
    }
  }
  return found;
}

/** A command for the engine, as it is written into the changelog. */
export interface EngineCommand {
  readonly command: CommandName;
  /** Of `throttle`: the percentage; of `abort`: who says so. */
  readonly argument: string | null;
}

/**
 * Sends a command to a running migration, from any machine that reaches the target, and waits for its answer.
 *
 * @returns `null` where the migration ended before it could answer
 * @throws GhostshipError `no-answer`
 */
export async function giveTo(
  { original, migration }: FoundMigration,
  { command, argument }: EngineCommand,
  target: Target,
  signal: AbortSignal,
): Promise<Answer | null> {
  const changelog = { schema: original.schema, name: migration.changelog };
  await using session = await connect(target, 'giving a command');
  try {
    await give(session, changelog, { command, argument }, migration.table);
    const [given] = await session.rows(selectNewCommand);
    return await waitForAnswer(session, changelog, Number(given?.id), migration, signal);
  } catch (error) {
    throw error instanceof ConnectionLost ? unheard(migration.table, error) : error;
  }
}

/** Leaves a command for the run that goes on with a migration that nobody works on. */
export async function leaveFor(
  { original, migration }: FoundMigration,
  command: EngineCommand,
  target: Target,
): Promise<void> {
  await using session = await connect(target, 'leaving a command');
  await give(session, { schema: original.schema, name: migration.changelog }, command, migration.table);
}

/** Takes an order to swap back. Where somebody is at work on the migration, it stands. */
export async function withdrawOrder(session: Session, { original, migration }: FoundMigration): Promise<void> {
  const changelog = { schema: original.schema, name: migration.changelog };
  if (!(await askNameLock(session, original))) return;
  await session.run(dismissCutovers(changelog));
  const row = await readStatusRow(session, changelog);
  if (row?.status.cutoverOrdered !== true) return;
  await session.run(rewriteStatus(changelog, JSON.stringify({ ...row.status, cutoverOrdered: false })));
}

/** A statement that waits would be obeyed later, when nobody expects it any more. */
async function give(
  session: Session,
  changelog: TableName,
  { command, argument }: EngineCommand,
  table: string,
): Promise<void> {
  await session.run(setLockWait(wholeSeconds(answerWithinMs)));
  try {
    await session.run(giveCommand(changelog, command, argument));
  } catch (error) {
    throw isServerError(error, 'ER_LOCK_WAIT_TIMEOUT') ? notWritten(table, command) : error;
  }
}

/** A migration that is gone has no more to say. */
async function waitForAnswer(
  session: Session,
  changelog: TableName,
  command: number,
  { table, migrationId }: RunningMigration,
  signal: AbortSignal,
): Promise<Answer | null> {
  for (const until = nowMs() + answerWithinMs; ; ) {
    const answer = await readAnswer(session, changelog, command);
    if (answer !== null) return answer;
    const now = await readChangelog(session, changelog);
    if (now === null || !now.alive || now.migrationId !== migrationId) return null;
    if (nowMs() > until) throw noAnswer(table, now.silentMs);
    await sleep(askEveryMs, signal);
  }
}

/** The changelog goes when the migration ends. */
async function readAnswer(session: Session, changelog: TableName, command: number): Promise<Answer | null> {
  const [row] = (await readIfThere(session, selectAnswer(changelog, command))) ?? [];
  return row === undefined ? null : (JSON.parse(String(row.answer)) as Answer);
}

function noAnswer(table: string, silentMs: number): GhostshipError {
  const seconds = Math.round(silentMs / 1000);
  return new GhostshipError(
    'no-answer',
    `The migration of ${table} has not answered within ${answerWithinMs / 1000} s; its last sign of life was ${seconds} s ago.`,
    {
      hint: 'It obeys as soon as it can read the command. If its process is gone, `ghostship abort --take-over` ends its connections and removes what it left.',
      tableState: 'unknown',
    },
  );
}

function notWritten(table: string, command: CommandName): GhostshipError {
  return new GhostshipError(
    'no-answer',
    `The server has taken no writes for ${answerWithinMs / 1000} s, so the migration of ${table} was not told: ${command}.`,
    {
      hint: 'Look for FLUSH TABLES WITH READ LOCK or a backup in the process list, and say it again when that is over.',
    },
  );
}

function unheard(table: string, cause: ConnectionLost): GhostshipError {
  return new GhostshipError(
    'no-answer',
    `The migration of ${table} may have heard it, or not. ${sentence(cause.message)}`,
    {
      hint: 'Look with `ghostship status` once the server can be reached.',
      tableState: 'unknown',
      cause,
    },
  );
}

async function readChangelog(session: Session, changelog: TableName): Promise<RunningMigration | null> {
  const found = await readStatusRow(session, changelog);
  if (found === null) return null;
  const { status, ageMs } = found;
  const holder = await nameLockHolder(session, { schema: changelog.schema, name: status.table });
  const alive = holder !== null;
  const process = holder === null ? null : await findProcess(session, holder);
  const silentMs = process === null ? ageMs : Math.min(ageMs, process.seconds * 1000);
  const record = alive ? null : await readSwapRecord(session, changelog);
  const swap = record === null ? 'not swapped' : (await lookAtSwap(session, record)).state;
  const swapped = swap === 'swapped';
  return {
    ...status,
    ageMs,
    silentMs,
    alive,
    holder,
    swapped,
    swapUnclear: swap === 'unclear',
    mayBeSwapped: record !== null,
    orders: swapped ? controlStateOf(status) : await readOrders(session, changelog, status),
    changelog: changelog.name,
  };
}

/** A run that goes on with another's work reads them while it checks. */
async function readOrders(session: Session, changelog: TableName, status: StatusRow): Promise<ControlState> {
  const unread = (await readIfThere(session, selectCommands(changelog, 0))) ?? [];
  return decideAll(unread.map(givenCommand), controlStateOf(status));
}
