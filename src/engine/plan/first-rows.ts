import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { isDuplicate, isServerError, ServerError } from '../../mysql/server-errors.ts';
import { rollback, startTransaction } from '../../sql/data.ts';
import type { TableName } from '../../sql/inspect.ts';
import { fillWithFirst } from '../../sql/rows-met.ts';
import { withSqlMode } from '../../sql/session-settings.ts';
import { convertingSqlMode, copySqlMode } from '../../sql/sql-mode.ts';
import { dataDoesNotFit } from '../copy/row-errors.ts';
import type { ColumnMap, MappedColumn } from '../mapping/column-map.ts';
import { convertedValue } from '../mapping/conversion.ts';
import { convertsAsServer } from '../mapping/copied-columns.ts';
import { familyOf } from '../mapping/type-families.ts';
import { computedAnew } from '../probes/generated.ts';
import { type Hazard, isCertain } from '../probes/hazard.ts';
import type { ProbedAlter } from '../probes/probe.ts';
import type { DryRun } from './dry-run.ts';
import { isOfRows, keepingCounter, sampleOf } from './rows-on-stage.ts';

/** A copy, and what is there of it before it begins. */
export interface CopyToTry {
  readonly dryRun: DryRun;
  /** What the statement does to the table, whose rows are written anew. */
  readonly alter: ProbedAlter;
  /** The table that has the rows by now, and which of its columns go where. */
  readonly source: TableDefinition;
  readonly map: ColumnMap;
  /** Empty, and as the statement leaves it. */
  readonly clone: TableName;
  /** What was asked of the rows already. */
  readonly hazards: readonly Hazard[];
}

/**
 * Writes the first rows into the altered clone, as a copy would, and takes them back; only where a column computes or converts its
 * values. A question can tell whether a number fits, and not what the server says of every expression and every conversion.
 *
 * @throws GhostshipError `data-does-not-fit`
 */
export async function refuseFirstRows({ dryRun, alter, source, map, clone, hazards }: CopyToTry): Promise<void> {
  if (!alter.rewritten || map.length === 0 || hazards.some(isCertain)) return;
  if (!alter.map.some(changesFamily) && computedAnew(alter).length === 0) return;
  const { flavor, sqlMode } = dryRun.control.server;
  const columns = map.map((pair) => ({ ours: pair.to.name, value: convertedValue(pair, flavor) }));
  const mode = convertsAsServer(map, flavor) ? convertingSqlMode(sqlMode) : copySqlMode(sqlMode);
  const isNumbered = alter.altered.columns.some(({ autoIncrement }) => autoIncrement);
  const session = await dryRun.writing();
  await session.run(withSqlMode(mode));
  await keepingCounter(dryRun.asking, clone, isNumbered, async () => {
    await session.run(startTransaction);
    try {
      await session.run(fillWithFirst(clone, source.table, columns, sampleOf(source)));
    } catch (error) {
      if (!isOfSample(error)) throw dataDoesNotFit(error, source.table);
    } finally {
      if (session.alive) await session.run(rollback);
    }
  });
}

/** Within a family the questions tell all. */
function changesFamily({ from, to }: MappedColumn): boolean {
  return familyOf(from) !== familyOf(to) || from.charset !== to.charset;
}

/** What the copy does not meet, or is asked about in another way. */
function isOfSample(error: unknown): boolean {
  if (!(error instanceof ServerError)) return false;
  return isDuplicate(error) || isServerError(error, 'ER_NO_DEFAULT_FOR_FIELD') || !isOfRows(error);
}
