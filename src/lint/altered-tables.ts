import type { Clause } from '../sql/parser/clause.ts';
import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import { type Alter, altersOf } from './clauses-of.ts';
import type { Difference } from './definition/difference.ts';
import { nameOfTable } from './names.ts';

/** Where statements alter a table first, by its name. */
export type AlteredTables = ReadonlyMap<string, string>;

/**
 * The statements whose clauses could stand in one with those of another, and gain by that. Commands on partitions stand alone by the
 * rules of the grammar, a new name because nothing else is done with it, and a foreign key because only alone it is added in place. What
 * is created in the same file is empty, and what the plan knows to be no copy costs nothing that another could share.
 */
export function mergeable(file: ParsedFile, differences: ReadonlyMap<number, Difference> | null): readonly Alter[] {
  const created = new Set(
    file.statements.flatMap((statement) => (statement.kind === 'create-table' ? nameOfTable(statement.table) : [])),
  );
  return altersOf(file).filter(({ start, table, clauses }) => {
    const way = differences?.get(start)?.way ?? null;
    if (way !== null && way.algorithm !== 'copy') return false;
    return !created.has(nameOfTable(table)) && !clauses.some(standsAlone);
  });
}

function standsAlone(clause: Clause): boolean {
  if (clause.kind === 'partition') return clause.operation !== 'partition-by' && clause.operation !== 'remove';
  return clause.kind === 'rename-table' || clause.kind === 'add-foreign-key' || clause.kind === 'drop-foreign-key';
}

/** @param where the file, as in "line 3 of …" */
export function rememberAltered(seen: Map<string, string>, alter: Alter, { lines }: ParsedFile, where: string): void {
  const table = nameOfTable(alter.table);
  if (!seen.has(table)) seen.set(table, `line ${lines.at(alter.start).line} of ${where}`);
}
