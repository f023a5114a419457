import { usesOfRenamings } from '../../engine/direct/rename-tables.ts';
import { usesOfRetiring } from '../../engine/direct/retire-table.ts';
import type { DryRun } from '../../engine/plan/dry-run.ts';
import type { TargetSide } from '../../engine/plan/target-side.ts';
import type { Limits } from '../../engine/preflight/load-limits.ts';
import { requireAlter } from '../../engine/preflight/read-alter.ts';
import { type TableUse, usesOfAltering } from '../../engine/preflight/table-uses.ts';
import type { TableName } from '../../sql/inspect.ts';
import { ledgerTable } from '../../sql/ledger.ts';
import { creationOf } from '../statements/creation-of.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { qualify, renamesIn, type Task } from '../statements/task.ts';
import { tellWhoMigrates } from './who-migrates.ts';

/**
 * What only the target can tell of a statement, asked before anything is made that the plan alone needs. The migration asks the same.
 *
 * @throws GhostshipError `unsupported-server`, `missing-privileges`, `already-running`, `usage` for a limit that cannot be kept
 */
export async function refuseOnTarget(
  statement: FileStatement,
  task: Task,
  dryRun: DryRun,
  limits: Limits,
): Promise<void> {
  const target = await dryRun.target();
  if (typeof target === 'string') return;
  const { database } = dryRun.place.target;
  const { uses, locked } = wanted(statement, task, target, database);
  if (task.kind === 'change') await target.refuseLimits(limits);
  try {
    await target.refuseRun({ schema: database, name: ledgerTable });
    await target.refuseUses(uses, locked);
  } catch (error) {
    throw await tellWhoMigrates(error, locked, target.control.session, dryRun.place.target);
  }
}

interface Wanted {
  readonly uses: readonly TableUse[];
  /** Tables that the statement takes from everybody. */
  readonly locked: readonly TableName[];
}

function wanted(statement: FileStatement, task: Task, { control }: TargetSide, database: string): Wanted {
  const table = qualify(task.table, database);
  switch (task.kind) {
    case 'create':
      return { uses: creationOf(statement, database).uses, locked: [] };
    case 'drop':
      return { uses: usesOfRetiring(table), locked: [table] };
    case 'rename': {
      const renames = renamesIn(task, database);
      return { uses: usesOfRenamings({ renames }), locked: renames.flatMap(({ from, to }) => [from, to]) };
    }
    case 'change': {
      const alter = requireAlter(statement.text, control.server);
      return { uses: usesOfAltering(alter, table, control.server), locked: [] };
    }
    case 'data':
      return { uses: [], locked: [] };
  }
}
