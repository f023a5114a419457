import type { Clause } from '../clause.ts';
import { type ReadingMode, readingMode } from '../reading-mode.ts';
import type { Span } from '../span.ts';
import type { DataStatement, Statement } from '../statement.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { AssignedValue } from './read-set.ts';
import { comparesTexts, RowsSession } from './rows-session.ts';
import { type Effect, type Judged, readSessionStatement } from './session-statement.ts';
import { TableLocks } from './table-locks.ts';

/** Statements of a file, and those that need not be run because they change nothing for the others. */
export interface PassedOver {
  readonly statements: readonly Statement[];
  readonly idle: readonly IdleStatement[];
  /** For statements that the file would have run under settings by which the server refuses less, what has set them. */
  readonly lenient: ReadonlyMap<Statement, Lenient>;
}

export interface Lenient {
  /** A sql_mode without what the server refuses definitions by. */
  readonly sqlMode: Span | null;
  /** No foreign_key_checks, where that matters. */
  readonly unchecked: Span | null;
}

export interface IdleStatement extends Span {
  /** What to call it by. */
  readonly verb: string;
}

export interface FileAround {
  readonly text: string;
  readonly mode: ReadingMode;
  /** The database of the target; `null` if it is not known. Then the first that is used is taken for it. */
  readonly home: string | null;
  lineOf(at: Span): number;
}

/**
 * Each statement is run in a session of its own, under settings that are chosen for it. So what a dump or a tool writes
 * around the statements (SET, USE, START TRANSACTION, LOCK TABLES) is passed over where it changes nothing; where it would
 * change something it stays, with the reason why it cannot be passed over.
 */
export function passOver(statements: readonly Statement[], file: FileAround): PassedOver {
  const session = new FileSession(file);
  for (const statement of statements) session.read(statement);
  return session.parted();
}

/** A setting that is not the one that statements run under, and the statement that made it. */
type Marker = Statement & { readonly kind: 'other' };

class FileSession {
  readonly #file: FileAround;
  readonly #read: Statement[] = [];
  readonly #verbs = new Map<Statement, string>();
  readonly #reasons = new Map<Statement, string>();
  readonly #saved = new Map<string, { readonly variable: string; readonly value: Marker | null }>();
  readonly #rows = new RowsSession<Marker>();
  readonly #lenientModes = new Set<Marker>();
  readonly #lenient = new Map<Statement, Lenient>();
  readonly #locks = new TableLocks<Marker>();
  readonly #now: Record<Judged | 'collation', Marker | null> = {
    collation: null,
    foreign_key_checks: null,
    sql_mode: null,
    time_zone: null,
  };
  #home: string | null;
  readonly #foldsNames: boolean;

  constructor(file: FileAround) {
    this.#file = file;
    this.#home = file.home;
    this.#foldsNames = file.mode.foldsNames;
  }

  read(statement: Statement): void {
    this.#read.push(statement);
    if (this.#locks.by !== null && switchesKeys(statement))
      return void this.#verbs.set(statement, 'ALTER TABLE … KEYS');
    const isOpen = statement.kind === 'other' && statement.why === null;
    const found = isOpen ? readSessionStatement(this.#tokensOf(statement)) : null;
    if (statement.kind !== 'other' || found === null) return this.#meet(statement);
    this.#verbs.set(statement, found.verb ?? this.#commentAt(statement));
    for (const effect of found.effects) this.#apply(effect, statement);
  }

  parted(): PassedOver {
    const lock = this.#locks.by;
    if (lock !== null) this.#refuse(lock, 'Nothing unlocks what it locks.');
    return {
      statements: this.#read.flatMap((statement) => {
        const verb = this.#verbs.get(statement);
        const why = this.#reasons.get(statement);
        if (verb === undefined) return [statement];
        return why === undefined ? [] : [{ kind: 'other', verb, why, start: statement.start, end: statement.end }];
      }),
      idle: this.#read.flatMap((statement) => {
        const verb = this.#verbs.get(statement);
        return verb === undefined || this.#reasons.has(statement)
          ? []
          : [{ verb, start: statement.start, end: statement.end }];
      }),
      lenient: this.#lenient,
    };
  }

  #isHome(database: string): boolean {
    const home = this.#home ?? '';
    return this.#foldsNames ? database.toLowerCase() === home.toLowerCase() : database === home;
  }

  #apply(effect: Effect, by: Marker): void {
    switch (effect.kind) {
      case 'refused':
        return this.#refuse(by, effect.why);
      case 'use':
        this.#home ??= effect.database;
        if (this.#isHome(effect.database)) return;
        return this.#refuse(by, `It leaves ${this.#home}, the database that the statements are for.`);
      case 'lock':
        this.#rows.commit();
        return this.#locks.lock(by, effect.locks);
      case 'unlock':
        this.#rows.commit();
        return this.#locks.unlock();
      case 'begin':
        return this.#rows.begin(by);
      case 'commit':
        return this.#rows.commit();
      case 'autocommit':
        return this.#rows.autocommit(effect.isOn ? null : by);
      case 'for-rows':
        return this.#rows.set(effect.name, effect.isUsual ? null : by);
      case 'collation':
        this.#now.collation = effect.isUsual ? null : by;
        return;
      case 'saved': {
        const value = isJudged(effect.variable) ? this.#now[effect.variable] : null;
        this.#saved.set(effect.own, { variable: effect.variable, value });
        return;
      }
      case 'set':
        return this.#set(effect.variable, effect.value, by);
    }
  }

  #set(variable: Judged, value: AssignedValue, by: Marker): void {
    switch (value.kind) {
      case 'default':
        this.#now[variable] = null;
        return;
      case 'variable':
        if (value.name !== variable) this.#refuse(by, 'Its value is not known here.');
        return;
      case 'own': {
        const saved = this.#saved.get(value.name);
        if (saved?.variable === variable) this.#now[variable] = saved.value;
        else this.#refuse(by, `What @${value.name} holds is not known here.`);
        return;
      }
      case 'expression':
        return this.#refuse(by, 'Its value is not known here.');
      case 'literal':
        if (variable === 'sql_mode') return this.#setMode(value.text, by);
        this.#now[variable] = isAsEver(variable, value.text) ? null : by;
    }
  }

  /**
   * A definition that the server takes by its own mode it takes by a lenient one too, and makes the same of it. One that it refuses
   * is refused, and the SET is named then: what is lenient would change values in silence.
   */
  #setMode(text: string, by: Marker): void {
    const { meaning, refusing } = this.#file.mode;
    const asked = readingMode(text.toUpperCase().split(','));
    const different = [...new Set([...meaning, ...asked.meaning])].filter(
      (mode) => !meaning.includes(mode) || !asked.meaning.includes(mode),
    );
    if (refusing.some((mode) => !asked.refusing.includes(mode))) this.#lenientModes.add(by);
    this.#now.sql_mode = by;
    if (different.length === 0) return;
    this.#refuse(
      by,
      `The statements behind it mean another thing in this mode than in the one they run in, which is the server's own: ${different.join(', ')}.`,
    );
  }

  /** A statement that is run: what is in force where it stands must not matter for it. */
  #meet(statement: Statement): void {
    const { foreign_key_checks: checks, sql_mode: mode, time_zone: zone } = this.#now;
    const line = this.#file.lineOf(statement);
    if (checks !== null && statement.kind === 'data')
      this.#refuse(checks, `Foreign keys are checked all the same, and line ${line} depends on that.`);
    if (zone !== null && this.#dependsOnZone(statement))
      this.#refuse(zone, `Line ${line} depends on the time zone, and statements run in that of the server.`);
    const sqlMode = mode !== null && this.#lenientModes.has(mode) ? mode : null;
    const unchecked = checks !== null && dependsOnChecks(statement) ? checks : null;
    if (sqlMode !== null || unchecked !== null) this.#lenient.set(statement, { sqlMode, unchecked });
    const tokens = statement.kind === 'data' ? this.#tokensOf(statement) : [];
    const lock = this.#locks.by;
    const isBlind = statement.kind === 'data' && !comparesTexts(statement, tokens);
    const why = this.#locks.meet(statement, line, isBlind);
    if (lock !== null && why !== null) this.#refuse(lock, why);
    if (statement.kind === 'data') this.#meetRows(statement, line, tokens);
    else this.#rows.commit();
  }

  #meetRows(statement: DataStatement & Span, line: number, tokens: readonly Token[]): void {
    const { sql_mode: mode, collation } = this.#now;
    if (mode !== null)
      this.#refuse(mode, `Line ${line} changes rows, in the server's own sql_mode and not in this one.`);
    if (collation !== null && comparesTexts(statement, tokens))
      this.#refuse(
        collation,
        `Line ${line} compares texts, and runs with the collation that the server has for utf8mb4.`,
      );
    this.#rows.meet(tokens, line, (by, why) => {
      if (by !== null) return this.#refuse(by, why);
      this.#verbs.set(statement, statement.verb);
      this.#refuse(statement, why);
    });
  }

  #refuse(statement: Statement, why: string): void {
    if (!this.#reasons.has(statement)) this.#reasons.set(statement, why);
  }

  /** A TIMESTAMP is kept in UTC, and is shown and read in the zone of the session. */
  #dependsOnZone(statement: Statement): boolean {
    if (statement.kind === 'data') return true;
    if (statement.kind === 'create-table') return statement.elements.some(hasFixedTimestamp);
    if (statement.kind !== 'alter-table') return false;
    const converts = statement.clauses.some(({ kind }) => kind === 'modify-column' || kind === 'change-column');
    return converts || this.#tokensOf(statement).some(({ keyword }) => temporal.test(keyword));
  }

  #commentAt(span: Span): string {
    const isCode = tokenize(this.#file.text, span, null, this.#file.mode).length > 0;
    return isCode ? 'a comment for other servers' : 'a comment';
  }

  #tokensOf(span: Span): readonly Token[] {
    return tokenize(this.#file.text, span, this.#file.mode.server, this.#file.mode);
  }
}

/** As dumps write it around rows, under their lock. InnoDB has no such switch, and a table of another engine is not changed here. */
function switchesKeys(statement: Statement): boolean {
  return (
    statement.kind === 'alter-table' &&
    statement.clauses.length > 0 &&
    statement.clauses.every(({ kind }) => kind === 'keys')
  );
}

const temporal = /^(?:TIMESTAMP|NOW|CURRENT_\w+|CURDATE|CURTIME|LOCALTIME\w*|SYSDATE|FROM_UNIXTIME|UNIX_TIMESTAMP)$/u;

function hasFixedTimestamp(element: Clause): boolean {
  return (
    element.kind === 'add-column' &&
    element.column.type.name === 'TIMESTAMP' &&
    element.column.default?.kind === 'literal'
  );
}

function isJudged(variable: string): variable is Judged {
  return variable === 'foreign_key_checks' || variable === 'sql_mode' || variable === 'time_zone';
}

function isAsEver(variable: Judged, value: string): boolean {
  return variable === 'time_zone' ? value.toUpperCase() === 'SYSTEM' : /^(?:1|ON|TRUE)$/iu.test(value);
}

/**
 * A new foreign key, and a table that others may refer to: what the server takes with the checks is the same without them. (Not so
 * rows: with the checks a DELETE also deletes what refers to them.)
 */
function dependsOnChecks(statement: Statement): boolean {
  if (statement.kind === 'drop-table') return true;
  const clauses =
    statement.kind === 'alter-table' ? statement.clauses : statement.kind === 'create-table' ? statement.elements : [];
  return clauses.some(
    (clause) =>
      clause.kind === 'add-foreign-key' ||
      ((clause.kind === 'add-column' || clause.kind === 'modify-column' || clause.kind === 'change-column') &&
        clause.column.references !== null),
  );
}
