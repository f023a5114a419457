import type { Observe } from '../../engine/events.ts';
import { migrateTable } from '../../engine/migrate.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { Target } from '../../mysql/target.ts';
import { createTable } from '../create-table.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import { retireTable } from '../retire-table.ts';
import type { Task } from '../statements/task.ts';
import { runDirectly } from './direct-outcome.ts';

export interface Step {
  /** Of the ledger's row. */
  readonly id: string;
  readonly task: Task;
}

/** One statement, by the way that fits it. Never throws for a failed migration. */
export async function carryOut(
  { id, task }: Step,
  target: Target,
  settings: Settings,
  observe: Observe,
  signal: AbortSignal,
): Promise<Outcome> {
  const { statement, table } = task;
  const options = engineOptions(settings.valuesFor(statement.file, table.name), settings);
  switch (task.kind) {
    case 'create':
      return runDirectly(task, observe, () => createTable(task, target));
    case 'drop':
      return runDirectly(task, observe, () => retireTable(task, target, options.lockBudgetMs));
    case 'change': {
      const request = { target, file: statement.file, statement: statement.text, migrationId: id, options };
      const outcome = await migrateTable(request, observe, signal);
      // The engine names a table as the server does; before it asked, the statement's own word will do.
      return outcome.table === '' ? { ...outcome, table: table.name } : outcome;
    }
  }
}
