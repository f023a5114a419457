import type { Server } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { quotingOf } from '../../sql/parser/quoting.ts';
import { inUsualQuotes } from '../../sql/parser/usual-quotes.ts';
import { selectParametersNamed, storedKinds } from '../../sql/stored-objects.ts';
import { nowMs } from '../../support/clock.ts';
import { missingToRead } from '../preflight/privileges.ts';
import type { DryRun } from './dry-run.ts';
import { judgeNaming, type Wanted } from './judge-naming.ts';
import { type Listed, type NamedBy, type NamingObject, namedByNobody, type StoredObject } from './named-by.ts';
import type { StoredBodies } from './stored-bodies.ts';

const maxListed = 50;
/** Reading bodies keeps the process from everything else. */
const readingBudgetMs = 3_000;

/**
 * Who names the table, as far as this user may see. It only tells, so what the server will not answer is no reason to
 * refuse anything.
 *
 * @param goes the columns that the statement drops or renames, or the table itself
 */
export async function findNaming(
  { control: { session, server }, bodies }: DryRun,
  table: TableName,
  goes: readonly string[] | 'table',
  signal: AbortSignal,
): Promise<NamedBy> {
  const columns = goes === 'table' ? [] : goes;
  try {
    const { rows: found, complete } = await bodies.thatMayName(table, signal);
    const readable = found.filter(isReadable);
    const parameters = await parametersNamed(session, server, readable, columns);
    const wanted = { table, goes, columns, nameCase: server.nameCase };
    const judged = await judgeAll(readable, parameters, bodies, wanted, signal);
    const failing = await judgeReaders(judged.objects, bodies, wanted, signal);
    const unreadable = found.filter((row) => !isReadable(row));
    return {
      objects: firstOf(failing.objects.toSorted((a, b) => rank(a) - rank(b))),
      unreadable: firstOf(unreadable.map((row) => objectOf(row, table.schema))),
      lacks: await missingToRead(session, server.flavor, [
        ...unreadable.map(({ kind, schema_name }) => ({ kind: String(kind), schema: String(schema_name) })),
        ...(goes.length === 0 ? [] : storedKinds.map((kind) => ({ kind, schema: table.schema }))),
      ]),
      complete: complete && judged.complete && failing.complete,
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
  bodies: StoredBodies,
  wanted: Wanted & { readonly goes: readonly string[] | 'table' },
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
    const statements = await bodies.names(bodyOf(row), names);
    const naming = judgeNaming(statements, String(row.schema_name), wanted);
    if (naming === null) continue;
    const named = wanted.goes === 'table' ? [naming] : naming.columns;
    const fails = named.some(({ doubt }) => doubt === null);
    objects.push({ ...objectOf(row, wanted.table.schema), ...naming, fails });
  }
  return { objects, complete: true };
}

/** Whoever reads a view that fails, fails with it, and so on. */
async function judgeReaders(
  objects: readonly NamingObject[],
  bodies: StoredBodies,
  { table, nameCase }: Wanted,
  signal: AbortSignal,
): Promise<{ objects: NamingObject[]; complete: boolean }> {
  const startedAt = nowMs();
  const keyOf = ({ kind, schema, name }: StoredObject): string => JSON.stringify([kind, schema, name]);
  const all = new Map(objects.map((object) => [keyOf(object), object]));
  const isFailingView = ({ kind, fails }: NamingObject): boolean => kind === 'view' && fails;
  let complete = true;
  const views = objects.filter(isFailingView);
  for (const view of views) {
    const asked = { schema: view.schema ?? table.schema, name: view.name };
    const found = await bodies.thatMayName(asked, signal);
    complete &&= found.complete;
    for (const row of found.rows.filter(isReadable)) {
      if (nowMs() - startedAt > readingBudgetMs) return { objects: [...all.values()], complete: false };
      const own = objectOf(row, table.schema);
      const known = all.get(keyOf(own));
      const statements = await bodies.names(bodyOf(row), []);
      const naming = judgeNaming(statements, String(row.schema_name), { table: asked, columns: [], nameCase });
      if (known?.fails === true || naming === null || naming.doubt !== null) continue;
      const reader = { ...(known ?? { ...own, ...naming }), fails: true, through: asked.name };
      all.set(keyOf(own), reader);
      if (isFailingView(reader)) views.push(reader);
    }
  }
  return { objects: [...all.values()], complete };
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

function rank({ doubt, columns, fails }: NamingObject): number {
  if (fails) return 0;
  if (columns.length > 0) return 1;
  return doubt === null ? 2 : 3;
}

function firstOf<T>(all: readonly T[]): Listed<T> {
  return { listed: all.slice(0, maxListed), more: Math.max(0, all.length - maxListed) };
}
