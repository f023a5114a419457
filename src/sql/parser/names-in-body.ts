import type { TableColumnAst } from 'node-sql-parser/build/mysql.js';
import { ident } from '../sql.ts';
import { type BodyStatement, bodyStatements } from './body-statements.ts';
import type { ServerDialect } from './executable-comment.ts';
import { withoutJoinGroups } from './flat-joins.ts';
import { collectAliases, fold, type OtherParserAliases } from './other-parser-aliases.ts';
import type { Token } from './tokens.ts';

/** What one statement of a body names. */
export type StatementNames = NamesRead | NamesNotRead;

export interface NamesRead {
  readonly kind: 'read';
  readonly tables: readonly NamedTable[];
  readonly columns: readonly NamedColumn[];
  /** What is not a table of the database though it may be spelled like one: aliases, columns, in lower case. */
  readonly otherNames: ReadonlySet<string>;
  readonly words: readonly Word[];
}

export interface NamesNotRead {
  readonly kind: 'cannot-read';
  /** A sentence. */
  readonly reason: string;
  readonly words: readonly Word[];
}

/** As written; `schema` is null where the body's own is meant. */
export interface NamedTable {
  readonly schema: string | null;
  readonly name: string;
  /** False where an alias or a common table expression of the statement has the same name. */
  readonly certain: boolean;
}

export interface NamedColumn {
  /** Null where the statement alone does not tell. What is none of its tables may be `NEW`, or a derived table. */
  readonly table: Pick<NamedTable, 'schema' | 'name'> | null;
  /** `*` for all columns: of SELECT *, of an INSERT that lists none. */
  readonly name: string;
}

/** A name or a keyword in the code, outside of comments and strings. */
export interface Word {
  readonly text: string;
  /** What stands before its dot. */
  readonly qualifier: string | null;
}

/**
 * The tables and columns that a view, trigger, routine or event names, statement by statement. Reads with
 * node-sql-parser, and this is the only module that knows it. What it hands over is not believed where it is known to
 * be wrong: its lists take strings for columns and common table expressions for tables, and it cannot read groups of joins
 * (see `flat-joins.ts`). Its build for MySQL reads for MariaDB too: the other one loses qualified names.
 *
 * @param body with the usual quotes (see `usual-quotes.ts`)
 * @param parameters of the routine
 */
export async function namesInBody(
  body: string,
  server: ServerDialect | null,
  parameters: readonly string[],
): Promise<readonly StatementNames[]> {
  const { Parser } = (await import('node-sql-parser/build/mysql.js')).default;
  const parser = new Parser();
  const { statements, variables } = bodyStatements(body, server);
  const notColumns = new Set([...variables, ...parameters].map(fold));
  return statements.map((statement): StatementNames => {
    const words = wordsOf(statement.tokens);
    const text = plainText(statement);
    const reason = whyUnreadable(text, statement.tokens);
    if (reason !== null) return { kind: 'cannot-read', reason, words };
    try {
      return { kind: 'read', words, ...namesOf(parser.parse(text, { database: 'MySQL' }), notColumns) };
    } catch {
      return { kind: 'cannot-read', reason: 'It is written in a way that the parser does not know.', words };
    }
  });
}

/** More would hold the plan up: the parser takes some milliseconds for each 1,000 letters. */
const maxLength = 50_000;

function whyUnreadable(text: string, tokens: readonly Token[]): string | null {
  if (text.length > maxLength) return `It has more than ${maxLength} characters.`;
  const hasColon = tokens.some((token) => token.kind === 'identifier' && token.text.includes(':'));
  return hasColon ? 'It has a name with a colon.' : null;
}

/** Without comments, and with empty strings: the parser would take their text for names. */
function plainText({ kind, tokens }: BodyStatement): string {
  let text = kind === 'expression' ? 'SELECT ' : '';
  let end = tokens[0]?.start ?? 0;
  for (const token of withoutJoinGroups(tokens)) {
    if (token.start > end) text += ' ';
    text += written(token);
    end = token.end;
  }
  return text;
}

function written({ kind, text }: Token): string {
  if (kind === 'identifier') return ident(text).text;
  return kind === 'string' ? "''" : text;
}

function wordsOf(tokens: readonly Token[]): readonly Word[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' && token.kind !== 'identifier') return [];
    const isQualified = tokens[index - 1]?.keyword === '.';
    return [{ text: token.text, qualifier: isQualified ? (tokens[index - 2]?.text ?? null) : null }];
  });
}

function namesOf(
  { tableList, columnList, ast }: TableColumnAst,
  notColumns: ReadonlySet<string>,
): Pick<NamesRead, 'tables' | 'columns' | 'otherNames'> {
  const aliases = collectAliases(ast);
  const tables = tableList.map((entry) => {
    const [, schema = null, name = ''] = entry.split('::').map(unquoted);
    return { schema, name: name ?? '', certain: !aliases.shadows.has(fold(name ?? '')) };
  });
  const columns = columnList.flatMap((entry) => columnOf(entry, tables, aliases, notColumns));
  const names = [...tables, ...columns].map(({ name }) => fold(name));
  return { tables, columns, otherNames: new Set([...aliases.all, ...names]) };
}

/** `select::table::column` or `select::schema::table::column`, with `null` for what is not given. */
function columnOf(
  entry: string,
  tables: readonly NamedTable[],
  aliases: OtherParserAliases,
  notColumns: ReadonlySet<string>,
): NamedColumn[] {
  const parts = entry.split('::').map(unquoted);
  const [verb] = parts;
  const name = parts.at(-1) ?? '';
  const table = parts.at(-2) ?? null;
  const schema = parts.length > 3 ? (parts.at(-3) ?? null) : null;
  if (name === '' || (name === allColumns && verb === 'delete')) return [];
  const column = { name: name === allColumns ? '*' : name };
  if (table === null) {
    const [only] = tables;
    const isOnly = tables.length === 1 && !aliases.hasDerivedTables && !notColumns.has(fold(name));
    return [{ ...column, table: isOnly && only !== undefined ? only : null }];
  }
  if (schema !== null) return [{ ...column, table: { schema, name: table } }];
  const [first, ...others] = tables.filter((candidate) => fold(candidate.name) === fold(table));
  const isKnown = others.length === 0 && !aliases.shadows.has(fold(table)) && !aliases.ambiguous.has(fold(table));
  return [{ ...column, table: isKnown ? (first ?? { schema: null, name: table }) : null }];
}

const allColumns = '(.*)';

/** Names come as they are written between backticks. */
function unquoted(name: string): string | null {
  return name === 'null' ? null : name.replaceAll('``', '`');
}
