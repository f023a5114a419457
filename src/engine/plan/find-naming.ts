import type { Server } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { namesInBody } from '../../sql/parser/names-in-body.ts';
import { quotingOf } from '../../sql/parser/quoting.ts';
import { inUsualQuotes } from '../../sql/parser/usual-quotes.ts';
import { selectParametersNamed, selectStoredObjects } from '../../sql/stored-objects.ts';
import { nowMs } from '../../support/clock.ts';
import { judgeNaming, type Wanted } from './judge-naming.ts';
import { type Listed, type NamedBy, type NamingObject, namedByNobody, type StoredObject } from './named-by.ts';

/** Bodies that are looked at, of each kind. */
const maxBodies = 200;
const maxListed = 50;
/** Reading bodies keeps the process from everything else. */
const readingBudgetMs = 3_000;

/**
 * Who names the table, as far as this user may see. It only tells, so what the server will not answer is no reason to
 * refuse anything.
 *
 * @param columns that the statement drops or renames
 */
export async function findNaming(
  session: Session,
  server: Server,
  table: TableName,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<NamedBy> {
  try {
    const found: Row[] = [];
    let complete = true;
    for (const statement of selectStoredObjects(server.flavor, table, maxBodies + 1)) {
      signal.throwIfAborted();
      const rows = await session.rows(statement);
      complete &&= rows.length <= maxBodies;
      found.push(...rows.slice(0, maxBodies));
    }
    const readable = found.filter(isReadable);
    const parameters = await parametersNamed(session, server, readable, columns);
    const wanted = { table, columns, nameCase: server.nameCase };
    const judged = await judgeAll(readable, parameters, server, wanted, signal);
    return {
      objects: firstOf(judged.objects.toSorted((a, b) => rank(a) - rank(b))),
      unreadable: firstOf(found.filter((row) => !isReadable(row)).map((row) => objectOf(row, table.schema))),
      complete: complete && judged.complete,
      problem: null,
    };
  } catch (error) {
    if (error instanceof ServerError) return { ...namedByNobody, complete: false, problem: error.message };
    throw error;
  }
}

async function judgeAll(
  rows: readonly Row[],
  parameters: readonly Row[],
  server: Server,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<{ objects: NamingObject[]; complete: boolean }> {
  const startedAt = nowMs();
  const objects: NamingObject[] = [];
  for (const row of rows) {
    signal.throwIfAborted();
    if (nowMs() - startedAt > readingBudgetMs) return { objects, complete: false };
    const own = parameters.filter(
      ({ schema_name, routine }) => schema_name === row.schema_name && routine === row.name,
    );
    const names = own.map(({ name }) => String(name));
    const statements = await namesInBody(bodyOf(row), server, names);
    const naming = judgeNaming(statements, String(row.schema_name), wanted);
    if (naming !== null) objects.push({ ...objectOf(row, wanted.table.schema), ...naming });
  }
  return { objects, complete: true };
}

/** A parameter hides the column of its name. */
async function parametersNamed(
  session: Session,
  { flavor }: Server,
  rows: readonly Row[],
  columns: readonly string[],
): Promise<readonly Row[]> {
  const isNeeded = columns.length > 0 && rows.some(({ kind }) => kind === 'procedure' || kind === 'function');
  return isNeeded ? session.rows(selectParametersNamed(flavor, columns)) : [];
}

function isReadable({ body }: Row): boolean {
  return body !== null && body !== '';
}

function bodyOf({ body, sql_mode }: Row): string {
  return inUsualQuotes(String(body), quotingOf(String(sql_mode).split(',')));
}

function objectOf({ kind, schema_name, name }: Row, tableSchema: string): StoredObject {
  return {
    kind: String(kind),
    schema: schema_name === tableSchema ? null : String(schema_name),
    name: String(name),
  };
}

function rank({ doubt, columns }: NamingObject): number {
  if (columns.some((column) => column.doubt === null)) return 0;
  if (columns.length > 0) return 1;
  return doubt === null ? 2 : 3;
}

function firstOf<T>(all: readonly T[]): Listed<T> {
  return { listed: all.slice(0, maxListed), more: Math.max(0, all.length - maxListed) };
}
