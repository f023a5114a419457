import { unknownTable } from '../../mysql/find-table.ts';
import { inspectClone, readCreateStatement, sameName, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { addForeignKeys, readForeignKeys, referringTo } from '../../sql/foreign-keys.ts';
import type { TableName } from '../../sql/inspect.ts';
import { withForeignKeyChecks, withoutForeignKeyChecks } from '../../sql/session-settings.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type ColumnMap, ghostColumnOf, mapColumns, noChanges } from '../mapping/column-map.ts';
import { measure } from '../preflight/measure.ts';
import { findNullFree } from '../preflight/null-free.ts';
import type { ControlConnection } from '../tables/control-connection.ts';
import { createClone } from '../tables/ghost.ts';
import { stageSchema } from '../tables/table-names.ts';
import { dropFromClone } from '../tables/unchecked-keys.ts';
import type { DryRun } from './dry-run.ts';
import { nextOriginal } from './next-original.ts';
import { makeSchema, takeTurn } from './stage-place.ts';

/** A table as the statements so far leave it. */
export interface Standing {
  /** The name that it has by now, in the database of the user. */
  readonly table: TableName;
  /** False for what cannot be cloned, such as a view. */
  readonly isStaged: boolean;
  /** Its foreign keys are there, and those that refer to it. */
  isComplete: boolean;
  /** The table of the user with its rows; `null` where a statement of the run makes it. */
  source: TableDefinition | null;
  /** From the columns of the source to those that the table has by now. */
  map: ColumnMap;
  /** Whether a statement of the run alters it. */
  isAltered: boolean;
  /** Whether a statement of the run changes rows of it. */
  rowsChanged: boolean;
  /** What has been said of rows that do not fit. */
  readonly told: Set<string>;
  /** Its definition by now, in the names of the user; `null` where the clone must be asked. */
  current: TableDefinition | null;
  /** What is to be said with the first statement on it. */
  warnings: readonly string[];
}

/** The tables as the statements of a run leave them: clones on the stage, and the tables of the user where no statement was. */
export class Standings {
  readonly #dryRun: DryRun;
  readonly #control: ControlConnection;
  readonly #asking: Session;
  /** Schemas of the user that have a stage. */
  readonly #schemas: Set<string>;
  /** `gone` for what a statement has dropped or renamed. */
  readonly #standings = new Map<string, Standing | 'gone'>();
  /** Names under which the tables as they were are kept after a copy. */
  readonly #kept = new Set<string>();
  /** Tables of the user, asked for once. */
  readonly #originals = new Map<string, Promise<TableDefinition | null>>();
  /** Whether a table may have foreign keys: then a change of one changes the definitions of others. */
  #hasKeys = false;
  /** Whether a statement was carried out on the stage. */
  #isChanged = false;

  /** @param home a schema that has a stage already */
  constructor(dryRun: DryRun, home: string) {
    this.#dryRun = dryRun;
    this.#control = dryRun.control;
    this.#asking = dryRun.asking;
    this.#schemas = new Set([home]);
  }

  get schemas(): readonly string[] {
    return [...this.#schemas];
  }

  /** A statement has made the table. */
  add(table: TableName): void {
    this.#standings.set(this.#key(table), { ...newStanding(table, null), isStaged: true, isComplete: true });
    this.changed(true);
  }

  move(standing: Standing, to: TableName): void {
    this.#standings.set(this.#key(standing.table), 'gone');
    this.#standings.set(this.#key(to), { ...standing, table: to, current: null });
    this.changed(false);
  }

  /**
   * Call it when a statement was carried out on the stage.
   *
   * @param mayAddKeys whether it may have added a foreign key
   */
  changed(mayAddKeys: boolean): void {
    this.#isChanged = true;
    this.#hasKeys ||= mayAddKeys;
    if (!this.#hasKeys) return;
    for (const standing of this.#standings.values()) if (standing !== 'gone') standing.current = null;
  }

  /** The clone was altered. */
  altered(standing: Standing, after: TableDefinition, mayAddKeys: boolean): void {
    standing.isAltered = true;
    this.changed(mayAddKeys);
    standing.current = this.#hasKeys ? null : this.#inTheirNames(standing, after);
  }

  /** The table as it was before a copy is kept under this name. */
  keep(retired: TableName): void {
    this.#kept.add(this.#key(retired));
  }

  /** Whether a statement of the run leaves something under this name. */
  isTaken(table: TableName): boolean {
    return this.standingOf(table) !== null || this.#kept.has(this.#key(table));
  }

  /** Whether any of the tables is on the stage, or was. */
  knows(tables: readonly TableName[]): boolean {
    return tables.some((table) => this.#standings.has(this.#key(table)));
  }

  /** Whether a statement of the run has taken the table away. */
  isGone(table: TableName): boolean {
    return this.#standings.get(this.#key(table)) === 'gone';
  }

  standingOf(table: TableName): Standing | null {
    const found = this.#standings.get(this.#key(table));
    return found === undefined || found === 'gone' ? null : found;
  }

  /** The table as the statements so far leave it, in the names of the user; `null` where there is none. */
  async look(table: TableName): Promise<TableDefinition | null> {
    const found = this.#standings.get(this.#key(table));
    if (found === 'gone') return null;
    if (found === undefined) return await this.#original(table);
    if (!found.isStaged) return found.source === null ? null : { ...found.source, table: found.table };
    await this.#complete(found);
    found.current ??= await this.#describe(found);
    return found.current;
  }

  #original(table: TableName): Promise<TableDefinition | null> {
    const key = this.#key(table);
    const asked = this.#originals.get(key) ?? this.#dryRun.look(table);
    this.#originals.set(key, asked);
    return asked;
  }

  /** For a table that is not there: what the migration will say. */
  async unknown(table: TableName, hint: string): Promise<GhostshipError> {
    if (!this.isGone(table)) return await unknownTable(this.#asking, table, hint);
    return new GhostshipError('unknown-table', `There is no table ${table.name} in ${table.schema}.`, { hint });
  }

  /** Makes sure that the table stands on the stage as it is now. */
  async bring(table: TableName): Promise<Standing | null> {
    const known = this.#standings.get(this.#key(table));
    if (known === 'gone') return null;
    const standing = known ?? (await this.#place(table));
    if (standing !== null) await this.#complete(standing);
    return standing;
  }

  /** The clone of a table. */
  staged({ schema, name }: TableName): TableName {
    return { schema: stageSchema(schema), name };
  }

  /** Makes a place for the clones of a schema. */
  async prepare(schema: string): Promise<void> {
    if (this.#schemas.has(schema)) return;
    await takeTurn(this.#control.session, schema);
    await makeSchema(this.#asking, schema);
    this.#schemas.add(schema);
  }

  async #place(asked: TableName): Promise<Standing | null> {
    const found = await this.#original(asked);
    if (found === null) return null;
    const { original: source, unchecked, warnings } = await nextOriginal(this.#control.session, found);
    const { table } = source;
    await this.prepare(table.schema);
    const clone = this.staged(table);
    this.#asking.naming.add(clone, table);
    const isStaged = source.kind === 'table';
    if (isStaged) {
      await createClone(this.#asking, clone, source, this.#control.server.flavor === 'mysql');
      await dropFromClone(this.#asking, clone, unchecked);
    }
    this.#hasKeys ||= source.foreignKeys.length > 0;
    const map = isStaged ? mapColumns(source, source, noChanges) : [];
    const standing = { ...newStanding(table, source), isStaged, isComplete: !isStaged, map, warnings };
    this.#standings.set(this.#key(table), standing);
    return standing;
  }

  async #complete(standing: Standing): Promise<void> {
    if (standing.isComplete || standing.source === null) return;
    standing.isComplete = true;
    const { session, server } = this.#control;
    const { foreignKeys, table } = standing.source;
    standing.source = await findNullFree(session, await measure(session, server, standing.source));
    const isAlone = foreignKeys.length === 0 || !this.#isChanged;
    standing.current = isAlone ? { ...standing.source, table: standing.table } : null;
    for (const { child, parent } of foreignKeys) {
      for (const end of [child, parent]) if (!this.knows([end])) await this.#placeRelative(end);
    }
    const children = new Map(foreignKeys.map(({ child }) => [this.#key(child), child]));
    for (const child of children.values()) await this.#relate(child, table);
  }

  /** One that this user may not read is left out: the original itself will tell. */
  async #placeRelative(table: TableName): Promise<void> {
    try {
      await this.#place(table);
    } catch (error) {
      if (!(error instanceof GhostshipError) || error.code !== 'invalid-statement') throw error;
    }
  }

  /** Gives the clone of `child` those of its foreign keys that lead from `table`, or to it. */
  async #relate(child: TableName, table: TableName): Promise<void> {
    const standing = this.standingOf(child);
    if (standing?.isStaged !== true) return;
    // It has had all of its own, and a statement may have dropped one since.
    if (standing.isComplete && this.#key(child) !== this.#key(table)) return;
    const clone = this.staged(child);
    const all = readForeignKeys(standing.source?.createStatement ?? '', child.schema);
    const present = readForeignKeys(await readCreateStatement(this.#asking, clone), clone.schema);
    const keys = all
      .filter(({ name }) => !present.some((key) => sameName(key.name, name)))
      .filter(({ parent }) => this.standingOf(parent)?.isStaged === true)
      .filter(({ parent }) => [child, parent].some((end) => this.#key(end) === this.#key(table)))
      .map((key) => ({ ...key, parent: this.staged(key.parent) }));
    if (keys.length === 0) return;
    await this.#asking.run(withoutForeignKeyChecks);
    const names = present.map(({ name }) => name);
    for (const statement of addForeignKeys(clone, keys, 'COPY', names)) await this.#asking.run(statement);
    await this.#asking.run(withForeignKeyChecks);
  }

  async #describe(standing: Standing): Promise<TableDefinition | null> {
    const keys = this.#hasKeys ? 'all keys' : 'own keys';
    const found = await inspectClone(this.#asking, this.staged(standing.table), keys);
    return found === null ? null : this.#inTheirNames(standing, found);
  }

  #inTheirNames({ table, source, map }: Standing, found: TableDefinition): TableDefinition {
    const rows = source ?? found;
    return {
      ...found,
      table,
      createStatement: this.inTheirNames(found.createStatement, table.schema),
      foreignKeys: found.foreignKeys.map(({ name, child, parent }) => ({
        name,
        child: this.theirs(child),
        parent: this.theirs(parent),
      })),
      triggers: source?.triggers ?? [],
      nullFree: rows.nullFree.flatMap((name) => ghostColumnOf(map, name) ?? []),
      rowsEstimated: rows.rowsEstimated,
      dataBytes: rows.dataBytes,
      indexBytes: rows.indexBytes,
      rowBytes: rows.rowBytes,
      source: rows,
      isMadeByRun: source === null,
      parentsByThen: found.foreignKeys
        .map(({ parent }) => this.theirs(parent))
        .filter((parent) => this.standingOf(parent) !== null),
    };
  }

  inTheirNames(created: string, schema: string): string {
    return referringTo(created, { from: stageSchema(schema), to: schema }, (parent) => this.theirs(parent));
  }

  theirs({ schema, name }: TableName): TableName {
    const found = [...this.#schemas].find((own) => stageSchema(own).toLowerCase() === schema.toLowerCase());
    return { schema: found ?? schema, name };
  }

  #key({ schema, name }: TableName): string {
    const key = JSON.stringify([schema, name]);
    return this.#control.server.nameCase.same('a', 'A') ? key.toLowerCase() : key;
  }
}

function newStanding(table: TableName, source: TableDefinition | null): Standing {
  return {
    table,
    isStaged: false,
    isComplete: false,
    source,
    map: [],
    isAltered: false,
    rowsChanged: false,
    told: new Set<string>(),
    current: null,
    warnings: [],
  };
}
