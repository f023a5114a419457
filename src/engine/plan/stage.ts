import { readCreateStatement, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { explain } from '../../sql/data.ts';
import { dropForeignKeys, readForeignKeys } from '../../sql/foreign-keys.ts';
import { dropTable, renameTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { type AlterStatement, readAlter } from '../../sql/parser/alter.ts';
import { withReferences } from '../../sql/parser/references.ts';
import { serverTimeZone, withForeignKeyChecks, withoutForeignKeyChecks } from '../../sql/session-settings.ts';
import { ident, raw, tableName } from '../../sql/sql.ts';
import { definingSqlMode, givenSqlMode } from '../../sql/sql-mode.ts';
import { type Tried, tryOnClone } from '../change-on-server.ts';
import { type ColumnMap, mapColumns } from '../mapping/column-map.ts';
import { refuseTarget } from '../preflight/target.ts';
import { cheapWays } from '../tables/alter-clone.ts';
import { type ControlConnection, openControlConnection } from '../tables/control-connection.ts';
import { dropFamily } from '../tables/empty-clone.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { Sessions } from '../tables/sessions.ts';
import { stageSchema } from '../tables/table-names.ts';
import { makeSchema, Standings, takeTurn } from './standings.ts';

/**
 * Where the statements of a run are tried one after the other, each on what those before it leave: empty clones, under the
 * names of their originals, in a schema of ours beside the user's. A table is cloned when the first statement needs it, among
 * the tables at the other ends of its foreign keys. All is dropped at the end; what a plan leaves that was cut off is dropped
 * by the next one.
 */
export class Stage implements AsyncDisposable {
  readonly control: ControlConnection;
  /** Of ours; it makes the clones. */
  readonly asking: Session;
  readonly tables: Standings;
  readonly #altering: Session;
  readonly #givenSessions: Sessions;

  private constructor(control: ControlConnection, asking: Session, given: Sessions, altering: Session, home: string) {
    this.control = control;
    this.asking = asking;
    this.#givenSessions = given;
    this.#altering = altering;
    this.tables = new Standings(control, asking, home);
  }

  /** @throws GhostshipError `missing-privileges` where the user may not make the schema, `already-running`, `leftover-tables` */
  static async open(asked: Target, isReplica: boolean, allow: readonly string[]): Promise<Stage> {
    const control = await openControlConnection(asked, allow);
    try {
      return await Stage.#on(control, asked, isReplica);
    } catch (error) {
      await control[Symbol.asyncDispose]();
      throw error;
    }
  }

  static async #on(control: ControlConnection, asked: Target, isReplica: boolean): Promise<Stage> {
    const { server, session, sessions } = control;
    if (!isReplica) refuseTarget(server);
    const home = asked.database;
    await takeTurn(session, home);
    const asking = await sessions.openWithChecks('making clones');
    await keepOutOfBinlog(asking, isReplica);
    await makeSchema(asking, home);
    const settings = { timeZone: serverTimeZone, sqlMode: definingSqlMode(server.sqlMode), pinnedSeconds: null };
    const mode = { naming: sessions.naming, givenSqlMode: givenSqlMode(server.sqlMode) };
    const given = new Sessions({ ...asked, database: stageSchema(home) }, settings, mode);
    const altering = await given.openAsGiven('trying the statements in order', 'with checks');
    await keepOutOfBinlog(altering, isReplica);
    return new Stage(control, asking, given, altering, home);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await using _control = this.control;
    await using _sessions = this.#givenSessions;
    for (const schema of this.tables.schemas) await dropFamily(this.asking, stageSchema(schema));
  }

  /**
   * Alters the clone. Where the statement fails, the clone is as it was.
   *
   * @throws GhostshipError as {@link tryOnClone} does
   */
  async alter(original: TableDefinition, alter: AlterStatement): Promise<Tried & { undo(): Promise<void> }> {
    const { server } = this.control;
    const standing = await this.tables.bring(original.table);
    if (standing === null) throw new Error(`${original.table.name} is not on the stage`);
    const parentOf = ({ schema, name }: { schema: string | null; name: string }): TableName => ({
      schema: schema ?? original.table.schema,
      name,
    });
    for (const parent of alter.references) await this.tables.bring(parentOf(parent));
    const text = withReferences(
      alter.text,
      alter.statement.clauses,
      (it) => tableName(this.tables.staged(parentOf(it))).text,
    );
    const read = readAlter(text, server);
    const name = this.tables.staged(standing.table);
    const clone = {
      name,
      alter: read.kind === 'alter' ? read : alter,
      inTheirNames: (created: string) => this.tables.inTheirNames(created, original.table.schema),
      originalOf: (table: TableName) => this.tables.theirs(table),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    const before = await readCreateStatement(this.asking, name);
    const asked = { original, alter, server, foreignKeys: 'refuse', purpose: 'plan' } as const;
    const tried = await tryOnClone({ asking: this.asking, altering: this.#altering }, clone, asked, cheapWays);
    const mapBefore = standing.map;
    const undo = async (): Promise<void> => {
      standing.map = mapBefore;
      await this.#remake(name, before);
    };
    try {
      standing.map = follow(mapBefore, mapColumns(original, tried.after, alter));
    } catch (error) {
      await undo();
      throw error;
    }
    return { ...tried, undo };
  }

  /**
   * @param text a CREATE TABLE in which every table is the one on the stage
   * @throws ServerError
   */
  async create(table: TableName, text: string): Promise<void> {
    const before = await this.tables.bring(table);
    await this.#altering.run(raw(text));
    if (before !== null) return;
    this.tables.add(table);
  }

  /** @throws ServerError */
  async explain(text: string): Promise<void> {
    await this.#altering.rows(explain(raw(text), this.control.server.flavor));
  }

  async rename(from: TableName, to: TableName): Promise<void> {
    const standing = await this.tables.bring(from);
    if (standing === null) throw new Error(`${from.name} is not on the stage`);
    await this.tables.prepare(to.schema);
    if (standing.isStaged) await this.asking.run(renameTable(this.tables.staged(from), this.tables.staged(to)));
    this.tables.move(standing, to);
  }

  /** What DROP TABLE becomes. */
  async retire(table: TableName, retired: TableName): Promise<void> {
    await this.rename(table, retired);
    const name = this.tables.staged(retired);
    if (this.tables.standingOf(retired)?.isStaged !== true) return;
    const own = readForeignKeys(await readCreateStatement(this.asking, name), name.schema).map((key) => key.name);
    if (own.length > 0) await this.asking.run(dropForeignKeys(name, own));
  }

  async #remake(name: TableName, created: string): Promise<void> {
    await this.asking.run(withoutForeignKeyChecks);
    await this.asking.run(dropTable(name));
    await this.asking.run(raw(created.replace('CREATE TABLE ', () => `CREATE TABLE ${ident(name.schema).text}.`)));
    await this.asking.run(withForeignKeyChecks);
  }
}

/** From the first columns to the last ones, by way of those between them. */
function follow(first: ColumnMap, then: ColumnMap): ColumnMap {
  return then.flatMap(({ from, to }) => {
    const before = first.find((pair) => sameName(pair.to.name, from.name));
    return before === undefined ? [] : [{ from: before.from, to }];
  });
}
