import { TokenCursor } from '../token-cursor.ts';
import type { Token } from '../tokens.ts';
import { isIdleSelect } from './idle-select.ts';
import { type Assignment, plainText, readAssignments } from './read-set.ts';
import { type LockedTable, readLocks } from './table-locks.ts';

/** A statement that is for the session it stands in, as dumps and tools write them around others. */
export interface SessionStatement {
  /** What to call it by; `null` for a comment that the server skips. */
  readonly verb: string | null;
  readonly effects: readonly Effect[];
}

/** What it does that could matter for the statements behind it. */
export type Effect =
  /** Why it cannot be passed over, as a sentence. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'use'; readonly database: string }
  | { readonly kind: 'lock'; readonly locks: readonly LockedTable[] }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'begin' | 'commit' }
  | { readonly kind: 'autocommit'; readonly isOn: boolean }
  /** What matters for statements that change rows alone; `isUsual` where their own sessions have the same. */
  | { readonly kind: 'for-rows'; readonly name: string; readonly isUsual: boolean }
  /** The same for those that compare texts. */
  | { readonly kind: 'collation'; readonly isUsual: boolean }
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
      return { verb: null, effects: [] };
    case 'SET':
      cursor.next();
      return readNames(cursor) ?? readSet(cursor);
    case 'USE':
      return readUse(tokens);
    case 'START':
      return cursor.take('START', 'TRANSACTION') ? { verb: 'START TRANSACTION', effects: [{ kind: 'begin' }] } : null;
    case 'BEGIN':
    case 'COMMIT':
      cursor.next();
      cursor.take('WORK');
      return cursor.done
        ? { verb: first.keyword, effects: [{ kind: first.keyword === 'BEGIN' ? 'begin' : 'commit' }] }
        : null;
    case 'SELECT':
      return isIdleSelect(tokens) ? { verb: 'SELECT', effects: [] } : null;
    case 'ROLLBACK':
      return { verb: 'ROLLBACK', effects: [{ kind: 'refused', why: takesNothingBack }] };
    case 'LOCK': {
      const locks = cursor.takeAny(['LOCK']) !== null && takesTables(cursor) ? readLocks(cursor) : null;
      return locks === null ? null : { verb: 'LOCK TABLES', effects: [{ kind: 'lock', locks }] };
    }
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
  const isCollated = cursor.take('COLLATE');
  if (isCollated) cursor.next();
  if (charset === undefined || !cursor.done) return null;
  if (charset.keyword === 'DEFAULT') return { verb, effects: [{ kind: 'collation', isUsual: true }] };
  const isUsual = !isCollated && usual.test(plainText(charset));
  return { verb, effects: [...refuseOtherCharset(plainText(charset)), { kind: 'collation', isUsual }] };
}

/** The first letters of every name of UTF-8, and of its collations. */
const utf8 = /^utf8/iu;

/** The one of the sessions that statements run in, whose collation is the server's choice then. */
const usual = /^utf8mb4$/iu;

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

/** What changes no row and no definition: how long a session waits, what it is told, how it checks unique keys. */
const idleVariables: readonly string[] = [
  'character_set_results',
  'idle_transaction_timeout',
  'information_schema_stats_expiry',
  'innodb_lock_wait_timeout',
  'interactive_timeout',
  'lock_wait_timeout',
  'max_execution_time',
  'max_statement_time',
  'net_read_timeout',
  'net_write_timeout',
  'note_verbosity',
  'show_create_table_skip_secondary_engine',
  'sql_big_selects',
  'sql_notes',
  'sql_quote_show_create',
  'sql_warnings',
  'unique_checks',
  'wait_timeout',
];
const charsetVariables: readonly string[] = [
  'character_set_client',
  'character_set_connection',
  'collation_connection',
];
/** Where the engine is one that is not shipped, the statements that make tables say so themselves. */
const engineVariables: readonly string[] = ['default_storage_engine', 'storage_engine'];
const innodb = /^innodb$/iu;
const off = /^(?:0|OFF|FALSE)$/iu;
const judged: readonly Judged[] = ['foreign_key_checks', 'sql_mode', 'time_zone'];

function isKnown(variable: string | null): boolean {
  const lists = [idleVariables, charsetVariables, judged, engineVariables, ['autocommit', 'sql_safe_updates']];
  return variable !== null && lists.some((list) => list.includes(variable));
}

/** @returns `null` for a variable that is not known here */
function effectsOf({ variable, own, value }: Assignment): readonly Effect[] | null {
  if (value.kind === 'expression')
    return own === null && !isKnown(variable) ? null : [{ kind: 'refused', why: 'Its value is not known here.' }];
  if (own !== null) {
    const kept: Effect = { kind: 'for-rows', name: `@${own}`, isUsual: value.kind === 'variable' };
    return value.kind === 'variable' ? [kept, { kind: 'saved', own, variable: value.name }] : [kept];
  }
  if (variable === null || idleVariables.includes(variable)) return [];
  const text = value.kind === 'literal' ? value.text : null;
  if (variable === 'autocommit') return [{ kind: 'autocommit', isOn: text === null || !off.test(text) }];
  if (variable === 'sql_safe_updates')
    return [{ kind: 'for-rows', name: variable, isUsual: text === null || off.test(text) }];
  if (charsetVariables.includes(variable)) {
    const refused = text === null ? [] : refuseOtherCharset(text);
    // What the client writes in is not what texts are compared by.
    if (variable === 'character_set_client' || value.kind === 'own' || value.kind === 'variable') return refused;
    return [...refused, { kind: 'collation', isUsual: text === null || usual.test(text) }];
  }
  if (engineVariables.includes(variable) && text !== null && innodb.test(text)) return [];
  const known = judged.find((name) => name === variable);
  return known === undefined ? null : [{ kind: 'set', variable: known, value }];
}
