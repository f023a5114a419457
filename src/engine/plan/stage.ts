import { readCreateStatement, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { explain, rollback, startTransaction } from '../../sql/data.ts';
import { createTableLike, dropTable, renameTable } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import { type AlterStatement, readAlter } from '../../sql/parser/alter.ts';
import { callsIn } from '../../sql/parser/calls.ts';
import { quotingOf } from '../../sql/parser/quoting.ts';
import { replaceSpans, withReferences } from '../../sql/parser/references.ts';
import {
  serverTimeZone,
  withForeignKeyChecks,
  withoutForeignKeyChecks,
  withSettingsOfPersons,
} from '../../sql/session-settings.ts';
import { ident, raw, tableName } from '../../sql/sql.ts';
import { definingSqlMode, givenSqlMode } from '../../sql/sql-mode.ts';
import { type Tried, tryOnClone } from '../change-on-server.ts';
import { type ColumnMap, mapColumns } from '../mapping/column-map.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { refuseTakenChecks } from '../preflight/check-names.ts';
import { movesPartitionedRows } from '../preflight/statement.ts';
import { refuseTarget } from '../preflight/target.ts';
import { releaseNames } from '../relations/foreign-keys.ts';
import type { MigrateOptions } from '../request.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { dropFamily } from '../tables/empty-clone.ts';
import { keepOutOfBinlog } from '../tables/keep-out-of-binlog.ts';
import { Sessions } from '../tables/sessions.ts';
import { stageSchema, withSuffix } from '../tables/table-names.ts';
import { byEarlierStatement } from '../tables/zero-dates.ts';
import type { DryRun } from './dry-run.ts';
import { makeSchema, takeTurn } from './stage-place.ts';
import { Standings } from './standings.ts';
import type { Estimate } from './statement-plan.ts';

/**
 * Where the statements of a run are tried one after the other, each on what those before it leave: empty clones, under the
 * names of their originals, in a schema of ours beside the user's. A table is cloned when the first statement needs it, among
 * the tables at the other ends of its foreign keys. All is dropped at the end; what a plan leaves that was cut off is dropped
 * by the next one.
 */
export class Stage implements AsyncDisposable {
  readonly dryRun: DryRun;
  readonly control: ControlConnection;
  /** Of ours; it makes the clones. */
  readonly asking: Session;
  readonly tables: Standings;
  readonly #home: string;
  /** For statements of a person, by the dry run whose mode they have. */
  readonly #altering = new Map<DryRun, Promise<Session>>();
  /** For {@link tryRows}. */
  #writing: Promise<Session> | null = null;
  readonly #opened: Sessions[] = [];

  private constructor(dryRun: DryRun) {
    this.dryRun = dryRun;
    this.control = dryRun.control;
    this.asking = dryRun.asking;
    this.#home = dryRun.asked.database;
    this.tables = new Standings(dryRun, this.#home);
  }

  /**
   * @param dryRun outlives the stage
   * @throws GhostshipError `missing-privileges` where the user may not make the schema, `already-running`, `leftover-tables`
   */
  static async open(dryRun: DryRun): Promise<Stage> {
    const { asked, isOnReplica, asking, control } = dryRun;
    if (!isOnReplica) refuseTarget(control.server);
    await takeTurn(control.session, asked.database);
    await makeSchema(asking, asked.database);
    return new Stage(dryRun);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const sessions of this.#opened) await sessions[Symbol.asyncDispose]();
    for (const schema of this.tables.schemas) await dropFamily(this.asking, stageSchema(schema));
  }

  /**
   * Alters the clone. Where the statement fails, the clone is as it was.
   *
   * @param dryRun in whose mode the statement is read
   * @throws GhostshipError as {@link tryOnClone} does
   */
  async alter(
    original: TableDefinition,
    alter: AlterStatement,
    options: Pick<MigrateOptions, 'algorithm'>,
    dryRun: DryRun = this.dryRun,
  ): Promise<Tried & { undo(): Promise<void> }> {
    const { server } = dryRun.control;
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
    const read = readAlter(this.#withSequences(text), server);
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
    const altering = await this.#alteringFor(dryRun);
    const ways = await dryRun.waysFor(original, alter, options);
    const { map: mapBefore, isAltered, rowsChanged } = standing;
    const undo = async (): Promise<void> => {
      standing.map = mapBefore;
      await this.#remake(name, before);
      this.tables.altered(standing, original, false);
      standing.isAltered = isAltered;
      standing.rowsChanged = rowsChanged;
    };
    let tried: Tried;
    try {
      tried = await tryOnClone({ asking: this.asking, altering }, clone, asked, ways);
      standing.map = follow(mapBefore, mapColumns(original, tried.after, alter));
    } catch (error) {
      // It may have been refused for what it made of the clone.
      await undo();
      throw isAltered ? byEarlierStatement(error) : error;
    }
    this.tables.altered(standing, tried.after, alter.references.length > 0);
    standing.rowsChanged ||= movesPartitionedRows(alter);
    return { ...tried, isTriedWith: (other) => this.tables.knows([other]), undo };
  }

  /** What a copy into this clone would cost, measured with another one: those that follow must find this one empty. */
  async estimate(work: CopyPlan, original: TableDefinition): Promise<Estimate | null> {
    if (!this.dryRun.samples(original)) return await this.dryRun.estimate(work, original);
    const { ghost } = work.names;
    const sample = { schema: ghost.schema, name: withSuffix(ghost.name, '_ghs_sample') };
    await this.asking.run(createTableLike(sample, ghost));
    try {
      const names = { ...work.names, ghost: sample };
      return await this.dryRun.estimate({ ...work, names, tables: { ...work.tables, ghost: sample } }, original);
    } finally {
      await this.asking.run(dropTable(sample));
    }
  }

  /**
   * @param text a CREATE TABLE in which every table is the one on the stage
   * @throws ServerError, and GhostshipError `invalid-statement` for names that are taken beside the stage
   */
  async create(table: TableName, text: string): Promise<void> {
    const before = await this.tables.bring(table);
    await (await this.#alteringFor(this.dryRun)).run(raw(this.#withSequences(text)));
    if (before !== null) return;
    if (mayHaveChecks.test(text)) await this.#refuseTakenChecks(table);
    this.tables.add(table);
  }

  /** @throws ServerError */
  async explain(text: string): Promise<void> {
    await (await this.#alteringFor(this.dryRun)).rows(explain(raw(text), this.control.server.flavor));
  }

  /** What a person would do to rows of clones is done, and taken back. */
  async tryRows(change: (session: Session) => Promise<void>): Promise<void> {
    this.#writing ??= this.#openWriting();
    const session = await this.#writing;
    await session.run(startTransaction);
    try {
      await change(session);
    } finally {
      if (session.alive) await session.run(rollback);
    }
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
    await releaseNames(this.asking, name, this.control.server.flavor);
    this.tables.changed(true);
  }

  async #refuseTakenChecks(table: TableName): Promise<void> {
    const made = this.tables.staged(table);
    try {
      const created = await readCreateStatement(this.asking, made);
      await refuseTakenChecks(this.control, table, created, (other) => this.tables.knows([other]));
    } catch (error) {
      await this.asking.run(dropTable(made));
      throw error;
    }
  }

  /** Sequences (MariaDB) stay where they are, and are not asked for a number: the tables of the stage have no rows. */
  #withSequences(text: string): string {
    const { flavor, sqlMode } = this.control.server;
    if (flavor === 'mysql') return text;
    const named = callsIn(text, quotingOf(sqlMode.split(','))).flatMap(({ sequence }) =>
      sequence?.schema === null ? [sequence] : [],
    );
    const byName = ({ name }: { readonly name: string }) => tableName({ schema: this.#home, name }).text;
    return replaceSpans(
      text,
      named.map((sequence) => ({ ...sequence, by: byName(sequence) })),
    );
  }

  #alteringFor(dryRun: DryRun): Promise<Session> {
    const altering = this.#altering.get(dryRun) ?? this.#openAltering(dryRun);
    this.#altering.set(dryRun, altering);
    return altering;
  }

  #openAltering(dryRun: DryRun): Promise<Session> {
    return this.#open(dryRun, (given) => given.openAsGiven('trying the statements in order', 'with checks'));
  }

  /** The clones at the other ends of foreign keys are empty. */
  async #openWriting(): Promise<Session> {
    const session = await this.#open(this.dryRun, (given) => given.openAsGiven('trying rows', 'without checks'));
    await session.run(withSettingsOfPersons);
    return session;
  }

  async #open(
    { asked, isOnReplica, control: { server } }: DryRun,
    open: (given: Sessions) => Promise<Session>,
  ): Promise<Session> {
    const settings = { timeZone: serverTimeZone, sqlMode: definingSqlMode(server.sqlMode), pinnedSeconds: null };
    const mode = { naming: this.control.sessions.naming, givenSqlMode: givenSqlMode(server.sqlMode) };
    const given = new Sessions({ ...asked, database: stageSchema(this.#home) }, settings, mode);
    this.#opened.push(given);
    const session = await open(given);
    await keepOutOfBinlog(session, isOnReplica);
    return session;
  }

  async #remake(name: TableName, created: string): Promise<void> {
    await this.asking.run(withoutForeignKeyChecks);
    await this.asking.run(dropTable(name));
    await this.asking.run(raw(created.replace('CREATE TABLE ', () => `CREATE TABLE ${ident(name.schema).text}.`)));
    await this.asking.run(withForeignKeyChecks);
  }
}

/** In the text of a CREATE TABLE. */
const mayHaveChecks = /\b(?:CHECK|LIKE)\b/iu;

/** From the first columns to the last ones, by way of those between them. */
function follow(first: ColumnMap, then: ColumnMap): ColumnMap {
  return then.flatMap(({ from, to }) => {
    const before = first.find((pair) => sameName(pair.to.name, from.name));
    return before === undefined ? [] : [{ from: before.from, to }];
  });
}
