import { type ForeignKey, readCreateStatement, type TableDefinition } from '../../mysql/inspect-table.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { addForeignKeys, type OwnForeignKey, readForeignKeys, referringTo } from '../../sql/foreign-keys.ts';
import { createTableLike } from '../../sql/ghost.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { AlterStatement } from '../../sql/parser/alter.ts';
import { withReferences } from '../../sql/parser/references.ts';
import type { TableReference } from '../../sql/parser/span.ts';
import { withForeignKeyChecks, withoutForeignKeyChecks } from '../../sql/session-settings.ts';
import { tableName } from '../../sql/sql.ts';
import { createClone } from './ghost.ts';
import { withSuffix } from './table-names.ts';

/*
 * What the server does to a table with foreign keys, or refuses, depends on the tables at their other ends. So a clone that is
 * to tell stands among empty clones of these, with the same foreign keys. The tables themselves are no ends of foreign keys
 * of ours: a new one would have to wait for everybody who uses them.
 */

/** True where foreign keys lead from the table, or to it, or the statement may add some. */
export function hasRelatives({ foreignKeys }: TableDefinition, { references }: AlterStatement): boolean {
  return foreignKeys.length + references.length > 0;
}

/** A clone among its relatives, all of them in a schema that holds nothing else. */
export class Family {
  readonly #original: TableDefinition;
  readonly #clone: TableName;
  /** Clones by the key of their originals. */
  readonly #clones = new Map<string, { readonly original: TableName; readonly clone: TableName }>();

  constructor(original: TableDefinition, alter: AlterStatement, clone: TableName) {
    this.#original = original;
    this.#clone = clone;
    this.#clones.set(keyOf(original.table), { original: original.table, clone });
    const taken = new Set([clone.name.toLowerCase()]);
    for (const { child, parent } of original.foreignKeys) {
      for (const relative of [child, parent]) this.#name(relative, taken);
    }
    for (const parent of alter.references) this.#name(this.#parentOf(parent), taken);
  }

  /** @param keepsNames of CHECK constraints, see `own-schema.ts` */
  async create(session: Session, keepsNames: boolean): Promise<void> {
    await session.run(withoutForeignKeyChecks);
    await createClone(session, this.#clone, this.#original, keepsNames);
    const made = new Set([keyOf(this.#original.table)]);
    for (const [key, { original, clone }] of this.#clones) {
      if (!made.has(key) && (await createRelative(session, clone, original))) made.add(key);
    }
    const children = new Map(this.#original.foreignKeys.map(({ child }) => [keyOf(child), child]));
    for (const [key, child] of children) if (made.has(key)) await this.#relate(session, child);
    await session.run(withForeignKeyChecks);
  }

  /** The text of the statement for the clone: it refers to clones as well. */
  statementFor({ text, statement }: AlterStatement): string {
    return withReferences(text, statement.clauses, (parent) => {
      const clone = this.#clones.get(keyOf(this.#parentOf(parent)))?.clone;
      return clone === undefined ? text.slice(parent.start, parent.end) : tableName(clone).text;
    });
  }

  /** A definition of the clone as the original would have it. */
  inTheirNames(createStatement: string): string {
    const { schema } = this.#original.table;
    return referringTo(createStatement, { from: this.#clone.schema, to: schema }, (parent) => this.originalOf(parent));
  }

  originalOf(table: TableName): TableName {
    const found = [...this.#clones.values()].find(({ clone }) => keyOf(clone) === keyOf(table));
    return found?.original ?? table;
  }

  /** Gives the clone of `child` those of its foreign keys that lead from the table, or to it. */
  async #relate(session: Session, child: TableName): Promise<void> {
    const all = readForeignKeys(await readCreateStatement(session, child), child.schema);
    const isOwn = keyOf(child) === keyOf(this.#original.table);
    const keys = all
      .filter(({ parent }) => isOwn || keyOf(parent) === keyOf(this.#original.table))
      .map((key): OwnForeignKey => ({ ...key, parent: this.#clones.get(keyOf(key.parent))?.clone ?? key.parent }));
    const clone = this.#clones.get(keyOf(child))?.clone;
    if (keys.length === 0 || clone === undefined) return;
    for (const statement of addForeignKeys(clone, keys, 'COPY')) await session.run(statement);
  }

  #parentOf({ schema, name }: TableReference): TableName {
    return { schema: schema ?? this.#original.table.schema, name };
  }

  /** Tables of other schemas may have the same name. */
  #name(relative: TableName, taken: Set<string>): void {
    const key = keyOf(relative);
    if (this.#clones.has(key)) return;
    let name = relative.name;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = withSuffix(relative.name, `_${number}`);
    taken.add(name.toLowerCase());
    this.#clones.set(key, { original: relative, clone: { schema: this.#clone.schema, name } });
  }
}

/** @returns false for a table that is not there, is a view, or that this user may not read: the original itself will tell */
async function createRelative(session: Session, clone: TableName, original: TableName): Promise<boolean> {
  try {
    await session.run(createTableLike(clone, original));
    return true;
  } catch (error) {
    if (isServerError(error, 'ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR', 'ER_WRONG_OBJECT', 'ER_TABLEACCESS_DENIED_ERROR'))
      return false;
    throw error;
  }
}

/** Both servers compare the names of these tables without regard to case, or have no two that differ by case alone. */
function keyOf({ schema, name }: ForeignKey['parent']): string {
  return JSON.stringify([schema.toLowerCase(), name.toLowerCase()]);
}
