import { mentions } from '../../binlog/statement-event.ts';
import type { Server } from '../../mysql/server.ts';
import { ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { quotingOf } from '../../sql/parser/quoting.ts';
import { type Token, tokenize } from '../../sql/parser/tokens.ts';
import { inUsualQuotes } from '../../sql/parser/usual-quotes.ts';
import { selectCascadingParents } from '../../sql/reach.ts';
import { selectStoredObjects } from '../../sql/stored-objects.ts';
import { seesAllBodies } from '../preflight/privileges.ts';

/** More than so many bodies that may name one table are not read. */
const maxBodies = 500;

/**
 * All that a statement can name to change rows of the table, the table itself first: views, functions and procedures that name it,
 * tables with triggers that do, parents that cascade to it, and whatever leads to one of these.
 *
 * @returns `null` where this user does not see everything that may lead there
 */
export async function askWaysToTable(
  session: Session,
  { flavor }: Pick<Server, 'flavor'>,
  table: TableName,
): Promise<readonly TableName[] | null> {
  if (!(await seesAllBodies(session))) return null;
  const ways: TableName[] = [table];
  const add = (way: TableName): void => {
    if (!ways.some(({ schema, name }) => schema === way.schema && name === way.name)) ways.push(way);
  };
  try {
    for (const way of ways) {
      for (const kind of ['view', 'routine', 'trigger'] as const) {
        const rows = await session.rows(selectStoredObjects(flavor, kind, way, maxBodies));
        if (rows.length === maxBodies || rows.some(({ body }) => body === null || body === '')) return null;
        for (const row of rows.filter((found) => leadsTo(found, way))) add(entranceOf(row));
      }
      for (const row of await session.rows(selectCascadingParents(way)))
        add({ schema: String(row.schema_name), name: String(row.name) });
    }
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
  return ways;
}

function leadsTo({ body, sql_mode, schema_name }: Row, way: TableName): boolean {
  const text = inUsualQuotes(String(body), quotingOf(String(sql_mode).split(',')));
  const tokens = tokenize(text, { start: 0, end: text.length }, null);
  if (mentions(tokens, way, String(schema_name)) || tokens.some((token) => isSentText(token, way))) return true;
  return /['"\\]/u.test(text) && hasWord(text, way.name);
}

/**
 * Also within quotes. information_schema shows the texts of a body without their escapes, so nobody can tell where one ends: of
 * `'it\'s'` it has `'it's'`.
 */
function hasWord(text: string, name: string): boolean {
  const pattern = name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll(/[`"]/gu, '.+');
  return new RegExp(String.raw`(?<![\w$])${pattern}(?![\w$])`, 'iu').test(text);
}

/** A function in another language than SQL has its statements in texts. */
function isSentText({ kind, text }: Token, { name }: TableName): boolean {
  if (kind !== 'string' && !(kind === 'identifier' && /\s/u.test(text))) return false;
  return text.toLowerCase().includes(name.toLowerCase());
}

/** Who writes the table of a trigger does not name the trigger. */
function entranceOf({ on_schema, on_table, schema_name, name }: Row): TableName {
  return on_table === undefined
    ? { schema: String(schema_name), name: String(name) }
    : { schema: String(on_schema), name: String(on_table) };
}
