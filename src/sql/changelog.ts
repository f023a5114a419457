import type { TableName } from './inspect.ts';
import type { KeyColumn } from './key-column.ts';
import { ident, join, type Sql, sql, tableName } from './sql.ts';

/**
 * Row 1 takes heartbeats, row 2 what `status` shows, row 3 what finishes a swap whose run died, row 4 foreign keys that are not
 * checked yet, row 5 the checkpoint, row 6 what a revert gives back if it is ended, rows from 10 on are commands in the order they were given: the body is the argument, and
 * once `mark` is 1 the answer as JSON, with the argument in it.
 * Everything a second process needs to know about a running migration stands here and nowhere else.
 */
export const rows = {
  heartbeat: 1,
  status: 2,
  swap: 3,
  uncheckedKeys: 4,
  checkpoint: 5,
  revert: 6,
  firstCommand: 10,
} as const;

/** What the change stream reads of a changelog row. */
export const changelogKey: readonly KeyColumn[] = [
  {
    name: 'id',
    ordinal: 0,
    kind: 'integer',
    unsigned: true,
    consecutive: true,
    charset: null,
    collation: null,
    paddedBytes: 0,
    fraction: 0,
  },
  {
    name: 'mark',
    ordinal: 1,
    kind: 'integer',
    unsigned: true,
    consecutive: true,
    charset: null,
    collation: null,
    paddedBytes: 0,
    fraction: 0,
  },
];

export const changelogWidth = 5;

/** A word of the language in MariaDB's mode ORACLE, in which a changelog may be made. */
const body = ident('body');

/** By the comment a later run knows that the tables beside it are ours, and what they are for. */
export const migrationComment = 'Ghostship changelog';
/** The ghost beside it is the table as it was, which nobody may drop, whatever somebody does to the rows of the changelog. */
export const revertComment = 'Ghostship changelog of a revert';
export type ChangelogComment = typeof migrationComment | typeof revertComment | 'Ghostship rehearsal';

/** Whether a table with this comment is a changelog of that kind. That of a revert is one of a migration as well. */
export function isChangelog(found: string | undefined, kind: ChangelogComment = migrationComment): boolean {
  return found !== undefined && commentsOfKind(kind).includes(found);
}

function commentsOfKind(kind: ChangelogComment): readonly string[] {
  return kind === migrationComment ? [migrationComment, revertComment] : [kind];
}

export function createChangelog(table: TableName, comment: ChangelogComment): Sql {
  return sql`CREATE TABLE ${tableName(table)} (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mark BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(32) NOT NULL,
    ${body} MEDIUMTEXT,
    written_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=${rows.firstCommand} COMMENT=${comment}`;
}

export function fillChangelog(table: TableName, status: string): Sql {
  return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES
    (${rows.heartbeat}, 0, 'heartbeat', NULL), (${rows.status}, 0, 'status', ${status})`;
}

/*
 * Every UPDATE of a row changes its mark: the binary log may hold no more than what has changed, and the change stream reads the mark.
 */

const runPrefix = 'run ';

/** The row of the checkpoint, without one yet. Its kind has the number of the run. */
export function openCheckpoint(table: TableName, run: number): Sql {
  return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.checkpoint}, 0, ${`${runPrefix}${run}`}, NULL)`;
}

/** @param kept JSON: the name of the retired table, which is about to become the ghost */
export function noteRevert(table: TableName, kept: string): Sql {
  return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.revert}, 0, 'revert', ${kept})`;
}

export function selectRevert(table: TableName): Sql {
  return sql`SELECT ${body} AS kept FROM ${tableName(table)} WHERE id = ${rows.revert}`;
}

/** A run that goes on with the work of another has the next number. */
export function takeCheckpoint(table: TableName): Sql {
  return sql`UPDATE ${tableName(table)} SET mark = mark + 1, kind = CONCAT(${runPrefix}, CAST(SUBSTRING(kind, ${runPrefix.length + 1}) AS UNSIGNED) + 1)
    WHERE id = ${rows.checkpoint}`;
}

export function forgetCheckpoint(table: TableName): Sql {
  return sql`UPDATE ${tableName(table)} SET mark = mark + 1, ${body} = NULL WHERE id = ${rows.checkpoint}`;
}

/** Changes no row where another run has taken the work over meanwhile. */
export function writeCheckpoint(table: TableName, run: number, checkpoint: string): Sql {
  return sql`UPDATE ${tableName(table)} SET mark = mark + 1, ${body} = ${checkpoint}
    WHERE id = ${rows.checkpoint} AND kind = ${`${runPrefix}${run}`}`;
}

export function selectCheckpoint(table: TableName): Sql {
  return sql`SELECT CAST(SUBSTRING(kind, ${runPrefix.length + 1}) AS UNSIGNED) AS run, ${body} AS checkpoint,
    TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age_ms
    FROM ${tableName(table)} WHERE id = ${rows.checkpoint}`;
}

export function writeHeartbeat(table: TableName, mark: number): Sql {
  return sql`UPDATE ${tableName(table)} SET mark = ${mark} WHERE id = ${rows.heartbeat}`;
}

export function readMark(table: TableName): Sql {
  return sql`SELECT mark FROM ${tableName(table)} WHERE id = ${rows.heartbeat}`;
}

export function writeStatus(table: TableName, status: string): Sql {
  return sql`UPDATE ${tableName(table)} SET body = ${status}, mark = mark + 1 WHERE id = ${rows.status}`;
}

/** @param record JSON */
export function writeSwap(table: TableName, record: string): Sql {
  return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.swap}, 0, 'swap', ${record})
    ON DUPLICATE KEY UPDATE mark = mark + 1, ${body} = ${record}`;
}

export function clearSwap(table: TableName): Sql {
  return sql`DELETE FROM ${tableName(table)} WHERE id = ${rows.swap}`;
}

export function selectSwap(table: TableName): Sql {
  return sql`SELECT ${body} AS record FROM ${tableName(table)} WHERE id = ${rows.swap}`;
}

export function selectStatusRow(table: TableName): Sql {
  return sql`SELECT body, written_at, TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age_ms
    FROM ${tableName(table)} WHERE id = ${rows.status}`;
}

/** @param keys `null` where all are checked */
export function writeUncheckedKeys(table: TableName, keys: string | null): Sql {
  return sql`REPLACE INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.uncheckedKeys}, 0, 'unchecked-keys', ${keys})`;
}

export function selectUncheckedKeys(table: TableName): Sql {
  return sql`SELECT ${body} AS unchecked FROM ${tableName(table)} WHERE id = ${rows.uncheckedKeys}`;
}

/** @param argument `null` for a command that takes none */
export function giveCommand(table: TableName, command: string, argument: string | null): Sql {
  return sql`INSERT INTO ${tableName(table)} (mark, kind, ${body}) VALUES (0, ${command}, ${argument})`;
}

/** The number of the command that this session has given. */
export const selectNewCommand = sql`SELECT LAST_INSERT_ID() AS id`;

export function selectCommands(table: TableName, after: number): Sql {
  return sql`SELECT id, kind, ${body} AS argument FROM ${tableName(table)}
    WHERE id > ${after} AND id >= ${rows.firstCommand} AND mark = 0 ORDER BY id`;
}

/** An order to end a run that is gone is none for the one that goes on. */
export function dismissAborts(table: TableName): Sql {
  return sql`DELETE FROM ${tableName(table)} WHERE id >= ${rows.firstCommand} AND kind = 'abort' AND mark = 0`;
}

/** An order to swap that is not obeyed yet. */
export function dismissCutovers(table: TableName): Sql {
  return sql`DELETE FROM ${tableName(table)} WHERE id >= ${rows.firstCommand} AND kind = 'cutover' AND mark = 0`;
}

/** Writes the status for a run that is gone: it gives no sign of life. */
export function rewriteStatus(table: TableName, status: string): Sql {
  return sql`UPDATE ${tableName(table)} SET ${body} = ${status}, written_at = written_at WHERE id = ${rows.status}`;
}

/** @param answer JSON, with the argument of the command */
export function answerCommand(table: TableName, command: number, answer: string): Sql {
  return sql`UPDATE ${tableName(table)} SET ${body} = ${answer}, mark = 1 WHERE id = ${command}`;
}

/** One row with the answer once there is one. */
export function selectAnswer(table: TableName, command: number): Sql {
  return sql`SELECT ${body} AS answer FROM ${tableName(table)} WHERE id = ${command} AND mark = 1`;
}

/** Changelogs in a schema, by name: how `status` finds what is running. */
export function selectChangelogs(schema: string, comment: ChangelogComment = migrationComment): Sql {
  return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_COMMENT IN (${join(commentsOfKind(comment).map((one) => sql`${one}`))})
    ORDER BY TABLE_NAME`;
}
