import { refuseTargetOf } from '../../engine/preflight/target.ts';
import { readStatus } from '../../engine/run/control.ts';
import { forgetSwap, readComments } from '../../engine/tables/ghost.ts';
import { lockName, nameTables, type TableNames } from '../../engine/tables/table-names.ts';
import { dropUncheckedKeys } from '../../engine/tables/unchecked-keys.ts';
import { askNameCase, type NameCase, spellDatabase } from '../../mysql/name-case.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { sentryComment } from '../../sql/cutover.ts';
import { countTables, dropSchema, dropTable, getLock } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { finishSwaps } from '../ledger/finish-swaps.ts';
import { Ledger, type RetiredTable } from '../ledger/ledger.ts';
import { requireTarget, type Settings } from '../options/settings.ts';

export interface CleanupReport {
  /** Tables whose migration died after its swap. */
  readonly finished: readonly string[];
  readonly dropped: readonly string[];
  readonly kept: readonly { readonly table: string; readonly reason: string }[];
}

/**
 * Drops what migrations have left behind in the target's database: the tables of dead runs, and the retired tables that the
 * ledger knows. With `retired: keep` retired tables stay.
 *
 * @param table only what belongs to this table; `null` for everything
 */
export async function cleanup(table: string | null, settings: Settings, signal: AbortSignal): Promise<CleanupReport> {
  const nameCase = await readNameCase(requireTarget(settings));
  const target = spellDatabase(requireTarget(settings), nameCase);
  const ledger = new Ledger(target);
  const finished = (await finishSwaps(target, table, settings, ledger, signal)).map(({ outcome }) => outcome.table);
  const report = { finished, dropped: [] as string[], kept: [] as { table: string; reason: string }[] };
  for (const migration of await readStatus(target, table)) {
    signal.throwIfAborted();
    if (migration.alive) report.kept.push({ table: migration.changelog, reason: 'its migration is running' });
    else report.dropped.push(...(await dropLeftBehind(target, migration.table)));
  }
  for (const entry of await ledger.retiredTables()) {
    signal.throwIfAborted();
    if (table !== null && !nameCase.same(table, entry.table)) continue;
    const keeps = settings.valuesFor(null, entry.table).retired === 'keep';
    const found = await dropRetired(target, entry, nameCase, keeps);
    if (found && keeps) report.kept.push({ table: entry.retired, reason: 'the option retired says keep' });
    if (found && !keeps) report.dropped.push(entry.retired);
  }
  return report;
}

async function readNameCase(target: Target): Promise<NameCase> {
  await using session = await connect(target, 'cleaning up');
  await refuseTargetOf(session);
  return askNameCase(session);
}

/** It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours. */
async function dropLeftBehind(target: Target, table: string): Promise<string[]> {
  const { beside, apart } = bothNames(target, table);
  await using session = await connect(target, 'cleaning up');
  const [lock] = await session.rows(getLock(lockName(beside.original), 0));
  if (Number(lock?.taken) !== 1) return [];
  const comments = await readComments(session, [
    apart.ghost,
    apart.retired,
    beside.ghost,
    beside.retired,
    beside.changelog,
  ]);
  const isOurs = (name: TableName, comment: string): boolean =>
    (name !== apart.retired && name !== beside.retired) || comment === sentryComment;
  await dropUncheckedKeys(session, beside);
  const ours = [...comments].filter(([name, comment]) => isOurs(name, comment)).map(([name]) => name);
  if (comments.has(beside.changelog)) await forgetSwap(session, beside.changelog);
  for (const name of ours) await session.run(dropTable(name));
  if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
  return ours.map((name) => labelOf(name, target));
}

/** @returns whether it was there */
async function dropRetired(
  target: Target,
  { table, retired }: RetiredTable,
  nameCase: NameCase,
  keeps: boolean,
): Promise<boolean> {
  // The ledger has the name as the statement wrote it.
  const { beside, apart } = bothNames(target, nameCase.spell(table));
  const name = [beside.retired, apart.retired].find((candidate) => nameCase.same(labelOf(candidate, target), retired));
  if (name === undefined) return false;
  await using session = await connect(target, 'cleaning up');
  if (!(await readComments(session, [name])).has(name)) return false;
  if (keeps) return true;
  await session.run(dropTable(name));
  if (name === apart.retired) await dropEmptySchemas(session, apart);
  return true;
}

async function dropEmptySchemas(session: Session, { ownSchemas }: TableNames): Promise<void> {
  for (const schema of ownSchemas) {
    const [row] = await session.rows(countTables(schema));
    if (Number(row?.tables_left) === 0) await session.run(dropSchema(schema));
  }
}

function bothNames(target: Target, table: string): { readonly beside: TableNames; readonly apart: TableNames } {
  const original = { schema: target.database, name: table };
  return { beside: nameTables(original, false), apart: nameTables(original, true) };
}

/** As outcomes name it: with its schema only where that is another one. */
function labelOf({ schema, name }: TableName, target: Target): string {
  return schema === target.database ? name : `${schema}.${name}`;
}
