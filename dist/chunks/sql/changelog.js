import { r as __name } from "../rolldown-runtime.js";
import { n as ident, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/changelog.ts
/**
* Row 1 takes heartbeats, row 2 what `status` shows, row 3 what finishes a swap whose run died, row 4 foreign keys that are not
* checked yet, row 5 the checkpoint, row 6 what a revert gives back if it is ended, rows from 10 on are commands in the order they were given: the body is the argument, and
* once `mark` is 1 the answer as JSON, with the argument in it.
* Everything a second process needs to know about a running migration stands here and nowhere else.
*/
const rows = {
	heartbeat: 1,
	status: 2,
	swap: 3,
	uncheckedKeys: 4,
	checkpoint: 5,
	revert: 6,
	firstCommand: 10
};
/** What the change stream reads of a changelog row. */
const changelogKey = [{
	name: "id",
	ordinal: 0,
	kind: "integer",
	unsigned: true,
	consecutive: true,
	charset: null,
	collation: null,
	paddedBytes: 0,
	fraction: 0
}, {
	name: "mark",
	ordinal: 1,
	kind: "integer",
	unsigned: true,
	consecutive: true,
	charset: null,
	collation: null,
	paddedBytes: 0,
	fraction: 0
}];
/** A word of the language in MariaDB's mode ORACLE, in which a changelog may be made. */
const body = ident("body");
/** By the comment a later run knows that the tables beside it are ours, and what they are for. */
const migrationComment = "Ghostship changelog";
/** The ghost beside it is the table as it was, which nobody may drop, whatever somebody does to the rows of the changelog. */
const revertComment = "Ghostship changelog of a revert";
/** Whether a table with this comment is a changelog of that kind. That of a revert is one of a migration as well. */
function isChangelog(found, kind = migrationComment) {
	return found !== void 0 && commentsOfKind(kind).includes(found);
}
function commentsOfKind(kind) {
	return kind === "Ghostship changelog" ? [migrationComment, revertComment] : [kind];
}
function createChangelog(table, comment) {
	return sql`CREATE TABLE ${tableName(table)} (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mark BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(32) NOT NULL,
    ${body} MEDIUMTEXT,
    written_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=${rows.firstCommand} COMMENT=${comment}`;
}
function fillChangelog(table, status) {
	return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES
    (${rows.heartbeat}, 0, 'heartbeat', NULL), (${rows.status}, 0, 'status', ${status})`;
}
const runPrefix = "run ";
/** The row of the checkpoint, without one yet. Its kind has the number of the run. */
function openCheckpoint(table, run) {
	return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.checkpoint}, 0, ${`${runPrefix}${run}`}, NULL)`;
}
/** @param kept JSON: the name of the retired table, which is about to become the ghost */
function noteRevert(table, kept) {
	return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.revert}, 0, 'revert', ${kept})`;
}
function selectRevert(table) {
	return sql`SELECT ${body} AS kept FROM ${tableName(table)} WHERE id = ${rows.revert}`;
}
/** A run that goes on with the work of another has the next number. */
function takeCheckpoint(table) {
	return sql`UPDATE ${tableName(table)} SET mark = mark + 1, kind = CONCAT(${runPrefix}, CAST(SUBSTRING(kind, ${5}) AS UNSIGNED) + 1)
    WHERE id = ${rows.checkpoint}`;
}
function forgetCheckpoint(table) {
	return sql`UPDATE ${tableName(table)} SET mark = mark + 1, ${body} = NULL WHERE id = ${rows.checkpoint}`;
}
/** Changes no row where another run has taken the work over meanwhile. */
function writeCheckpoint(table, run, checkpoint) {
	return sql`UPDATE ${tableName(table)} SET mark = mark + 1, ${body} = ${checkpoint}
    WHERE id = ${rows.checkpoint} AND kind = ${`${runPrefix}${run}`}`;
}
function selectCheckpoint(table) {
	return sql`SELECT CAST(SUBSTRING(kind, ${5}) AS UNSIGNED) AS run, ${body} AS checkpoint,
    TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age_ms
    FROM ${tableName(table)} WHERE id = ${rows.checkpoint}`;
}
function writeHeartbeat(table, mark) {
	return sql`UPDATE ${tableName(table)} SET mark = ${mark} WHERE id = ${rows.heartbeat}`;
}
function readMark(table) {
	return sql`SELECT mark FROM ${tableName(table)} WHERE id = ${rows.heartbeat}`;
}
function writeStatus(table, status) {
	return sql`UPDATE ${tableName(table)} SET body = ${status}, mark = mark + 1 WHERE id = ${rows.status}`;
}
/** @param record JSON */
function writeSwap(table, record) {
	return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.swap}, 0, 'swap', ${record})
    ON DUPLICATE KEY UPDATE mark = mark + 1, ${body} = ${record}`;
}
function clearSwap(table) {
	return sql`DELETE FROM ${tableName(table)} WHERE id = ${rows.swap}`;
}
function selectSwap(table) {
	return sql`SELECT ${body} AS record FROM ${tableName(table)} WHERE id = ${rows.swap}`;
}
function selectStatusRow(table) {
	return sql`SELECT body, written_at, TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age_ms
    FROM ${tableName(table)} WHERE id = ${rows.status}`;
}
/** @param keys `null` where all are checked */
function writeUncheckedKeys(table, keys) {
	return sql`REPLACE INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES (${rows.uncheckedKeys}, 0, 'unchecked-keys', ${keys})`;
}
function selectUncheckedKeys(table) {
	return sql`SELECT ${body} AS unchecked FROM ${tableName(table)} WHERE id = ${rows.uncheckedKeys}`;
}
/** @param argument `null` for a command that takes none */
function giveCommand(table, command, argument) {
	return sql`INSERT INTO ${tableName(table)} (mark, kind, ${body}) VALUES (0, ${command}, ${argument})`;
}
/** The number of the command that this session has given. */
const selectNewCommand = sql`SELECT LAST_INSERT_ID() AS id`;
function selectCommands(table, after) {
	return sql`SELECT id, kind, ${body} AS argument FROM ${tableName(table)}
    WHERE id > ${after} AND id >= ${rows.firstCommand} AND mark = 0 ORDER BY id`;
}
/** An order to end a run that is gone is none for the one that goes on. */
function dismissAborts(table) {
	return sql`DELETE FROM ${tableName(table)} WHERE id >= ${rows.firstCommand} AND kind = 'abort' AND mark = 0`;
}
/** An order to swap that is not obeyed yet. */
function dismissCutovers(table) {
	return sql`DELETE FROM ${tableName(table)} WHERE id >= ${rows.firstCommand} AND kind = 'cutover' AND mark = 0`;
}
/** Writes the status for a run that is gone: it gives no sign of life. */
function rewriteStatus(table, status) {
	return sql`UPDATE ${tableName(table)} SET ${body} = ${status}, written_at = written_at WHERE id = ${rows.status}`;
}
/** @param answer JSON, with the argument of the command */
function answerCommand(table, command, answer) {
	return sql`UPDATE ${tableName(table)} SET ${body} = ${answer}, mark = 1 WHERE id = ${command}`;
}
/** One row with the answer once there is one. */
function selectAnswer(table, command) {
	return sql`SELECT ${body} AS answer FROM ${tableName(table)} WHERE id = ${command} AND mark = 1`;
}
/** Changelogs in a schema, by name: how `status` finds what is running. */
function selectChangelogs(schema, comment = migrationComment) {
	return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_COMMENT IN (${join(commentsOfKind(comment).map((one) => sql`${one}`))})
    ORDER BY TABLE_NAME`;
}

export { writeSwap as A, selectStatusRow as C, writeCheckpoint as D, takeCheckpoint as E, writeHeartbeat as O, selectRevert as S, selectUncheckedKeys as T, selectAnswer as _, dismissAborts as a, selectCommands as b, forgetCheckpoint as c, migrationComment as d, noteRevert as f, rewriteStatus as g, revertComment as h, createChangelog as i, writeUncheckedKeys as j, writeStatus as k, giveCommand as l, readMark as m, changelogKey as n, dismissCutovers as o, openCheckpoint as p, clearSwap as r, fillChangelog as s, answerCommand as t, isChangelog as u, selectChangelogs as v, selectSwap as w, selectNewCommand as x, selectCheckpoint as y };