import { altersOf } from '../../lint/clauses-of.ts';
import { alteredShape } from '../../lint/definition/altered-shape.ts';
import type { Difference } from '../../lint/definition/difference.ts';
import { shapeOf, type TableShape } from '../../lint/definition/table-shape.ts';
import { type ParsedFile, parseFile } from '../../sql/parser/script/parsed-file.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import type { Settings } from '../options/settings.ts';
import { readSqlFiles } from '../statements/sql-file.ts';
import type { DifferencesOf } from './lint.ts';

/**
 * What statements make of the tables that files of the repository describe, for a run that asks no database: the option `schema`.
 * Statements are taken one after the other, each on what those before it leave. A file that cannot be read describes nothing.
 *
 * @param folder an absolute path, from which the globs count
 * @throws GhostshipError `usage` for a file that is named and not there
 */
export async function writtenDifferences(
  files: readonly ParsedFile[],
  { values: { schema, 'max-file-size': maxBytes } }: Settings,
  folder: string,
): Promise<DifferencesOf> {
  const described = await readSqlFiles(schema, folder, maxBytes);
  const tables = new Map<string, TableShape>();
  for (const file of described) {
    if ('text' in file) for (const [name, shape] of tablesIn(parseFile(file.path, file.text))) tables.set(name, shape);
  }
  if (tables.size === 0) return () => null;
  const found = new Map<string, Map<number, Difference>>();
  for (const file of files) found.set(file.path, differencesIn(file, tables));
  return (path) => found.get(path ?? '') ?? [...found.values()][0] ?? null;
}

function differencesIn(file: ParsedFile, tables: Map<string, TableShape>): Map<number, Difference> {
  const own = new Map<number, Difference>();
  for (const alter of altersOf(file)) {
    const before = tables.get(keyOf(alter.table));
    if (before === undefined) continue;
    const after = alteredShape(before, alter, file.text);
    tables.set(keyOf(alter.table), after);
    own.set(alter.start, { from: 'file', before, after, rows: { kind: 'none' }, way: null });
  }
  return own;
}

function* tablesIn({ statements, text }: ParsedFile): Generator<readonly [name: string, shape: TableShape]> {
  for (const statement of statements) {
    const shape = statement.kind === 'create-table' ? shapeOf(statement, text) : null;
    if (statement.kind === 'create-table' && shape !== null) yield [keyOf(statement.table), shape];
  }
}

/** A dump of one database names no other. */
function keyOf({ name }: TableReference): string {
  return name.toLowerCase();
}
