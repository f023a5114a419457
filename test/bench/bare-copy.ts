import type { TestDatabase } from '../support/servers/index.ts';
import { tableName } from './table.ts';
import type { Way } from './way.ts';

const sessions = 2;
const chunkRows = 10_000;
const copyName = `${tableName}_bare`;
const oldName = `${tableName}_old`;

/**
 * What is left when all that makes a copy safe is left out: two sessions copy ranges of the key, secondary indexes come
 * after them, the names are swapped. No binlog is read, no change carried over and no row verified. Nobody who copies rows
 * by INSERT … SELECT in two sessions is faster.
 */
export const bareCopy: Way = {
  name: 'bare copy',
  fits: ({ key, writesPerSecond }) => key === 'integer' && writesPerSecond === null,
  async rebuild({ database }) {
    await database.query(`CREATE TABLE ${copyName} LIKE ${tableName}`);
    const indexes = await secondaryIndexes(database);
    await alter(
      database,
      indexes.map(({ name }) => `DROP INDEX ${name}`),
    );
    await copyRows(database);
    await alter(
      database,
      indexes.map(({ name, column }) => `ADD INDEX ${name} (${column})`),
    );
    await database.query(`RENAME TABLE ${tableName} TO ${oldName}, ${copyName} TO ${tableName}`);
    await database.query(`DROP TABLE ${oldName}`);
    return { program: null, ghostship: null };
  },
};

interface SecondaryIndex {
  readonly name: string;
  readonly column: string;
}

async function secondaryIndexes(database: TestDatabase): Promise<SecondaryIndex[]> {
  const rows = await database.query(`SELECT INDEX_NAME AS name, COLUMN_NAME AS col FROM information_schema.STATISTICS
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = '${copyName}' AND INDEX_NAME <> 'PRIMARY'`);
  return rows.map(({ name, col }) => ({ name: String(name), column: String(col) }));
}

async function alter(database: TestDatabase, changes: readonly string[]): Promise<void> {
  if (changes.length > 0) await database.query(`ALTER TABLE ${copyName} ${changes.join(', ')}`);
}

async function copyRows(database: TestDatabase): Promise<void> {
  const [row] = await database.query(`SELECT MAX(id) AS last FROM ${tableName}`);
  const last = Number(row?.last);
  let copied = 0;
  await Promise.all(
    Array.from({ length: sessions }, async () => {
      const session = await database.connect();
      await session.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
      while (copied < last) {
        const after = copied;
        copied += chunkRows;
        await session.query(`INSERT INTO ${copyName} SELECT * FROM ${tableName} FORCE INDEX (PRIMARY)
          WHERE id > ${after} AND id <= ${after + chunkRows}`);
      }
      await session.end();
    }),
  );
}
