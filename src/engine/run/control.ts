import { askNameCase } from '../../mysql/name-case.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { giveCommand, selectChangelogs, selectStatusRow } from '../../sql/changelog.ts';
import { isUsedLock } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { lockName } from '../tables/table-names.ts';
import type { StatusRow } from './status-row.ts';
import { isSwapped, readSwapRecord } from './swap-record.ts';

export type Command = 'cutover' | 'abort' | 'pause' | 'resume';

/** A migration as its changelog describes it. */
export interface RunningMigration extends StatusRow {
  /** How old this description is. */
  readonly ageMs: number;
  /** False where its process is gone. The next run, or `cleanup`, drops what it left behind. */
  readonly alive: boolean;
  /** True where its process is gone and the tables are swapped. The next run, or `cleanup`, finishes the rest. */
  readonly swapped: boolean;
  readonly changelog: string;
}

/** The migrations in the target's database, running or left behind. */
export async function readStatus(target: Target, table: string | null): Promise<RunningMigration[]> {
  await using session = await connect(target, 'reading the status');
  const nameCase = await askNameCase(session);
  const found: RunningMigration[] = [];
  for (const row of await session.rows(selectChangelogs(target.database))) {
    const migration = await readChangelog(session, { schema: target.database, name: String(row.name) });
    if (migration !== null && (table === null || nameCase.same(migration.table, table))) found.push(migration);
  }
  return found;
}

/**
 * Sends a command to a running migration, from any machine that reaches the target.
 *
 * @param table may be `null` where only one migration is running
 * @returns the migration that gets the command
 * @throws GhostshipError `no-running-migration`, `usage` where several are running and none is named
 */
export async function sendCommand(target: Target, table: string | null, command: Command): Promise<RunningMigration> {
  const running = (await readStatus(target, table)).filter((migration) => migration.alive);
  const [only, ...others] = running;
  if (only === undefined) {
    throw new GhostshipError(
      'no-running-migration',
      `No migration${table === null ? '' : ` of ${table}`} is running in ${target.database}.`,
      {
        hint: 'Look with `ghostship status`; it may have ended already.',
      },
    );
  }
  if (others.length > 0) {
    throw new GhostshipError(
      'usage',
      `${running.length} migrations are running: ${running.map((migration) => migration.table).join(', ')}.`,
      {
        hint: 'Name one with --table.',
      },
    );
  }
  await using session = await connect(target, 'giving a command');
  await session.run(giveCommand({ schema: target.database, name: only.changelog }, command, null));
  return only;
}

async function readChangelog(session: Session, changelog: TableName): Promise<RunningMigration | null> {
  const [row] = await session.rows(selectStatusRow(changelog)).catch(() => []);
  if (row === undefined || row.body === null) return null;
  const status = JSON.parse(String(row.body)) as StatusRow;
  const [lock] = await session.rows(isUsedLock(lockName({ schema: changelog.schema, name: status.table })));
  const alive = lock?.holder !== null;
  const record = alive ? null : await readSwapRecord(session, changelog);
  const swapped = record !== null && (await isSwapped(session, record));
  return { ...status, ageMs: Number(row.age_ms), alive, swapped, changelog: changelog.name };
}
