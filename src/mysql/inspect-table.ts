import { countParts } from '../sql/count-parts.ts';
import {
  selectColumns,
  selectForeignKeys,
  selectIndexColumns,
  selectOwnForeignKeys,
  selectTable,
  showCreateTable,
  type TableName,
} from '../sql/inspect.ts';
import { unquoteIdent } from '../sql/sql.ts';
import { selectTriggers, type Trigger } from '../sql/triggers.ts';
import { GhostshipError } from '../support/errors.ts';
import { findInAnyCase } from './find-table.ts';
import type { KnownKeys } from './known-keys.ts';
import { askNameCase } from './name-case.ts';
import { readIfThere } from './read-if-there.ts';
import { readTriggers } from './read-triggers.ts';
import type { Row, Session } from './session.ts';

export interface Column {
  readonly name: string;
  /** From 0, as in a binlog row. */
  readonly ordinal: number;
  /** Lower case, without length: `bigint`. */
  readonly dataType: string;
  /** As SHOW CREATE TABLE spells it: `bigint unsigned`, `enum('a','b')`. */
  readonly columnType: string;
  readonly nullable: boolean;
  readonly charset: string | null;
  readonly collation: string | null;
  /** Of the longest value; `null` unless it is a string. */
  readonly octets: number | null;
  /** Digits after the second. */
  readonly fraction: number;
  readonly digits: number;
  readonly scale: number;
  readonly generated: 'virtual' | 'stored' | null;
  readonly autoIncrement: boolean;
  /** False also where the default is NULL. */
  readonly hasDefault: boolean;
}

export interface IndexColumn {
  /** `null` for an expression. */
  readonly column: string | null;
  readonly isPrefix: boolean;
}

export interface Index {
  readonly name: string;
  readonly unique: boolean;
  /** BTREE, HASH, FULLTEXT, SPATIAL. */
  readonly type: string;
  /** MariaDB's IGNORED: no statement can be made to use it. MySQL's INVISIBLE ones can. */
  readonly ignored: boolean;
  readonly columns: readonly IndexColumn[];
}

export interface ForeignKey {
  readonly name: string;
  readonly child: TableName;
  readonly parent: TableName;
}

/** A table as the server describes it at one moment. */
export interface TableDefinition {
  readonly table: TableName;
  readonly kind: 'table' | 'view' | 'versioned' | 'sequence' | 'other';
  readonly engine: string;
  readonly createStatement: string;
  readonly columns: readonly Column[];
  readonly indexes: readonly Index[];
  readonly triggers: readonly Trigger[];
  readonly foreignKeys: readonly ForeignKey[];
  /** First columns of unique keys that may be NULL and are so in no row; none where nobody has looked. */
  readonly nullFree: readonly string[];
  readonly rowsEstimated: number;
  readonly dataBytes: number;
  readonly indexBytes: number;
  readonly rowBytes: number;
  /**
   * The table that has the rows, where this one is only what earlier statements will make of it. Whoever asks about rows, or about
   * what others see of the table, asks there.
   */
  readonly source?: TableDefinition;
  /** An earlier statement of the run makes the table: it has no rows that could be asked for. */
  readonly isMadeByRun?: boolean;
  /** Parents of its foreign keys that are there when its statement runs: earlier statements may make them, or give them these names. */
  readonly parentsByThen?: readonly TableName[];
}

/** A table that is another one at each of them is altered all the time. */
const mostLooks = 3;

/**
 * Asks the server for the table, also for its name: what a person wrote may be in another case.
 *
 * @param known foreign keys that need not be asked for
 * @returns `null` where there is no such table
 * @throws GhostshipError `server-error`
 */
export async function inspectTable(
  session: Session,
  asked: TableName,
  known: KnownKeys | null = null,
): Promise<TableDefinition | null> {
  for (let looks = 1; ; looks += 1) {
    try {
      return await inspect(session, asked, (table, created) => readWhole(session, table, created, known));
    } catch (error) {
      if (looks === mostLooks || !(error instanceof HalfSeen)) throw error;
    }
  }
}

/**
 * The same for an empty table of ours, which has no triggers.
 *
 * @param keys only those that lead from it, or also those that lead to it
 */
export async function inspectClone(
  session: Session,
  clone: TableName,
  keys: 'own keys' | 'all keys',
): Promise<TableDefinition | null> {
  return await inspect(session, clone, async (table) => ({
    columns: await session.rows(selectColumns(table)),
    indexes: await session.rows(selectIndexColumns(table)),
    triggers: [],
    foreignKeys: (await session.rows(keys === 'own keys' ? selectOwnForeignKeys(table) : selectForeignKeys(table))).map(
      readForeignKey,
    ),
  }));
}

interface Parts {
  readonly columns: readonly Row[];
  readonly indexes: readonly Row[];
  readonly triggers: readonly Row[];
  readonly foreignKeys: readonly ForeignKey[];
}

async function inspect(
  session: Session,
  asked: TableName,
  read: (table: TableName, createStatement: string) => Promise<Parts>,
): Promise<TableDefinition | null> {
  const [found] = await session.rows(selectTable(asked));
  if (found === undefined) return null;
  const table = await spellTable(session, asked, { schema: String(found.schema_name), name: String(found.name) });
  const created = await readIfThere(session, showCreateTable(table));
  if (created === null) return null;
  const createStatement = String(created[0]?.['Create Table'] ?? '');
  const { columns, indexes, triggers, foreignKeys } = await read(table, createStatement);
  return {
    table,
    kind: kinds[String(found.type)] ?? 'other',
    engine: String(found.engine ?? ''),
    createStatement,
    columns: columns.map(readColumn),
    indexes: groupIndexes(indexes, createStatement),
    triggers: await readTriggers(session, table, triggers),
    foreignKeys,
    nullFree: [],
    rowsEstimated: Number(found.row_estimate ?? 0),
    dataBytes: Number(found.data_bytes ?? 0),
    indexBytes: Number(found.index_bytes ?? 0),
    rowBytes: Number(found.row_bytes ?? 0),
  };
}

/** TABLE_TYPE of information_schema.TABLES; the last two on MariaDB. */
const kinds: Readonly<Record<string, TableDefinition['kind']>> = {
  'BASE TABLE': 'table',
  VIEW: 'view',
  'SYSTEM VERSIONED': 'versioned',
  SEQUENCE: 'sequence',
};

/** Where names are found in any case and kept as they were created, MariaDB shows them in the case of the question. */
async function spellTable(session: Session, asked: TableName, shown: TableName): Promise<TableName> {
  if (!(await askNameCase(session)).keepsSpelling) return shown;
  const [spelled] = await findInAnyCase(session, asked);
  return spelled ?? shown;
}

/**
 * Columns, indexes, triggers and foreign keys, and that none is missing: a short answer would be taken for a smaller table.
 *
 * @throws HalfSeen also where an ALTER, or a swap, came between two questions: the answers are of two tables then
 */
async function readWhole(session: Session, table: TableName, created: string, known: KnownKeys | null): Promise<Parts> {
  const columns = await session.rows(selectColumns(table));
  const indexes = await session.rows(selectIndexColumns(table));
  const triggers = await session.rows(selectTriggers(table));
  const keys = known === null ? await session.rows(selectForeignKeys(table)) : null;
  const [counted] = await session.rows(countParts(table, keys !== null));
  const now = await readIfThere(session, showCreateTable(table));
  // A view has no such column in its answer.
  if (now === null || withoutCounter(String(now[0]?.['Create Table'] ?? '')) !== withoutCounter(created))
    throw new HalfSeen(`${table.name} was altered while it was looked at.`);
  const parts = { columns, indexes, triggers, ...(keys === null ? {} : { foreign_keys: keys }) };
  for (const [part, found] of Object.entries(parts)) {
    const count = Number(counted?.[part]);
    const name = part.replace('_', ' ');
    if (count !== found.length)
      throw new HalfSeen(
        `The server lists ${found.length} parts of ${table.name} as its ${name}, and counts ${count}.`,
      );
  }
  return { columns, indexes, triggers, foreignKeys: keys?.map(readForeignKey) ?? known?.of(table) ?? [] };
}

class HalfSeen extends GhostshipError {
  constructor(message: string) {
    super('server-error', message, {
      hint: 'Somebody may have altered the table at this moment: run this again. If it stays so, look for a proxy that cuts answers short.',
    });
  }
}

/** The definition alone, for comparing. */
export async function readCreateStatement(session: Session, table: TableName): Promise<string> {
  const [row] = await session.rows(showCreateTable(table));
  return String(row?.['Create Table'] ?? '');
}

/** The AUTO_INCREMENT counter moves with every insert; it is no part of the definition. */
export function withoutCounter(createStatement: string): string {
  return createStatement.replace(/ AUTO_INCREMENT=\d+/u, '');
}

/** Column names are compared as the servers do: without case. */
export function findColumn(definition: TableDefinition, name: string): Column | undefined {
  return definition.columns.find((column) => sameName(column.name, name));
}

export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function readColumn(row: Row): Column {
  const extra = String(row.extra).toLowerCase();
  return {
    name: String(row.name),
    ordinal: Number(row.position) - 1,
    dataType: String(row.data_type).toLowerCase(),
    columnType: String(row.column_type),
    nullable: row.nullable === 'YES',
    charset: row.charset === null ? null : String(row.charset),
    collation: row.collation === null ? null : String(row.collation),
    octets: row.octets === null ? null : Number(row.octets),
    fraction: Number(row.fraction ?? 0),
    digits: Number(row.digits ?? 0),
    scale: Number(row.scale ?? 0),
    generated: readGenerated(extra),
    autoIncrement: extra.includes('auto_increment'),
    hasDefault: row.default_value !== null && row.default_value !== 'NULL',
  };
}

/** MySQL says DEFAULT_GENERATED for a default by expression, which is no generated column. */
function readGenerated(extra: string): Column['generated'] {
  if (extra.includes('virtual generated')) return 'virtual';
  return extra.includes('stored generated') || extra.includes('persistent') ? 'stored' : null;
}

function groupIndexes(rows: readonly Row[], createStatement: string): Index[] {
  const lines = createStatement.matchAll(/^\s*(?:UNIQUE )?KEY (`(?:[^`]|``)+`) .* IGNORED,?$/gmu);
  const ignored = new Set([...lines].map((line) => unquoteIdent(line[1] ?? '')));
  const indexes = new Map<string, Index & { columns: IndexColumn[] }>();
  for (const row of rows) {
    const name = String(row.name);
    const index = indexes.get(name) ?? {
      name,
      unique: Number(row.non_unique) === 0,
      type: String(row.type),
      ignored: ignored.has(name),
      columns: [],
    };
    index.columns.push({
      column: row.column_name === null ? null : String(row.column_name),
      isPrefix: row.prefix !== null,
    });
    indexes.set(name, index);
  }
  return [...indexes.values()];
}

export function readForeignKey(row: Row): ForeignKey {
  return {
    name: String(row.name),
    child: { schema: String(row.child_schema), name: String(row.child) },
    parent: { schema: String(row.parent_schema), name: String(row.parent) },
  };
}
