import type { Clause } from '../sql/parser/clause.ts';
import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import { type Alter, altersOf } from './clauses-of.ts';
import { nameOfTable } from './names.ts';

/** Where statements alter a table first, by its name. */
export type AlteredTables = ReadonlyMap<string, string>;

/**
 * The statements whose clauses could stand in one with those of another. Commands on partitions stand alone by the rules of the
 * grammar, a new name because nothing else is done with it, and what is created in the same file is empty.
 */
export function mergeable(file: ParsedFile): readonly Alter[] {
  const created = new Set(
    file.statements.flatMap((statement) => (statement.kind === 'create-table' ? nameOfTable(statement.table) : [])),
  );
  return altersOf(file).filter(({ table, clauses }) => !created.has(nameOfTable(table)) && !clauses.some(standsAlone));
}

function standsAlone(clause: Clause): boolean {
  if (clause.kind === 'rename-table') return true;
  return clause.kind === 'partition' && clause.operation !== 'partition-by' && clause.operation !== 'remove';
}

/** @param where the file, as in "line 3 of …" */
export function rememberAltered(seen: Map<string, string>, alter: Alter, { lines }: ParsedFile, where: string): void {
  const table = nameOfTable(alter.table);
  if (!seen.has(table)) seen.set(table, `line ${lines.at(alter.start).line} of ${where}`);
}
