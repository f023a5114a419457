import type { Look } from '../../engine/direct/check-renames.ts';
import type { DryRun } from '../../engine/plan/dry-run.ts';
import { namedByNobody } from '../../engine/plan/named-by.ts';
import type { Stage } from '../../engine/plan/stage.ts';
import { nothingDestroyed } from '../../engine/plan/statement-facts.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import type { TableName } from '../../sql/inspect.ts';
import { replaceSpans } from '../../sql/parser/references.ts';
import type { Settings } from '../options/settings.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { qualify } from '../statements/task.ts';
import { namedTables } from './named-tables.ts';

/** Where, and under what options, a statement is planned. */
export interface TaskPlanning {
  /** What all statements of the plan share. */
  readonly dryRun: DryRun;
  readonly settings: Settings;
  /** Where statements of the run meet; `null` for one that no other has to do with. */
  readonly stage: Stage | null;
  readonly rows: 'look' | 'leave';
}

/** The table as the statements so far leave it. */
export function lookOf({ dryRun, stage }: TaskPlanning): Look {
  return (name) => (stage === null ? dryRun.look(name) : stage.tables.look(name));
}

/** The text of the statement with other tables in it. */
export function withTables(
  { parsed, text }: FileStatement,
  database: string,
  name: (table: TableName) => string,
): string {
  const spans = namedTables(parsed).map((table) => ({
    start: table.start - parsed.start,
    end: table.end - parsed.start,
    by: name(qualify(table, database)),
  }));
  return replaceSpans(text, spans);
}

/** What every plan of a statement has, for one that is run as it is. */
export async function emptyPlan(
  { file, line, text, label }: FileStatement,
  { dryRun }: TaskPlanning,
): Promise<StatementPlan> {
  return {
    file,
    line,
    statement: text,
    table: label,
    algorithm: 'direct',
    reason: '',
    rows: 0,
    dataBytes: 0,
    indexBytes: 0,
    before: '',
    after: '',
    migrationKey: null,
    deferral: null,
    warnings: [],
    hazards: [],
    wayBack: null,
    namedBy: namedByNobody,
    estimate: null,
    facts: { asked: await dryRun.describe(), destroyed: nothingDestroyed, space: null, unmeasured: null, use: null },
  };
}
