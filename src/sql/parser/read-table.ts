import type { ServerDialect } from './executable-comment.ts';
import { parseStatement } from './parse-statement.ts';
import { splitFile } from './split-file.ts';
import type { CreateTable } from './statement.ts';

/** Reads what SHOW CREATE TABLE gives; null if it is not a CREATE TABLE. */
export function readTable(createTable: string, server: ServerDialect | null = null): CreateTable | null {
  const [span] = splitFile(createTable).statements;
  const statement = span === undefined ? null : parseStatement(createTable, span, server);
  return statement?.kind === 'create-table' ? statement : null;
}
