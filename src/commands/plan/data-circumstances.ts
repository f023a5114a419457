import type { DataWork } from '../../engine/direct/check-data.ts';
import type { Look } from '../../engine/direct/check-renames.ts';
import type { Circumstance } from '../../engine/plan/circumstance.ts';
import { computingBy, writtenAs } from '../../engine/plan/circumstances.ts';
import type { DryRun } from '../../engine/plan/dry-run.ts';
import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { labelOf } from '../statements/file-statement.ts';
import { type DataTask, qualify } from '../statements/task.ts';

/**
 * What a statement that changes rows hangs on. An INSERT writes the first of its tables. Of those of an UPDATE or DELETE it is not
 * known which are only read.
 *
 * @param look gives the table as the statements before it leave it
 */
export async function dataCircumstances(
  { statement, tables, database }: DataWork,
  { verb, table }: Pick<DataTask, 'verb' | 'table'>,
  dryRun: DryRun,
  look: Look,
): Promise<Circumstance[]> {
  const written = verb === 'INSERT' ? [qualify(table, database)] : tables;
  const found: Circumstance[] = [];
  const definitions: TableDefinition[] = [];
  for (const { schema, name } of written) {
    const definition = await look({ schema, name });
    if (definition === null) continue;
    definitions.push(definition);
    found.push(await writtenAs(labelOf(schema, name, database), definition, look));
  }
  return [...found, ...(await computingBy(dryRun, statement, definitions))];
}
