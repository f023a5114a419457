import { n as __name } from "../../rolldown-runtime.js";
import { n as ident, o as sql, s as tableName } from "../../sql/sql.js";
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
function createChangelog(table) {
	return sql`CREATE TABLE ${tableName(table)} (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mark BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(32) NOT NULL,
    ${body} MEDIUMTEXT,
    written_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=${rows.firstCommand} COMMENT='Ghostship changelog'`;
}
function fillChangelog(table, status) {
	return sql`INSERT INTO ${tableName(table)} (id, mark, kind, ${body}) VALUES
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
function selectStatusRow(table) {
	return sql`SELECT body, written_at, TIMESTAMPDIFF(MICROSECOND, written_at, NOW(6)) DIV 1000 AS age_ms
    FROM ${tableName(table)} WHERE id = ${rows.status}`;
}
function giveCommand(table, command, argument) {
	return sql`INSERT INTO ${tableName(table)} (mark, kind, body) VALUES (0, ${command}, ${argument})`;
}
function selectCommands(table, after) {
	return sql`SELECT id, kind, body FROM ${tableName(table)} WHERE id > ${after} AND id >= ${rows.firstCommand} ORDER BY id`;
}
/** Changelogs in a schema, by name: how `status` finds what is running. */
function selectChangelogs(schema) {
	return sql`SELECT TABLE_NAME AS name FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = ${schema} AND TABLE_COMMENT = 'Ghostship changelog' ORDER BY TABLE_NAME`;
}

// src/engine/tables/table-names.ts
/** Where a dry run happens. A migration has a place of its own for it, because a plan may be made at the same time. */
function planClone(original, apart, purpose = "plan") {
	const suffix = purpose === "plan" ? "_ghp" : "_ghr";
	if (apart) return {
		schema: withSuffix(`${original.schema}_${original.name}`, suffix),
		name: original.name
	};
	return {
		schema: original.schema,
		name: withSuffix(original.name, suffix)
	};
}
/** What the server says of a clone, said of its original. */
function inTheirNames(text, clone, original) {
	const there = clone.schema === original.schema ? text : text.replaceAll(clone.schema, original.schema);
	return clone.name === original.name ? there : there.replaceAll(clone.name, original.name);
}
/** The dry run renames its clone to this name and back, to measure a RENAME. */
function planCloneAway(clone) {
	return {
		schema: clone.schema,
		name: withSuffix(clone.name, "_aw")
	};
}
/** The longest name on MySQL and MariaDB. */
const maxLength = 64;
/** @param apart true puts ghost and retired table into schemas of their own, see `own-schema.ts` */
function nameTables(original, apart) {
	const sibling = (suffix) => ({
		schema: apart ? withSuffix(`${original.schema}_${original.name}`, suffix) : original.schema,
		name: withSuffix(original.name, suffix)
	});
	const ghost = apart ? {
		...sibling("_gho"),
		name: original.name
	} : sibling("_gho");
	const retired = sibling("_del");
	const lockKey = (table) => Buffer.from(`${table.schema}\0${table.name}`.toLowerCase());
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
/** The name of the lock that prevents a second migration. It has at most 64 characters, whatever the name of the table. */
function lockName(original) {
	return `ghostship:${digest(`${original.schema}.${original.name}`.toLowerCase(), 40)}`;
}
/** A name that is too long is cut. A digest of the whole name keeps it different from similar names. */
function withSuffix(name, suffix) {
	if (name.length + suffix.length <= maxLength) return name + suffix;
	return `${name.slice(0, maxLength - suffix.length - 9)}~${digest(name, 8)}${suffix}`;
}
function digest(text, length) {
	return createHash("sha256").update(text).digest("hex").slice(0, length);
}

export { planCloneAway as a, createChangelog as c, readMark as d, selectChangelogs as f, writeStatus as g, writeHeartbeat as h, planClone as i, fillChangelog as l, selectStatusRow as m, lockName as n, withSuffix as o, selectCommands as p, nameTables as r, changelogKey as s, inTheirNames as t, giveCommand as u };