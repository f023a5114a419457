import { B as tableName, z as sql } from "./ghost.js";
import { createHash } from "node:crypto";
// src/sql/changelog.ts
/**
* Row 1 takes heartbeats, row 2 what `status` shows, rows from 10 on are commands in the order they were given.
* Everything a second process needs to know about a running migration stands here and nowhere else.
*/
const rows = {
	heartbeat: 1,
	status: 2,
	firstCommand: 10
}, changelogKey = [{
	name: "id",
	ordinal: 0,
	kind: "integer",
	unsigned: !0,
	consecutive: !0,
	charset: null,
	collation: null,
	paddedBytes: 0,
	fraction: 0
}, {
	name: "mark",
	ordinal: 1,
	kind: "integer",
	unsigned: !0,
	consecutive: !0,
	charset: null,
	collation: null,
	paddedBytes: 0,
	fraction: 0
}];
function createChangelog(table) {
	return sql`CREATE TABLE ${tableName(table)} (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mark BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(32) NOT NULL,
    body MEDIUMTEXT,
    written_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=${rows.firstCommand} COMMENT='Ghostship changelog'`;
}
function fillChangelog(table, status) {
	return sql`INSERT INTO ${tableName(table)} (id, mark, kind, body) VALUES
    (${rows.heartbeat}, 0, 'heartbeat', NULL), (${rows.status}, 0, 'status', ${status})`;
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
function readStatus(table) {
	return sql`SELECT body, written_at, TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age_ms
    FROM ${tableName(table)} WHERE id = ${rows.status}`;
}
function giveCommand(table, command, argument) {
	return sql`INSERT INTO ${tableName(table)} (mark, kind, body) VALUES (0, ${command}, ${argument})`;
}
function readCommands(table, after) {
	return sql`SELECT id, kind, body FROM ${tableName(table)} WHERE id > ${after} AND id >= ${rows.firstCommand} ORDER BY id`;
}
/** Changelogs in a schema, by name: how `status` finds what is running. */
function selectChangelogs(schema) {
	return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_COMMENT = 'Ghostship changelog' ORDER BY TABLE_NAME`;
}
// src/engine/table-names.ts
/** Where a dry run happens. */
function planClone(original, apart) {
	return apart ? {
		schema: withSuffix(`${original.schema}_${original.name}`, "_ghp"),
		name: original.name
	} : {
		schema: original.schema,
		name: withSuffix(original.name, "_ghp")
	};
}
/** Where the dry run moves its clone, and back, to see what a RENAME takes. */
function planCloneAway(clone) {
	return {
		schema: clone.schema,
		name: withSuffix(clone.name, "_aw")
	};
}
/** @param apart ghost and retired table in schemas of their own, see `own-schema.ts` */
function nameTables(original, apart) {
	let sibling = (suffix) => ({
		schema: apart ? withSuffix(`${original.schema}_${original.name}`, suffix) : original.schema,
		name: withSuffix(original.name, suffix)
	}), ghost = apart ? {
		...sibling("_gho"),
		name: original.name
	} : sibling("_gho"), retired = sibling("_del"), lockKey = (table) => Buffer.from(`${table.schema}\0${table.name}`.toLowerCase());
	return {
		original,
		ghost,
		retired,
		changelog: {
			schema: original.schema,
			name: withSuffix(original.name, "_ghc")
		},
		ownSchemas: apart ? [ghost.schema, retired.schema] : [],
		originalSortsFirst: [ghost, retired].every((other) => Buffer.compare(lockKey(original), lockKey(other)) < 0)
	};
}
/** The name of the lock that keeps a second migration away; at most 64 characters, whatever the table is called. */
function lockName(original) {
	return `ghostship:${digest(`${original.schema}.${original.name}`.toLowerCase(), 40)}`;
}
/** A name too long is cut, and told from its neighbours by a digest of the whole. */
function withSuffix(name, suffix) {
	return name.length + suffix.length <= 64 ? name + suffix : `${name.slice(0, 64 - suffix.length - 9)}~${digest(name, 8)}${suffix}`;
}
function digest(text, length) {
	return createHash("sha256").update(text).digest("hex").slice(0, length);
}
export { withSuffix as a, fillChangelog as c, readMark as d, readStatus as f, writeStatus as h, planCloneAway as i, giveCommand as l, writeHeartbeat as m, nameTables as n, changelogKey as o, selectChangelogs as p, planClone as r, createChangelog as s, lockName as t, readCommands as u };
