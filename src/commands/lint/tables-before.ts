import { ServerError } from '../../mysql/server-errors.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { showCreateTable } from '../../sql/inspect.ts';
import { readTable } from '../../sql/parser/read-table.ts';
import type { CreateTable } from '../../sql/parser/statement.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import { qualify } from '../statements/task.ts';
import type { SchemaOf } from './lint.ts';

/** What the server says of the tables that statements are going to change, for the rules that want to know. */
export async function tablesBefore(pending: readonly FileStatement[], database: Target): Promise<SchemaOf> {
  const definitions = new Map<string, CreateTable | null>();
  const byFile = new Map<string | null, Map<number, CreateTable>>();
  await using session = await connect(database, 'reading table definitions');
  for (const { file, parsed } of pending) {
    if (parsed.kind !== 'alter-table') continue;
    const table = qualify(parsed.table, database.database);
    const key = JSON.stringify(table);
    if (!definitions.has(key)) definitions.set(key, await readDefinition(table));
    const definition = definitions.get(key) ?? null;
    const own = byFile.get(file) ?? new Map<number, CreateTable>();
    if (definition !== null) own.set(parsed.start, definition);
    byFile.set(file, own);
  }
  return (file) => byFile.get(file) ?? null;

  /** The engine reports a table that is missing or may not be read. */
  async function readDefinition(table: { schema: string; name: string }): Promise<CreateTable | null> {
    const rows = await session.rows(showCreateTable(table)).catch((error: unknown) => {
      if (error instanceof ServerError) return [];
      throw error;
    });
    const text = rows[0]?.['Create Table'];
    return typeof text === 'string' ? readTable(text) : null;
  }
}
