import type { DataWork } from '../../engine/direct/check-data.ts';
import type { Target } from '../../mysql/target.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, placeOf } from './file-statement.ts';
import { type DataTask, qualify } from './task.ts';

/** What the engine must know of a statement that changes rows, for plan and migrate alike. */
export function dataWork(statement: FileStatement, task: DataTask, target: Target, { values }: Settings): DataWork {
  return {
    statement: statement.text,
    quoting: statement.quoting,
    place: placeOf(statement),
    tables: task.tables.map((table) => qualify(table, target.database)),
    database: target.database,
    rows: task.rows,
    maxRows: values['max-data-rows'],
    maxStatementMs: 30_000,
  };
}
