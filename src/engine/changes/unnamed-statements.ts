import type { UnnamedStatement } from '../../binlog/event-reader.ts';
import type { Reach } from '../../binlog/statement-reach.ts';
import type { Server } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { selectTable, type TableName } from '../../sql/inspect.ts';
import { selectCascadingParents, selectFunctionsNamed } from '../../sql/reach.ts';
import { selectTriggers } from '../../sql/triggers.ts';
import { readsAllFunctions, seesTriggers } from '../preflight/privileges.ts';
import type { Barriers } from './barriers.ts';
import { askWaysToTable } from './ways-to-table.ts';

type MayReach = Extract<UnnamedStatement, { kind: 'may-reach' }>;
type Defines = Extract<UnnamedStatement, { kind: 'defines' }>;

/**
 * Statements of sessions with `binlog_format=STATEMENT` that do not name the original. Each must be proved to leave its rows alone.
 * A user who sees everything on the server knows all ways to the table, and the statement names none of them. For any other the
 * statement must name nothing but tables without triggers, that have no way to the original by foreign keys, and call no stored function.
 *
 * The server says what is there *now*, and the statement ran earlier. What was there then and is gone was dropped in between, so
 * that stands behind the statement in the binary log, and a heartbeat that is sent now stands behind that. Until such a heartbeat
 * has come back, a definition that takes something away stops the run, where it may be what the statement went through. An answer
 * is good until a definition is read that opens a way.
 */
export class UnnamedStatements {
  readonly #session: Session;
  readonly #original: TableName;
  readonly #server: Pick<Server, 'flavor' | 'nameCase'>;
  readonly #marks: Pick<Barriers, 'marks'>;
  /** What the server was asked about, as JSON. */
  readonly #proved = new Set<string>();
  #parents: readonly TableName[] | null = null;
  /** `undefined` until it is asked. */
  #ways: readonly TableName[] | null | undefined;
  /** What was proved by an answer, until no definition from before that answer can be read any more. */
  readonly #recent = new Map<string, MayReach>();
  #answeredAt = 0;
  /** Schemas in which something was made since the answer that may open a way. */
  readonly #added = new Set<string>();
  /** Schemas of what a recent statement may have gone through and the answer lacks; `null` for all. */
  #mayBeGone: ReadonlySet<string> | null = null;

  constructor(
    session: Session,
    original: TableName,
    server: Pick<Server, 'flavor' | 'nameCase'>,
    marks: Pick<Barriers, 'marks'>,
  ) {
    this.#session = session;
    this.#original = original;
    this.#server = server;
    this.#marks = marks;
  }

  /**
   * Call it with all statements in the order of the stream, before the heartbeat behind them is believed.
   *
   * @throws GhostshipError `stream-broken` where one may have changed rows of the original
   */
  async prove(statements: readonly UnnamedStatement[], signal: AbortSignal): Promise<void> {
    if (this.#ways === undefined) await this.#ask();
    if (this.#marks.marks.seen > this.#answeredAt) this.#recent.clear();
    for (const statement of statements) {
      signal.throwIfAborted();
      if (statement.kind === 'defines') this.#see(statement);
      else await this.#proveOne(statement);
    }
  }

  async #ask(): Promise<void> {
    const isFirst = this.#ways === undefined;
    const before = this.#recent.size > 0 ? this.#mayBeGone : new Set<string>();
    this.#ways = await askWaysToTable(this.#session, this.#server, this.#original);
    this.#answeredAt = this.#marks.marks.sent;
    const isAll = isFirst || this.#ways === null || before === null;
    this.#mayBeGone = isAll ? null : new Set([...before, ...this.#added]);
    this.#added.clear();
    this.#proved.clear();
    this.#parents = null;
  }

  #see(definition: Defines): void {
    const doubtful = definition.removes ? this.#doubtedBy(definition) : undefined;
    if (doubtful !== undefined)
      throw doubtful.refuse('a view, a trigger or a table was dropped or changed right after it');
    if (!definition.adds) return;
    for (const schema of definition.schemas) this.#added.add(schema);
  }

  /** What went through a table names it, or leads on from it. Triggers, views and functions belong to a schema. */
  #doubtedBy({ tables, schemas }: Defines): MayReach | undefined {
    const gone = this.#mayBeGone;
    if (gone !== null && ![...schemas].some((schema) => gone.has(schema))) return undefined;
    const recent = [...this.#recent.values()];
    const ways = [this.#original, ...(this.#ways ?? []), ...(this.#parents ?? [])];
    if (tables === null)
      return recent.find((statement) =>
        [...statement.schemas, ...ways.map(({ schema }) => schema.toLowerCase())].some((schema) => schemas.has(schema)),
      );
    const isWay = tables.some((table) => ways.some((way) => this.#isSame(way, table)));
    return recent.find(({ mentions }) => isWay || tables.some((table) => mentions(table)));
  }

  async #proveOne(statement: MayReach): Promise<void> {
    if (this.#added.size > 0) await this.#ask();
    const why = await this.#whyNot(statement);
    if (why !== null) throw statement.refuse(why);
    // An answer that is older than the statement and still good needs no look back.
    if (this.#marks.marks.seen > this.#answeredAt) return;
    this.#recent.set(JSON.stringify(statement.reach ?? this.#recent.size), statement);
  }

  async #whyNot({ reach, mentions }: MayReach): Promise<string | null> {
    if (this.#ways !== null && this.#ways !== undefined) {
      const way = this.#ways.slice(1).find((name) => mentions(name));
      return way === undefined ? null : `${way.schema}.${way.name} leads to it`;
    }
    return reach === null ? 'it is written in a way that Ghostship does not read' : await this.#whyNotReach(reach);
  }

  async #whyNotReach({ tables, functions }: Reach): Promise<string | null> {
    const unknown = tables.filter((table) => !this.#isOriginal(table) && !this.#proved.has(JSON.stringify(table)));
    const called = functions.filter((name) => !this.#proved.has(JSON.stringify(name)));
    if (unknown.length + called.length === 0) return null;
    const why = (await this.#whyFunctions(called)) ?? (await this.#whyAny(unknown));
    for (const name of [...unknown, ...called]) this.#proved.add(JSON.stringify(name));
    this.#answeredAt = this.#marks.marks.sent;
    return why;
  }

  /** It is only read: who writes it is stopped before. */
  #isOriginal(table: TableName): boolean {
    return this.#isSame(table, this.#original);
  }

  #isSame(left: TableName, right: TableName): boolean {
    const { nameCase } = this.#server;
    return nameCase.same(left.schema, right.schema) && nameCase.same(left.name, right.name);
  }

  async #whyFunctions(names: readonly string[]): Promise<string | null> {
    if (names.length === 0) return null;
    if (!(await readsAllFunctions(this.#session))) return `${names.join(', ')} may be a stored function`;
    const [found] = await this.#session.rows(selectFunctionsNamed(names));
    return found === undefined ? null : `${String(found.name)} is a stored function`;
  }

  async #whyAny(tables: readonly TableName[]): Promise<string | null> {
    for (const table of tables) {
      const why = await this.#whyTable(table);
      if (why !== null) return why;
    }
    return null;
  }

  async #whyTable(table: TableName): Promise<string | null> {
    const shown = `${table.schema}.${table.name}`;
    if (!(await this.#isTable(table))) return `${shown} is no table that this user can see`;
    if (!(await seesTriggers(this.#session, table))) return `${shown} may have triggers that this user cannot see`;
    const [trigger] = await this.#session.rows(selectTriggers(table));
    if (trigger !== undefined) return `${shown} has a trigger (${String(trigger.name)})`;
    this.#parents ??= await this.#allParents();
    if (this.#parents === null) return 'a parent of it by foreign keys cannot be seen, and what leads to that';
    const isParent = this.#parents.some((parent) => this.#isSame(parent, table));
    return isParent ? `foreign keys lead to ${shown}, and change rows with it` : null;
  }

  /** A view, and what is not there, are no tables. */
  async #isTable(table: TableName): Promise<boolean> {
    const found = await this.#session.rows(selectTable(table));
    const [only] = found;
    return found.length === 1 && ['BASE TABLE', 'SYSTEM VERSIONED'].includes(String(only?.type));
  }

  /** Also those of the parents. `null` where this user cannot see one of them, and so not what leads to it. */
  async #allParents(): Promise<readonly TableName[] | null> {
    const all: TableName[] = [this.#original];
    for (const table of all) {
      if (!(await this.#isTable(table))) return null;
      for (const row of await this.#session.rows(selectCascadingParents(table))) {
        const parent = { schema: String(row.schema_name), name: String(row.name) };
        if (!all.some(({ schema, name }) => schema === parent.schema && name === parent.name)) all.push(parent);
      }
    }
    return all;
  }
}
