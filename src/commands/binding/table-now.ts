import { inspectTable, withoutCounter } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { PlannedRun } from '../plan/planned-run.ts';
import type { PlannedStatement } from '../plan/planned-statement.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { qualify } from '../statements/task.ts';

/** The table of a statement as it stands before the run. */
export type TableNow =
  | { readonly kind: 'there'; readonly definition: string }
  | { readonly kind: 'gone' }
  /** Statements before it decide, or nobody has asked. */
  | { readonly kind: 'unknown' };

export type LookUpTable = (planned: PlannedStatement) => Promise<TableNow>;

/** @param pending in the order of the run */
export function lookUpOn(target: Target, session: Session, pending: readonly FileStatement[]): LookUpTable {
  const first = firstOnTheirTables(pending);
  return async ({ file, line, statement: text }) => {
    const statement = first.find((one) => one.file === file && one.line === line && one.text === text);
    if (statement === undefined || statement.task === null) return { kind: 'unknown' };
    const found = await inspectTable(session, qualify(statement.task.table, target.database));
    if (found === null) return { kind: 'gone' };
    return found.kind === 'table'
      ? { kind: 'there', definition: withoutCounter(found.createStatement) }
      : { kind: 'unknown' };
  };
}

function firstOnTheirTables(pending: readonly FileStatement[]): FileStatement[] {
  const run = new PlannedRun(pending, null);
  return pending.filter((statement) => {
    const isFirst = !run.follows(statement);
    run.passed(statement);
    return isFirst;
  });
}
