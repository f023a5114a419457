import type { Creation } from '../../engine/direct/create-table.ts';
import { type TableUse, usesOfCreating } from '../../engine/preflight/table-uses.ts';
import { referencesOf } from '../../sql/parser/references.ts';
import { type FileStatement, placeOf } from './file-statement.ts';
import { qualify } from './task.ts';

/** What the engine must know of a CREATE TABLE, for plan and migrate alike. */
export function creationOf(statement: FileStatement, database: string): Creation {
  const { text, label, parsed } = statement;
  const made = parsed.kind === 'create-table' ? qualify(parsed.table, database) : null;
  const unlessThere = parsed.kind === 'create-table' && parsed.ifNotExists ? made : null;
  const madeAnew = parsed.kind === 'create-table' && !parsed.replaces ? made : null;
  const uses = usesOf(statement, database);
  return { statement: text, table: label, place: placeOf(statement), uses, unlessThere, madeAnew };
}

function usesOf({ parsed }: FileStatement, database: string): TableUse[] {
  if (parsed.kind !== 'create-table') return [];
  const { table, replaces, like, elements } = parsed;
  const made = qualify(table, database);
  const parents = elements.map(referencesOf).filter((found) => found !== null);
  const copied = like === null ? null : qualify(like, database);
  return usesOfCreating(
    made,
    replaces,
    copied,
    parents.map((parent) => qualify(parent, made.schema)),
  );
}
