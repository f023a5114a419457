import { newNames } from '../../sql/parser/renames-of.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { singleStatement, typedPath } from './file-statement.ts';

/** The tables whose definitions a statement has changed, as people are told of them; none for a change of rows. */
export function changedTables({ statement, table }: { readonly statement: string; readonly table: string }): string[] {
  try {
    const { task, parsed } = singleStatement(parseFile(typedPath, statement));
    if (task?.kind === 'data') return [];
    const others = parsed.kind === 'alter-table' ? newNames(parsed) : [];
    const renamed = task?.kind === 'rename' ? task.renames.flatMap(({ from, to }) => [from, to]) : [];
    const names = [...others, ...renamed].map(({ schema, name }) => (schema === null ? name : `${schema}.${name}`));
    return [...new Set([table, ...names])];
  } catch {
    // A revert, or what the server reads otherwise.
    return [table];
  }
}
