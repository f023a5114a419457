import type { ServerDialect } from './executable-comment.ts';
import { TokenCursor } from './token-cursor.ts';
import { type Token, tokenize } from './tokens.ts';

/** A statement or an expression of a body. An expression stands alone, as the condition of an IF does. */
export interface BodyStatement {
  readonly kind: 'statement' | 'expression';
  readonly tokens: readonly Token[];
}

export interface Body {
  readonly statements: readonly BodyStatement[];
  /** What DECLARE names, without cursors and conditions. */
  readonly variables: readonly string[];
}

/**
 * The statements of a stored body in their order, taken out of BEGIN, IF, CASE, loops, cursors and handlers. What has
 * another form than the servers document stays one statement, whatever is in it.
 */
export function bodyStatements(text: string, server: ServerDialect | null): Body {
  const body = { statements: [], variables: [] };
  for (const tokens of splitAtSemicolons(tokenize(text, { start: 0, end: text.length }, server))) {
    readPiece(new TokenCursor(tokens), body);
  }
  return body;
}

interface OpenBody {
  readonly statements: BodyStatement[];
  readonly variables: string[];
}

function splitAtSemicolons(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.keyword === ';') pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/** Heads of compound statements, then the statement that follows them. */
function readPiece(cursor: TokenCursor, body: OpenBody): void {
  while (takeHead(cursor, body));
  if (cursor.done || namesNothing.has(cursor.peek()?.keyword ?? '')) return;
  if (cursor.take('DECLARE')) readVariables(cursor, body);
  else if (cursor.take('UNTIL')) keep(body, 'expression', takeUpTo(cursor, 'END') ?? cursor.rest());
  else if (cursor.take('RETURN') || cursor.take('DO')) keep(body, 'expression', cursor.rest());
  else keep(body, 'statement', cursor.rest());
}

/** How statements begin that can name neither a table nor a column of one. */
const namesNothing = new Set(['END', 'OPEN', 'FETCH', 'CLOSE', 'LEAVE', 'ITERATE', 'COMMIT', 'ROLLBACK', 'START']);

function takeHead(cursor: TokenCursor, body: OpenBody): boolean {
  if (cursor.peek(1)?.keyword === ':' && cursor.name() !== null) return cursor.take(':');
  if (cursor.take('BEGIN', 'NOT', 'ATOMIC')) return true;
  if (cursor.takeAny(['BEGIN', 'ELSE', 'LOOP', 'REPEAT']) !== null) return true;
  if (cursor.sees('DECLARE')) return takeCursor(cursor) || takeHandler(cursor);
  return (
    takeCondition(cursor, body, ['IF', 'ELSEIF', 'WHEN'], 'THEN') ||
    takeCondition(cursor, body, ['WHILE'], 'DO') ||
    takeCondition(cursor, body, ['CASE'], 'WHEN') ||
    takeFor(cursor, body)
  );
}

/** `CASE x WHEN y THEN`: WHEN stays, for the next head. */
function takeCondition(cursor: TokenCursor, body: OpenBody, heads: readonly string[], end: string): boolean {
  if (!heads.some((head) => cursor.sees(head))) return false;
  const condition = takeUpTo(cursor, end, 1);
  if (condition === null) return false;
  keep(body, 'expression', condition);
  if (end !== 'WHEN') cursor.take(end);
  return true;
}

/** MariaDB's `FOR r IN (SELECT …) DO` and `FOR i IN 1..9 DO`. */
function takeFor(cursor: TokenCursor, body: OpenBody): boolean {
  if (!cursor.sees('FOR') || cursor.peek(2)?.keyword !== 'IN') return false;
  const source = takeUpTo(cursor, 'DO', 3);
  if (source === null) return false;
  keep(body, 'statement', source);
  return cursor.take('DO');
}

/** `DECLARE c CURSOR FOR`, with MariaDB's parameters. */
function takeCursor(cursor: TokenCursor): boolean {
  if (cursor.peek(2)?.keyword !== 'CURSOR') return false;
  return takeUpTo(cursor, 'FOR', 3) !== null && cursor.take('FOR');
}

function takeHandler(cursor: TokenCursor): boolean {
  if (cursor.peek(2)?.keyword !== 'HANDLER') return false;
  if (takeUpTo(cursor, 'FOR', 3) === null || !cursor.take('FOR')) return false;
  do {
    if (cursor.take('SQLSTATE')) cursor.take('VALUE');
    else cursor.take('NOT');
    cursor.next();
  } while (cursor.take(','));
  return true;
}

/** `a, b INT DEFAULT …`, and MariaDB's `a TYPE OF t.c`; a CONDITION names nothing. */
function readVariables(cursor: TokenCursor, body: OpenBody): void {
  if (cursor.peek(1)?.keyword === 'CONDITION') return;
  do {
    const name = cursor.name();
    if (name !== null) body.variables.push(name.text);
  } while (cursor.take(','));
  cursor.take('ROW');
  if (cursor.sees('TYPE')) return keep(body, 'statement', cursor.rest());
  if (takeUpTo(cursor, 'DEFAULT') !== null && cursor.take('DEFAULT')) keep(body, 'expression', cursor.rest());
}

/**
 * What comes before the keyword, without the first `skipped` tokens; the keyword stays. It is looked for outside of
 * parentheses and of CASE … END. Null if it does not come, and then nothing is taken.
 */
function takeUpTo(cursor: TokenCursor, keyword: string, skipped = 0): readonly Token[] | null {
  let parentheses = 0;
  let cases = 0;
  let ahead = skipped;
  for (let token = cursor.peek(ahead); token !== undefined; token = cursor.peek(++ahead)) {
    if (parentheses === 0 && cases === 0 && token.keyword === keyword) {
      const mark = cursor.mark;
      for (let taken = 0; taken < ahead; taken++) cursor.next();
      return cursor.since(mark).slice(skipped);
    }
    if (token.keyword === '(') parentheses++;
    else if (token.keyword === ')') parentheses--;
    else if (token.keyword === 'CASE') cases++;
    else if (token.keyword === 'END') cases--;
  }
  return null;
}

function keep(body: OpenBody, kind: BodyStatement['kind'], tokens: readonly Token[]): void {
  if (tokens.length > 0) body.statements.push({ kind, tokens });
}
