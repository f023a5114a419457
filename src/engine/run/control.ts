import { askNameCase } from '../../mysql/name-case.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { giveCommand, selectChangelogs, selectStatusRow } from '../../sql/changelog.ts';
import { isUsedLock } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
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

/** A migration, and the table it migrates. */
export interface FoundMigration {
  readonly original: TableName;
  readonly migration: RunningMigration;
}

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

/** Sends a command to a running migration, from any machine that reaches the target. */
export async function giveTo({ original, migration }: FoundMigration, command: Command, target: Target): Promise<void> {
  await using session = await connect(target, 'giving a command');
  await session.run(giveCommand({ schema: original.schema, name: migration.changelog }, command, null));
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
