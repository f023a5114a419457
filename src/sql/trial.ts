import type { TableName } from './inspect.ts';
import { ident, join, raw, type Sql, sql, tableName } from './sql.ts';

/** A statement on a table of ours that needs this privilege. */
export interface Trial {
  readonly privilege: string;
  readonly statements: readonly Sql[];
}

/** The body of a trigger of any event. */
export const doNothing = 'SET @ghostship_trial = NULL';

/** In an order in which each finds what it needs. The table is there, and empty, before the first and after the last. */
export function privilegeTrials(table: TableName, away: TableName): readonly Trial[] {
  const name = tableName(table);
  const trigger = tableName({ schema: table.schema, name: `${away.name.slice(0, 60)}_tr` });
  return [
    { privilege: 'INSERT', statements: [sql`INSERT INTO ${name} (id, n) VALUES (1, 1)`] },
    { privilege: 'SELECT', statements: [sql`SELECT n FROM ${name} WHERE id = 1`] },
    { privilege: 'UPDATE', statements: [sql`UPDATE ${name} SET n = 2 WHERE id = 1`] },
    { privilege: 'DELETE', statements: [sql`DELETE FROM ${name} WHERE id = 1`] },
    { privilege: 'ALTER', statements: [sql`ALTER TABLE ${name} ADD COLUMN m INT`] },
    { privilege: 'INDEX', statements: [sql`CREATE INDEX i ON ${name} (n)`] },
    { privilege: 'LOCK TABLES', statements: [sql`LOCK TABLES ${name} WRITE`, raw('UNLOCK TABLES')] },
    {
      privilege: 'TRIGGER',
      statements: [
        sql`CREATE TRIGGER ${trigger} BEFORE INSERT ON ${name} FOR EACH ROW SET NEW.n = 1`,
        sql`DROP TRIGGER ${trigger}`,
      ],
    },
    {
      privilege: 'ALTER and DROP',
      statements: [sql`RENAME TABLE ${name} TO ${tableName(away)}`, sql`RENAME TABLE ${tableName(away)} TO ${name}`],
    },
  ];
}

/**
 * Never does anything: the table exists, and has no such column. But MySQL asks first whether the user may refer to the parent,
 * and locks nothing for that (seen on 9.7, with the parent locked by another session).
 */
export function referTo(existing: TableName, parent: TableName, columns: readonly string[]): Sql {
  const none = join(columns.map((_, index) => ident(`none ${index}`)));
  return sql`CREATE TABLE ${tableName(existing)} (id INT NOT NULL PRIMARY KEY,
    FOREIGN KEY (${none}) REFERENCES ${tableName(parent)} (${join(columns.map(ident))}))`;
}

export function createTrialTable(table: TableName, comment: string): Sql {
  return sql`CREATE TABLE ${tableName(table)} (id INT NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB COMMENT=${comment}`;
}
