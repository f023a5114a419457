import { TokenCursor } from '../token-cursor.ts';
import type { Token } from '../tokens.ts';
import { type Assignment, plainText, readAssignments } from './read-set.ts';

/** A statement that is for the session it stands in, as dumps and tools write them around others. */
export interface SessionStatement {
  /** What to call it by. */
  readonly verb: string;
  readonly effects: readonly Effect[];
}

/** What it does that could matter for the statements behind it. */
export type Effect =
  /** Why it cannot be passed over, as a sentence. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'use'; readonly database: string }
  | { readonly kind: 'lock' | 'unlock' }
  | { readonly kind: 'saved'; readonly own: string; readonly variable: string }
  | {
      readonly kind: 'set';
      readonly variable: Judged;
      readonly value: Assignment['value'];
    };

/** Variables whose value may matter. */
export type Judged = 'foreign_key_checks' | 'sql_mode' | 'time_zone';

/** @returns `null` for every other statement */
export function readSessionStatement(tokens: readonly Token[]): SessionStatement | null {
  const cursor = new TokenCursor(tokens);
  const [first] = tokens;
  switch (first?.keyword) {
    case undefined:
      return { verb: 'a comment', effects: [] };
    case 'SET':
      cursor.next();
      return readNames(cursor) ?? readSet(cursor);
    case 'USE':
      return readUse(tokens);
    case 'START':
      return cursor.take('START', 'TRANSACTION') ? { verb: 'START TRANSACTION', effects: [] } : null;
    case 'BEGIN':
    case 'COMMIT':
      cursor.next();
      cursor.take('WORK');
      return cursor.done ? { verb: first.keyword, effects: [] } : null;
    case 'ROLLBACK':
      return { verb: 'ROLLBACK', effects: [{ kind: 'refused', why: takesNothingBack }] };
    case 'LOCK':
      return cursor.takeAny(['LOCK']) !== null && takesTables(cursor)
        ? { verb: 'LOCK TABLES', effects: [{ kind: 'lock' }] }
        : null;
    case 'UNLOCK':
      return cursor.takeAny(['UNLOCK']) !== null && takesTables(cursor) && cursor.done
        ? { verb: 'UNLOCK TABLES', effects: [{ kind: 'unlock' }] }
        : null;
    default:
      return null;
  }
}

const takesNothingBack = 'Each statement is committed by itself, so that nothing can be taken back.';

function takesTables(cursor: TokenCursor): boolean {
  return cursor.takeAny(['TABLES', 'TABLE']) !== null;
}

function readUse([, name, ...more]: readonly Token[]): SessionStatement | null {
  if (name === undefined || more.length > 0) return null;
  return { verb: 'USE', effects: [{ kind: 'use', database: plainText(name) }] };
}

/** `SET NAMES utf8mb4 COLLATE …`, `SET CHARACTER SET utf8`. */
function readNames(cursor: TokenCursor): SessionStatement | null {
  const isNames = cursor.take('NAMES');
  if (!isNames && !cursor.take('CHARACTER', 'SET') && !cursor.take('CHARSET')) return null;
  const verb = isNames ? 'SET NAMES' : 'SET CHARACTER SET';
  const charset = cursor.next();
  if (cursor.take('COLLATE')) cursor.next();
  if (charset === undefined || !cursor.done) return null;
  return { verb, effects: charset.keyword === 'DEFAULT' ? [] : refuseOtherCharset(plainText(charset)) };
}

/** The first letters of every name of UTF-8, and of its collations. */
const utf8 = /^utf8/iu;

function refuseOtherCharset(charset: string): readonly Effect[] {
  if (utf8.test(charset)) return [];
  const why = `It says that what follows is written in ${charset}; Ghostship reads and sends it as UTF-8.`;
  return [{ kind: 'refused', why }];
}

function readSet(cursor: TokenCursor): SessionStatement | null {
  const assignments = readAssignments(cursor);
  if (assignments === null) return null;
  const effects = assignments.map(effectsOf);
  if (effects.includes(null)) return null;
  const names = assignments.flatMap(({ variable }) => (variable === null ? [] : [variable.toUpperCase()]));
  const own = assignments[0]?.own?.toUpperCase();
  return {
    verb: `SET ${names.length > 0 ? names.join(', ') : `@${own}`}`,
    effects: effects.flatMap((some) => some ?? []),
  };
}

/** What no statement that changes a table depends on, or only one that writes rows itself. */
const idleVariables: readonly string[] = [
  'autocommit',
  'character_set_results',
  'sql_notes',
  'sql_safe_updates',
  'unique_checks',
];
const charsetVariables: readonly string[] = [
  'character_set_client',
  'character_set_connection',
  'collation_connection',
];
const judged: readonly Judged[] = ['foreign_key_checks', 'sql_mode', 'time_zone'];

/** @returns `null` for a variable that is not known here */
function effectsOf({ variable, own, value }: Assignment): readonly Effect[] | null {
  if (own !== null) return value.kind === 'variable' ? [{ kind: 'saved', own, variable: value.name }] : [];
  if (variable === null || idleVariables.includes(variable)) return [];
  if (charsetVariables.includes(variable)) return value.kind === 'literal' ? refuseOtherCharset(value.text) : [];
  const known = judged.find((name) => name === variable);
  return known === undefined ? null : [{ kind: 'set', variable: known, value }];
}
