import { TokenCursor } from '../token-cursor.ts';
import type { Token } from '../tokens.ts';

/** What a SET gives to one variable of the session. */
export interface Assignment {
  /** In lower case; `null` for a variable of the user. */
  readonly variable: string | null;
  /** The variable of the user, in lower case; `null` for one of the server. */
  readonly own: string | null;
  readonly value: AssignedValue;
}

export type AssignedValue =
  /** Without its quotes. */
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'default' | 'expression' }
  /** In lower case. */
  | { readonly kind: 'own' | 'variable'; readonly name: string };

/**
 * The assignments of a SET that gives values to variables of the session.
 *
 * @param cursor behind SET
 * @returns `null` for any other SET
 */
export function readAssignments(cursor: TokenCursor): readonly Assignment[] | null {
  const assignments: Assignment[] = [];
  do {
    const assignment = readAssignment(cursor);
    if (assignment === null) return null;
    assignments.push(assignment);
  } while (cursor.take(','));
  return cursor.done ? assignments : null;
}

/** The text of a string or a name, without its quotes. */
export function plainText({ kind, text }: Token): string {
  return kind === 'string' ? text.slice(1, -1) : text;
}

function readAssignment(cursor: TokenCursor): Assignment | null {
  const target = readVariable(cursor) ?? readBareVariable(cursor);
  if (target === null || !takeEquals(cursor)) return null;
  const tokens = untilComma(cursor);
  if (tokens.length === 0) return null;
  return {
    variable: target.kind === 'own' ? null : target.name,
    own: target.kind === 'own' ? target.name : null,
    value: readValue(tokens),
  };
}

function untilComma(cursor: TokenCursor): readonly Token[] {
  const mark = cursor.mark;
  while (!cursor.done && !cursor.sees(',')) if (cursor.group() === null) cursor.next();
  return cursor.since(mark);
}

function readValue(tokens: readonly Token[]): AssignedValue {
  const cursor = new TokenCursor(tokens);
  const value = readVariable(cursor) ?? readKept(cursor) ?? readLiteral(cursor);
  return value === null || !cursor.done ? { kind: 'expression' } : value;
}

/** `IFNULL(@old, '')` and `IF(@old IS NULL, 1, @old)`, as HeidiSQL gives back what it has kept. */
function readKept(cursor: TokenCursor): Variable | null {
  const asks = cursor.takeAny(['IFNULL', 'IF']);
  if (asks === null) return null;
  const kept = new TokenCursor(cursor.group() ?? []);
  const own = readVariable(kept);
  const isAsked = asks === 'IFNULL' || kept.take('IS', 'NULL');
  if (own?.kind !== 'own' || !isAsked || !kept.take(',') || readLiteral(kept) === null) return null;
  const isGiven = asks === 'IFNULL' || (kept.take(',') && readVariable(kept)?.name === own.name);
  return isGiven && kept.done ? own : null;
}

type Variable = Extract<AssignedValue, { readonly kind: 'own' | 'variable' }>;

/** `@x`, `@@x`, `@@session.x`; what is of the whole server is not of the session. */
function readVariable(cursor: TokenCursor): Variable | null {
  if (!cursor.take('@')) return null;
  if (!cursor.take('@')) {
    const token = cursor.next();
    return token === undefined ? null : { kind: 'own', name: plainText(token).toLowerCase() };
  }
  if (!cursor.take('SESSION', '.')) cursor.take('LOCAL', '.');
  const name = cursor.name();
  return name === null || cursor.sees('.') ? null : { kind: 'variable', name: name.text.toLowerCase() };
}

function readBareVariable(cursor: TokenCursor): Variable | null {
  if (cursor.peek(1)?.kind === 'word') cursor.takeAny(['SESSION', 'LOCAL']);
  const name = cursor.name();
  return name === null ? null : { kind: 'variable', name: name.text.toLowerCase() };
}

function takeEquals(cursor: TokenCursor): boolean {
  return cursor.take(':', '=') || cursor.take('=');
}

function readLiteral(cursor: TokenCursor): AssignedValue | null {
  if (cursor.take('DEFAULT')) return { kind: 'default' };
  const sign = cursor.take('-') ? '-' : '';
  const token = cursor.next();
  if (token === undefined || token.kind === 'symbol') return null;
  return { kind: 'literal', text: sign + plainText(token) };
}
