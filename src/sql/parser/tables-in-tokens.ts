import type { TableReference } from './span.ts';
import type { Token } from './tokens.ts';

/**
 * Every table that an INSERT, UPDATE or DELETE names, the one it writes first where there is only one. What is qualified by
 * no table or alias of the statement counts as a table of another database. The reader goes from word to word; whatever it
 * could take for something else makes it give up, because a table that it misses is one that nobody has allowed.
 *
 * @param tokens behind the verb
 * @returns `null` where it gives up
 */
export function tablesInTokens(verb: string, tokens: readonly Token[]): readonly TableReference[] | null {
  const reader = new TableReader(verb, tokens);
  return reader.read();
}

/** What a pair of parentheses holds, or the whole statement. */
interface Level {
  /** It has a FROM clause of its own. */
  isQuery: boolean;
  /** Commas stand between tables. */
  listsTables: boolean;
}

const beforeTables: ReadonlySet<string> = new Set(
  'LOW_PRIORITY HIGH_PRIORITY DELAYED QUICK IGNORE INTO FROM LATERAL'.split(' '),
);
const endOfTables: ReadonlySet<string> = new Set(
  'SELECT WHERE SET GROUP HAVING ORDER LIMIT WINDOW VALUES VALUE RETURNING UNION EXCEPT INTERSECT'.split(' '),
);
const unknown: ReadonlySet<string> = new Set('WITH INTO OUTFILE DUMPFILE SYSTEM_TIME PROCEDURE'.split(' '));

class TableReader {
  readonly #verb: string;
  readonly #tokens: readonly Token[];
  readonly #tables: TableReference[] = [];
  /** Names that columns may be qualified by, in lower case. */
  readonly #qualifiers = new Set<string>();
  readonly #qualified: TableReference[] = [];
  readonly #levels: Level[] = [];
  #level: Level;
  /** Where the names of DELETE end that may be aliases of tables behind them. */
  readonly #targetsEnd: number;
  #expectsTable = true;
  #at = 0;

  constructor(verb: string, tokens: readonly Token[]) {
    this.#verb = verb;
    this.#tokens = tokens;
    this.#level = { isQuery: true, listsTables: verb !== 'INSERT' };
    this.#targetsEnd = verb === 'DELETE' ? endOfTargets(tokens) : -1;
  }

  read(): readonly TableReference[] | null {
    while (this.#at < this.#tokens.length) if (!this.#step()) return null;
    const strangers = this.#qualified.filter(({ schema }) => !this.#qualifiers.has((schema ?? '').toLowerCase()));
    return this.#levels.length > 0 ? null : [...this.#tables, ...strangers];
  }

  /** @returns false where it gives up */
  #step(): boolean {
    const token = this.#peek();
    if (token === undefined) return true;
    if (token.keyword === '(') return this.#open();
    if (token.keyword === ')') return this.#close();
    if (this.#expectsTable && !endOfTables.has(token.keyword) && token.keyword !== 'TABLE')
      return this.#readTable(token);
    this.#at += 1;
    this.#expectsTable = false;
    return this.#readWord(token);
  }

  #open(): boolean {
    this.#levels.push(this.#level);
    this.#level = { isQuery: false, listsTables: this.#expectsTable };
    this.#at += 1;
    return true;
  }

  /** What follows may be an alias. */
  #close(): boolean {
    const outer = this.#levels.pop();
    if (outer === undefined) return false;
    this.#level = outer;
    this.#expectsTable = false;
    this.#at += 1;
    this.#noteAlias();
    return true;
  }

  #readTable(token: Token): boolean {
    if (beforeTables.has(token.keyword)) {
      this.#at += 1;
      return true;
    }
    const name = this.#readName();
    if (name === null || this.#peek()?.keyword === '.') return false;
    this.#expectsTable = false;
    if (this.#peek()?.keyword === '(' && this.#level.listsTables) return name.schema === null;
    if (this.#at > this.#targetsEnd || name.schema !== null) this.#tables.push(name);
    this.#qualifiers.add(name.name.toLowerCase());
    this.#noteAlias();
    return true;
  }

  /** `t`, `d.t`, and `t.*` of DELETE. */
  #readName(): TableReference | null {
    const first = this.#peek();
    if (first === undefined || !isName(first)) return null;
    this.#at += 1;
    const { start, text } = first;
    const second = this.#peek()?.keyword === '.' ? this.#peek(1) : undefined;
    if (second === undefined) return { schema: null, name: text, start, end: first.end };
    this.#at += 2;
    if (second.keyword === '*') return { schema: null, name: text, start, end: first.end };
    if (!isName(second)) return null;
    if (this.#peek()?.keyword === '.' && this.#peek(1)?.keyword === '*') this.#at += 2;
    return { schema: text, name: second.text, start, end: second.end };
  }

  /** More than the aliases may be noted: a word too many only lets a column have its table. */
  #noteAlias(): void {
    const next = this.#peek()?.keyword === 'AS' ? this.#peek(1) : this.#peek();
    if (next !== undefined && isName(next)) this.#qualifiers.add(next.text.toLowerCase());
  }

  #readWord(token: Token): boolean {
    const { keyword } = token;
    if (keyword === '.') return this.#readQualified();
    if (unknown.has(keyword)) return false;
    if (keyword === 'AS') this.#noteAlias();
    return this.#readClause(keyword);
  }

  #readClause(keyword: string): boolean {
    const level = this.#level;
    const previous = this.#tokens[this.#at - 2]?.keyword ?? '';
    if (keyword === 'SELECT') level.isQuery = true;
    if (keyword === 'FROM' && level.isQuery) level.listsTables = true;
    else if (keyword === 'UPDATE' && previous !== 'KEY' && previous !== 'FOR') return false;
    else if (endOfTables.has(keyword)) level.listsTables = false;
    else if (keyword === 'FOR' && (level.isQuery || level.listsTables)) return this.#readFor(previous);
    this.#expectsTable =
      keyword === 'TABLE' ||
      (keyword === 'FROM' && level.isQuery) ||
      (level.listsTables && [',', 'JOIN', 'STRAIGHT_JOIN'].includes(keyword)) ||
      (keyword === 'USING' && this.#verb === 'DELETE' && this.#peek()?.keyword !== '(');
    if (this.#expectsTable) level.listsTables = true;
    if (keyword === 'UPDATE') level.listsTables = false;
    return true;
  }

  /** FOR UPDATE and FOR SHARE end a query; other words behind FOR belong to tables. */
  #readFor(previous: string): boolean {
    this.#level.listsTables = false;
    return previous !== 'INDEX' && previous !== 'KEY' && ['UPDATE', 'SHARE'].includes(this.#peek()?.keyword ?? '');
  }

  /** A column with its table, or more: a routine, a sequence, a column with its table and database. */
  #readQualified(): boolean {
    const [before, after] = [this.#tokens[this.#at - 2], this.#peek()];
    if (before === undefined || after === undefined) return false;
    const isNumber = /^\d+$/u.test(before.text) || (before.kind === 'symbol' && /^\d/u.test(after.text));
    if (isNumber) return true;
    if (!isName(before) || (!isName(after) && after.keyword !== '*')) return false;
    if (this.#peek(1)?.keyword === '(') return false;
    const { text: schema, start } = before;
    if (this.#peek(1)?.keyword === '.') {
      this.#tables.push({ schema, name: after.text, start, end: after.end });
      this.#at += 2;
    } else this.#qualified.push({ schema, name: after.text, start, end: after.end });
    this.#at += 1;
    return true;
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }
}

function isName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'identifier';
}

/** `DELETE a, b FROM …` and `DELETE FROM a, b USING …`; -1 where DELETE has but one table. */
function endOfTargets(tokens: readonly Token[]): number {
  const using = tokens.findIndex(({ keyword }, at) => keyword === 'USING' && tokens[at + 1]?.keyword !== '(');
  if (using >= 0) return using;
  const from = tokens.findIndex(({ keyword }) => keyword === 'FROM');
  return tokens.slice(0, Math.max(0, from)).every(({ keyword }) => beforeTables.has(keyword)) ? -1 : from;
}
