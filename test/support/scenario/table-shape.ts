import type { TestDatabase } from '../servers/index.ts';

/** What writers must know of a table. Names are quoted. */
export interface TableShape {
  /** All but generated columns. */
  readonly writable: readonly string[];
  /** Writable, in no unique key, and not `n`. */
  readonly plain: readonly string[];
  /** Columns of every unique key that can be written to. */
  readonly uniqueKeys: readonly (readonly string[])[];
  /** Unique though no index says so, each by itself; `n` is one of them then. */
  readonly keptUnique: readonly string[];
  readonly autoIncrement: string | null;
  /** A column that the server sets to the current time of itself. */
  readonly hasClock: boolean;
}

export async function describeTable(
  database: TestDatabase,
  { table, keptUnique }: { readonly table: string; readonly keptUnique: readonly string[] },
): Promise<TableShape> {
  const columns = await database.query(
    `SELECT COLUMN_NAME AS name, LOWER(EXTRA) AS extra, LOWER(COALESCE(COLUMN_DEFAULT, '')) AS expression,
       GENERATION_EXPRESSION AS formula
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '${database.name}' AND TABLE_NAME = ${literal(table)}
     ORDER BY ORDINAL_POSITION`,
  );
  const writable = columns.filter(({ formula }) => formula === null || formula === '').map(({ name }) => quote(name));
  const uniqueKeys = (await readUniqueKeys(database, table)).filter((key) =>
    key.every((column) => writable.includes(column)),
  );
  const kept = keptUnique.map(quote);
  const auto = columns.find(({ extra }) => String(extra).includes('auto_increment'));
  return {
    writable,
    plain: writable.filter(
      (column) => column !== '`n`' && !kept.includes(column) && !uniqueKeys.some((key) => key.includes(column)),
    ),
    uniqueKeys,
    keptUnique: kept.length === 0 ? [] : ['`n`', ...kept],
    autoIncrement: auto === undefined || kept.length > 0 ? null : quote(auto.name),
    hasClock: columns.some(({ extra, expression }) =>
      /current_timestamp/u.test(`${String(extra)} ${String(expression)}`),
    ),
  };
}

async function readUniqueKeys(database: TestDatabase, table: string): Promise<string[][]> {
  const parts = await database.query(
    `SELECT INDEX_NAME AS name, COLUMN_NAME AS part FROM information_schema.STATISTICS
     WHERE TABLE_SCHEMA = '${database.name}' AND TABLE_NAME = ${literal(table)} AND NON_UNIQUE = 0
     ORDER BY INDEX_NAME, SEQ_IN_INDEX`,
  );
  const keys = new Map<string, string[]>();
  for (const { name, part } of parts) {
    keys.set(String(name), [...(keys.get(String(name)) ?? []), part === null ? '' : quote(part)]);
  }
  return [...keys.values()];
}

/** For SQL. */
export function quote(name: unknown): string {
  return `\`${String(name).replaceAll('`', '``')}\``;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
