import { changeRows } from '../../engine/direct/change-rows.ts';
import { createTable } from '../../engine/direct/create-table.ts';
import { isPassedOver } from '../../engine/direct/look-for-table.ts';
import { renameTables } from '../../engine/direct/rename-tables.ts';
import { retireTable } from '../../engine/direct/retire-table.ts';
import type { Observe } from '../../engine/events.ts';
import { migrateTable } from '../../engine/migrate.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { MigrateRequest } from '../../engine/request.ts';
import type { NoteSent } from '../../engine/sent-statement.ts';
import { nameTables } from '../../engine/tables/table-names.ts';
import type { Target } from '../../mysql/target.ts';
import { dataNote } from '../ledger/data-note.ts';
import { engineOptions } from '../options/engine-options.ts';
import type { Settings } from '../options/settings.ts';
import { creationOf } from '../statements/creation-of.ts';
import { dataWork } from '../statements/data-work.ts';
import { type FileStatement, labelOf } from '../statements/file-statement.ts';
import { qualify, renamesIn, type Task } from '../statements/task.ts';
import { directlyDone, runDirectly } from './direct-outcome.ts';

export interface Step {
  /** Of the ledger's row. */
  readonly id: string;
  readonly statement: FileStatement;
  readonly task: Task;
  /** A copy was approved, and nothing else is. */
  readonly mustCopy: boolean;
}

interface Place {
  readonly target: Target;
  readonly foldsNames: boolean;
  /** What is left of `max-runtime`; `null` where there is no limit. */
  readonly leftMs: number | null;
  readonly noteSent: NoteSent;
  /** Of a copy, when nothing is left to do for it. */
  readonly noteDone: (outcome: Outcome) => Promise<void>;
  readonly beforeSwap: NonNullable<MigrateRequest['beforeSwap']>;
}

/** One statement, by the way that fits it. Never throws for a failed migration. */
export async function carryOut(
  { id, statement, task, mustCopy }: Step,
  { target, foldsNames, leftMs, noteSent, noteDone, beforeSwap }: Place,
  settings: Settings,
  observe: Observe,
  signal: AbortSignal,
): Promise<Outcome> {
  const { file, text, label } = statement;
  const options = engineOptions(settings.valuesFor(file, statement.table), settings, leftMs);
  const { schema, name } = qualify(task.table, target.database);
  const isHome = foldsNames && schema.toLowerCase() === target.database.toLowerCase();
  const inWords = (table: string): string => labelOf(isHome ? null : schema, table, target.database);
  switch (task.kind) {
    case 'create':
      return runDirectly(statement, observe, async () => ({
        isChanged: await createTable(creationOf(statement, target.database), target, options.allow, noteSent),
        retired: null,
      }));
    case 'drop':
      return runDirectly(statement, observe, async () => {
        const retirement = { table: { schema, name }, ifExists: task.ifExists };
        const retired = await retireTable(retirement, target, options.lockBudgetMs, noteSent);
        return { isChanged: retired !== null, retired: retired === null ? null : inWords(retired) };
      });
    case 'rename':
      return runDirectly(statement, observe, async () => {
        const renaming = { renames: renamesIn(task, target.database), ifExists: task.ifExists };
        return {
          isChanged: await renameTables(renaming, target, options.lockBudgetMs, noteSent, signal),
          retired: null,
        };
      });
    case 'data':
      return runDirectly(statement, observe, async () => {
        const changed = { isChanged: true, retired: null };
        const place = { schema: target.database, namespace: settings.values.namespace };
        const note = dataNote(place, id, statement, () => JSON.stringify(directlyDone(statement, changed)));
        await changeRows(dataWork(statement, task, target, settings), note, target, options.lockBudgetMs, signal);
        return changed;
      });
    case 'change': {
      // What fails here fails there as well, and is told there.
      if (task.ifExists && (await isPassedOver({ schema, name }, target).catch(() => false)))
        return runDirectly(statement, observe, () => Promise.resolve({ isChanged: false, retired: null }));
      // The engine names a table as the server does. Before it has asked, the name in the statement will do.
      const told = (outcome: Outcome): Outcome => {
        const { table, retired } = outcome;
        const isBeside = table !== '' && retired === nameTables({ schema, name: table }, false).retired.name;
        return {
          ...outcome,
          table: table === '' ? label : inWords(table),
          retired: isBeside ? inWords(retired) : retired,
        };
      };
      const notes = { noteSent, noteDone: (outcome: Outcome) => noteDone(told(outcome)) };
      const request = { target, file, statement: text, migrationId: id, options, mustCopy, ...notes, beforeSwap };
      return told(await migrateTable(request, observe, signal));
    }
  }
}
