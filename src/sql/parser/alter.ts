import type { Clause } from './clause.ts';
import type { ServerDialect } from './executable-comment.ts';
import { parseStatement } from './parse-statement.ts';
import { quotingOf, usualQuoting } from './quoting.ts';
import { referencesOf } from './references.ts';
import type { TableReference } from './span.ts';
import { splitFile } from './split-file.ts';
import type { AlterTable, Statement } from './statement.ts';

/**
 * What the engine must know of an ALTER TABLE, CREATE INDEX or DROP INDEX before a server has seen it. Names are as
 * written, without quotes; servers compare the names of columns and indexes without regard to case.
 */
export interface AlterStatement {
  readonly kind: 'alter';
  /** What it was read from. */
  readonly text: string;
  /** `schema` is null where the session's database is meant. */
  readonly table: { readonly schema: string | null; readonly name: string };
  /**
   * The clauses, to be put behind ``ALTER TABLE `x` ``. It has no comments, and the author's ALGORITHM and LOCK, ONLINE,
   * IGNORE, WAIT and NOWAIT are gone. To add an ALGORITHM or LOCK use {@link bodyWith}, which knows where it may stand.
   */
  readonly body: string;
  /** No clause is left: the statement changes nothing. */
  readonly isEmpty: boolean;
  readonly hasAlgorithm: boolean;
  /** A LOCK clause, or MariaDB's ONLINE, which stands for one. */
  readonly hasLock: boolean;
  /** MariaDB's IGNORE asks to throw rows away that do not fit. */
  readonly hasIgnore: boolean;
  /** The new name of the table, if the statement renames it. */
  readonly renamesTo: { readonly schema: string | null; readonly name: string } | null;
  /** RENAME COLUMN, and CHANGE with another name. All of them happen at once, so that names may be swapped. */
  readonly columnRenames: readonly { readonly from: string; readonly to: string }[];
  readonly addedColumns: readonly string[];
  readonly droppedColumns: readonly string[];
  /** Indexes that are added by name or without one, but for the primary key. */
  readonly addedIndexes: readonly { readonly name: string | null; readonly unique: boolean }[];
  readonly droppedIndexes: readonly string[];
  readonly addsPrimaryKey: boolean;
  readonly dropsPrimaryKey: boolean;
  /** PARTITION BY and REMOVE PARTITIONING as well as commands on single partitions. */
  readonly touchesPartitions: boolean;
  /** Also a column with REFERENCES, which MySQL before 9 ignores. */
  readonly addsForeignKey: boolean;
  /** The tables that these foreign keys refer to. */
  readonly references: readonly TableReference[];
  readonly droppedForeignKeys: readonly string[];
  /** DROP CHECK, and DROP CONSTRAINT, which may also drop a foreign key or a unique index of that name. */
  readonly droppedConstraints: readonly string[];
  readonly setsAutoIncrement: boolean;
  /** Everything else, clause by clause, with offsets into the text it was read from. */
  readonly statement: AlterTable;
}

/** A statement of another kind; `statement` says which. */
export interface NotAlter {
  readonly kind: 'not-alter';
  readonly statement: Statement;
}

/** The text holds no statement at all, or more than one. */
export interface NotOneStatement {
  readonly kind: 'not-one-statement';
  readonly count: number;
}

/**
 * Reads one statement; a delimiter at its end and comments around it do not matter. Only what the text tells is known,
 * and a clause that is not understood is passed on in `body`: whether it is valid is for the server to say.
 *
 * @param server that the statement is written for. It decides which executable comments (`/*!80013 …`) are code, and its
 *   sql_mode where a quote ends. Pass it whenever it is known: without one, all such comments are taken for code.
 */
export function readAlter(
  sql: string,
  server: (ServerDialect & { readonly sqlMode: string }) | null = null,
): AlterStatement | NotAlter | NotOneStatement {
  const quoting = server === null ? usualQuoting : quotingOf(server.sqlMode.split(','));
  const { statements } = splitFile(sql, quoting);
  const [span] = statements;
  if (span === undefined || statements.length > 1) return { kind: 'not-one-statement', count: statements.length };
  const statement = parseStatement(sql, span, server, quoting);
  return statement.kind === 'alter-table' ? alterStatement(sql, statement) : { kind: 'not-alter', statement };
}

/**
 * The body with `modifiers` in it, such as `ALGORITHM=INSTANT` or `ALGORITHM=INPLACE, LOCK=NONE`. They go first:
 * MySQL takes them before commands on partitions but not behind, and PARTITION BY wants no comma. MariaDB refuses them
 * together with commands on partitions wherever they stand.
 */
export function bodyWith(alter: AlterStatement, modifiers: string): string {
  const { list, partitioning } = alter.statement.body;
  return joined(' ', joined(', ', modifiers, list), partitioning);
}

function alterStatement(text: string, statement: AlterTable): AlterStatement {
  const { clauses, body, prefixes, table } = statement;
  const hasPrefix = (word: string): boolean => prefixes.some((prefix) => prefix.text === word);
  const added = clauses.filter((clause) => clause.kind === 'add-column').map((clause) => clause.column);
  const indexes = clauses.filter((clause) => clause.kind === 'add-index');
  return {
    kind: 'alter',
    text,
    table: { schema: table.schema, name: table.name },
    body: joined(' ', body.list, body.partitioning),
    isEmpty: clauses.every(isModifier),
    hasAlgorithm: clauses.some((clause) => clause.kind === 'algorithm'),
    hasLock: clauses.some((clause) => clause.kind === 'lock') || hasPrefix('ONLINE'),
    hasIgnore: hasPrefix('IGNORE'),
    renamesTo: renamedTo(clauses),
    columnRenames: clauses.flatMap(columnRename),
    addedColumns: added.map((column) => column.name.text),
    droppedColumns: clauses.flatMap((clause) => (clause.kind === 'drop-column' ? [clause.column.text] : [])),
    addedIndexes: [
      ...added.filter((column) => column.key === 'unique').map(() => ({ name: null, unique: true })),
      ...indexes
        .filter((clause) => clause.index !== 'primary')
        .map((clause) => ({ name: clause.name?.text ?? null, unique: clause.index === 'unique' })),
    ],
    droppedIndexes: clauses.flatMap((clause) => (clause.kind === 'drop-index' ? [clause.name.text] : [])),
    addsPrimaryKey:
      indexes.some((clause) => clause.index === 'primary') || added.some((column) => column.key === 'primary'),
    dropsPrimaryKey: clauses.some((clause) => clause.kind === 'drop-primary-key'),
    touchesPartitions: clauses.some((clause) => clause.kind === 'partition'),
    addsForeignKey: clauses.some((clause) => clause.kind === 'add-foreign-key' || referencesOf(clause) !== null),
    references: clauses.map(referencesOf).filter((found) => found !== null),
    droppedForeignKeys: clauses.flatMap((clause) => (clause.kind === 'drop-foreign-key' ? [clause.name.text] : [])),
    droppedConstraints: clauses.flatMap((clause) => (clause.kind === 'drop-constraint' ? [clause.name.text] : [])),
    setsAutoIncrement: clauses.some(
      (clause) => clause.kind === 'table-options' && clause.options.some((option) => option.name === 'AUTO_INCREMENT'),
    ),
    statement,
  };
}

function isModifier(clause: Clause): boolean {
  return clause.kind === 'algorithm' || clause.kind === 'lock';
}

function renamedTo(clauses: readonly Clause[]): AlterStatement['renamesTo'] {
  const last = clauses.findLast((clause) => clause.kind === 'rename-table');
  return last === undefined ? null : { schema: last.to.schema, name: last.to.name };
}

function columnRename(clause: Clause): AlterStatement['columnRenames'] {
  if (clause.kind === 'rename-column') return [{ from: clause.from.text, to: clause.to.text }];
  if (clause.kind !== 'change-column' || clause.from.text === clause.column.name.text) return [];
  return [{ from: clause.from.text, to: clause.column.name.text }];
}

function joined(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}
