import type { DataWork } from '../../engine/direct/check-data.ts';
import type { Look } from '../../engine/direct/check-renames.ts';
import type { Circumstance } from '../../engine/plan/circumstance.ts';
import { computingBy, followedBy, writtenAs } from '../../engine/plan/circumstances.ts';
import type { DryRun } from '../../engine/plan/dry-run.ts';
import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { labelOf } from '../statements/file-statement.ts';

/**
 * What a statement that changes rows hangs on: all the tables that it names, because what it reads decides what it writes.
 *
 * @param look gives the table as the statements before it leave it
 */
export async function dataCircumstances(
  { statement, tables, database }: DataWork,
  dryRun: DryRun,
  look: Look,
): Promise<Circumstance[]> {
  const found: Circumstance[] = [];
  const definitions: TableDefinition[] = [];
  for (const { schema, name } of tables) {
    const definition = await look({ schema, name });
    if (definition === null) continue;
    definitions.push(definition);
    const label = labelOf(schema, name, database);
    found.push(writtenAs(label, definition));
    found.push(...(await followedBy(dryRun.control.session, label, definition, look)));
  }
  return [...found, ...(await computingBy(dryRun, statement, definitions))];
}
