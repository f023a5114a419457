import type { Split } from '../../engine/plan/find-split.ts';
import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import { changesWholePartitions } from '../../engine/preflight/statement.ts';
import { alteredShape } from '../../lint/definition/altered-shape.ts';
import type { Difference, PlannedWay, RowEvidence } from '../../lint/definition/difference.ts';
import { readShape, type TableShape } from '../../lint/definition/table-shape.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { showCreateTable } from '../../sql/inspect.ts';
import type { ParsedFile } from '../../sql/parser/script/parsed-file.ts';
import type { AlterTable } from '../../sql/parser/statement.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { qualify } from '../statements/task.ts';
import type { DifferencesOf } from './lint.ts';

/** A file, and the statements of it that are still to be run. */
export interface PendingFile {
  readonly parsed: ParsedFile;
  readonly pending: readonly FileStatement[];
}

/** What a plan has found out about statements; those that it could not carry out are missing. */
export type Plans = ReadonlyMap<FileStatement, PlanFound>;

export interface PlanFound {
  readonly plan: StatementPlan;
  readonly split: Split | null;
}

/**
 * What statements make of their tables. Of a planned one it is what the server made of a clone. Of another one the server tells
 * what the table is before, and the text what it will be; a statement that follows another on the table starts from that.
 *
 * @param plans `null` where the run itself is about to count the rows that do not fit
 */
export async function askDifferences(
  files: readonly PendingFile[],
  database: Target,
  plans: Plans | null,
): Promise<DifferencesOf> {
  const found = new Map<string | null, Map<number, Difference>>();
  const tables = new Map<string, TableShape | null>();
  await using session = await connect(database, 'reading table definitions');
  for (const { statement, text } of files.flatMap(statementsIn)) {
    const { file, parsed } = statement;
    if (parsed.kind !== 'alter-table') continue;
    const table = qualify(parsed.table, database.database);
    const key = JSON.stringify(table);
    const difference =
      plannedDifference(parsed, plans?.get(statement)) ??
      written(parsed, text, tables.has(key) ? (tables.get(key) ?? null) : await readDefinition(table));
    tables.set(key, difference?.after ?? null);
    if (difference === null) continue;
    const own = found.get(file) ?? new Map<number, Difference>();
    found.set(file, own.set(parsed.start, difference));
  }
  return (file) => found.get(file) ?? new Map();

  function written(alter: AlterTable, text: string, before: TableShape | null): Difference | null {
    if (before === null) return null;
    const rows: RowEvidence = { kind: plans === null ? 'counted-by-the-run' : 'none' };
    return { from: 'server', before, after: alteredShape(before, alter, text), rows, way: null };
  }

  /** The engine reports a table that is missing or may not be read. */
  async function readDefinition(table: { schema: string; name: string }): Promise<TableShape | null> {
    const rows = await session.rows(showCreateTable(table)).catch((error: unknown) => {
      if (error instanceof ServerError) return [];
      throw error;
    });
    const text = rows[0]?.['Create Table'];
    return typeof text === 'string' ? readShape(text) : null;
  }
}

function statementsIn({ parsed: { text }, pending }: PendingFile) {
  return pending.map((statement) => ({ statement, text }));
}

function plannedDifference(statement: AlterTable, found: PlanFound | undefined): Difference | null {
  const plan = found?.plan;
  const [before, after] = plan === undefined ? [null, null] : [readShape(plan.before), readShape(plan.after)];
  if (plan === undefined || before === null || after === null) return null;
  const { algorithm, hazards, rows, dataBytes, indexBytes } = plan;
  const bytes = dataBytes + indexBytes;
  const misfits = hazards.map(({ kind, key, columns, count, message }) => ({ kind, key, columns, count, message }));
  const isAtOnce = changesWholePartitions({ statement }, { createStatement: plan.before });
  const way: PlannedWay = {
    algorithm,
    rows,
    bytes,
    blocksWriters: algorithm === 'direct' && rows > fewRows && !isAtOnce,
    split: found?.split ?? null,
  };
  return { from: 'server', before, after, rows: { kind: 'counted', misfits }, way };
}

/** A copy by the server itself is over in a moment. */
const fewRows = 10_000;
