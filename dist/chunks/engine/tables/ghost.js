import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, o as sameName, r as inspectTable } from "../../mysql/inspect-table.js";
import { n as ServerError, p as isServerError, u as isLockConflict } from "../../mysql/server-errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName, t as hexLiteral } from "../../sql/sql.js";
import { r as readChecks } from "../../sql/checks.js";
import { C as o, b as viewComment, c as selectComments, g as setLockWait, m as sentryComment } from "../../sql/cutover.js";
import { C as selectAnyRow, O as setAutoIncrement, S as selectAnyObject, d as dropTable, f as dropTables, m as dropViews, o as createSchema, s as createTableLike, u as dropSchema, v as moveOwn, x as replaceChecks } from "../../sql/ghost.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as readIfThere, t as readChangelog } from "../../mysql/read-if-there.js";
import { t as ourMark } from "../../sql/marker.js";
import { o as nameSetAside } from "./table-names.js";
import { a as readForeignKeys, i as dropKeys } from "../../sql/foreign-keys.js";
import { i as sleepUncancelled } from "../../support/clock.js";
import { n as hintFor } from "./zero-dates.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

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
/** Changes no row where another run has gone on with the work meanwhile. */
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

// src/engine/tables/leftovers.ts
/**
* The changelog is created first and dropped last, so a ghost beside a changelog is ours. We make no views. A plan asks the same.
*
* @throws GhostshipError `leftover-tables`
*/
function refuseLeftovers({ ghost, changelog, retired }, comments, comment = migrationComment) {
	const isOurs = isChangelog(comments.get(changelog), comment);
	const foreign = [
		...comments.has(changelog) && !isOurs ? [changelog] : [],
		...comments.has(ghost) && (!isOurs || comments.get(ghost) === "VIEW") ? [ghost] : [],
		...comments.has(retired) && comments.get(retired) !== "Ghostship sentry" ? [retired] : []
	];
	if (foreign.some((table) => table !== retired)) throw leftovers(foreign, comments);
}
/**
* What only a swap needs of the names: that the one of the retired table is free, and that the original's comes first.
*
* @throws GhostshipError `leftover-tables`, `unsupported-table`
*/
function refuseNames(names, comments) {
	const { retired } = names;
	if (!names.originalSortsFirst) throw tooLong(names);
	if (comments.get(retired) === "made by an earlier statement of the run") throw takenByRun(retired, "Or write what it changes into the earlier statement.");
	if (comments.has(retired) && comments.get(retired) !== "Ghostship sentry") throw takenName(names, comments);
}
const dropsRetired = "`ghostship cleanup --retired drop` drops it";
/** Somebody has a table with the name that the table as it was gets by the swap. */
function takenName({ retired }, comments) {
	return leftovers([retired], comments, comments.get(retired) === "VIEW" ? void 0 : dropsRetired);
}
function tooLong({ original: { name } }) {
	return new GhostshipError("unsupported-table", `The name ${name} is too long for the swap, with the characters it has.`, { hint: "Give the table a name of at most 60 characters: RENAME TABLE does that at once." });
}
/** Stands for the comment of a table that an earlier statement of the run makes: it is not there yet. */
const madeByRun = "made by an earlier statement of the run";
/** @param besides another way round it, as a sentence */
function takenByRun({ name }, besides) {
	const hint = `The table as it was is kept under this name, after DROP TABLE and with retired: keep. Run the statements before this one first, then \`ghostship cleanup --retired drop\`, which drops ${name}, then this one.`;
	return new GhostshipError("leftover-tables", `An earlier statement of the run makes ${name}, and Ghostship needs the name.`, { hint: besides === null ? hint : `${hint} ${besides}` });
}
/** @param remedy for tables that an earlier migration has left and that nobody needs */
function leftovers(tables, comments, remedy = howToDrop(tables, comments)) {
	const names = tables.map((table) => table.name).join(", ");
	const [exist, what, it] = tables.length === 1 ? [
		"exists",
		"the name",
		"it"
	] : [
		"exist",
		"the names",
		"them"
	];
	return new GhostshipError("leftover-tables", `${names} ${exist} and Ghostship needs ${what}.`, { hint: `If an earlier migration has left ${it} and nobody needs ${it}, ${remedy}. If somebody uses ${it}, rename ${it}.` });
}
function howToDrop(tables, comments) {
	const views = tables.filter((table) => comments.get(table) === viewComment);
	const others = tables.filter((table) => !views.includes(table));
	const statements = [...others.length > 0 ? [dropTables(others)] : [], ...views.length > 0 ? [dropViews(views)] : []].map(({ text }) => `\`\` ${text} \`\``);
	return `${statements.join(" and ")} ${statements.length === 1 ? "drops" : "drop"} ${tables.length === 1 ? "it" : "them"}`;
}

// src/sql/key-column.ts
/** The expression that selects a key column in the form {@link literalFromSelected} reads. */
function selectKeyPart(column, qualifier = null) {
	const name = qualifier === null ? ident(column.name) : sql`${qualifier}.${ident(column.name)}`;
	switch (column.kind) {
		case "integer": return sql`CAST(${name} + 0 AS CHAR)`;
		case "decimal":
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return sql`CAST(${name} AS CHAR)`;
		case "text":
		case "binary":
		case "varbinary":
		case "uuid":
		case "inet4":
		case "inet6": return sql`HEX(${name})`;
	}
}
/** @param text of the original's column, or of the ghost's that holds the same value */
function literalFromSelected(column, text) {
	switch (column.kind) {
		case "integer": return text;
		case "decimal": return withoutZeros(text, column.fraction);
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return temporalLiteral(withoutZeros(text, column.fraction));
		case "text":
		case "binary":
		case "varbinary":
		case "uuid":
		case "inet4":
		case "inet6": return bytesLiteral(column, Buffer.from(text, "hex"));
	}
}
/** The ghost's column may have more digits than the original's, and a key is its text. */
function withoutZeros(text, digits) {
	const point = text.indexOf(".");
	if (point === -1) return text;
	const end = digits === 0 ? point : point + 1 + digits;
	return /^\.?0*$/u.test(text.slice(end)) ? text.slice(0, end) : text;
}
/** @param text as the server prints it: digits, `-`, `:`, `.` and a space */
function temporalLiteral(text) {
	return `'${text}'`;
}
function bytesLiteral(column, bytes) {
	return hexLiteral(padded(column, bytes), column.charset);
}
/** All the bytes of a value, also those the binlog leaves away. */
function padded(column, bytes) {
	if (bytes.length >= column.paddedBytes) return bytes;
	const whole = Buffer.alloc(column.paddedBytes);
	whole.set(bytes);
	return whole;
}
/** A literal of a `text` column as the ghost has it. */
function convertLiteral(literal, { charset, collation }) {
	return sql`CONVERT(${raw(literal)} USING ${raw(charset)}) COLLATE ${raw(collation)}`;
}
/** A literal that compares as a value of the column does, also away from the column. */
function collated(column, literal) {
	if (isNative(column.kind)) return sql`CAST(${raw(literal)} AS ${raw(column.kind)})`;
	return column.collation === null ? raw(literal) : sql`(${raw(literal)} COLLATE ${raw(column.collation)})`;
}
/**
* True where {@link compareLiterals} orders values exactly as the server does. Strings follow a collation: never. A UUID is
* ordered by version and by the parts of it, in ways that differ between releases.
*/
function isOrderedHere(column) {
	return column.kind !== "text" && !isNative(column.kind);
}
function isNative(kind) {
	return kind === "uuid" || kind === "inet4" || kind === "inet6";
}
/**
* Negative, zero or positive, as the server compares the two values.
* Bytes: `BINARY` is of one length and `VARBINARY` does not pad, so hexadecimal text sorts as memcmp does.
* Dates: fixed width, zero-padded text.
*/
function compareLiterals(column, left, right) {
	if (left === right) return 0;
	switch (column.kind) {
		case "integer": return compareIntegers(left, right);
		case "decimal": return compareBigInts(scaled(left), scaled(right));
		case "time": return compareBigInts(ticks(left), ticks(right));
		case "date":
		case "datetime":
		case "timestamp":
		case "binary":
		case "varbinary": return left < right ? -1 : 1;
		case "text":
		case "uuid":
		case "inet4":
		case "inet6": throw new TypeError(`${column.name} is ordered by the server alone`);
	}
}
/** 15 digits are below 2^53 with or without a sign. */
function compareIntegers(left, right) {
	if (left.length <= 15 && right.length <= 15) return Number(left) - Number(right);
	return compareBigInts(BigInt(left), BigInt(right));
}
function compareBigInts(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}
/** Two values of one DECIMAL column have the same number of digits after the point. */
function scaled(literal) {
	return BigInt(literal.replace(".", ""));
}
/** `'-838:59:59.000000'` of one TIME column: same number of digits after the point, hours of any width. */
function ticks(literal) {
	const [hours = "0", minutes = "0", rest = "0"] = literal.replaceAll(/['.]/gu, "").split(":");
	const negative = hours.startsWith("-");
	const scale = 10n ** BigInt(Math.max(rest.length - 2, 0));
	const total = (BigInt(hours.replace("-", "")) * 3600n + BigInt(minutes) * 60n) * scale + BigInt(rest);
	return negative ? -total : total;
}

// src/sql/keys.ts
/** The key on the original; `alias` qualifies its columns. */
function originalKey(key, alias = null) {
	return key.map(({ original, exact }) => ({
		column: qualified(original.name, alias),
		write: raw,
		exact
	}));
}
/** The key on the ghost, under the names and in the character set it has there. */
function ghostKey(key, alias = null) {
	return key.map(({ ghostName, convertTo, exact }) => ({
		column: qualified(ghostName, alias),
		write: convertTo === null ? raw : (literal) => convertLiteral(literal, convertTo),
		exact
	}));
}
function qualified(name, alias) {
	return alias === null ? ident(name) : sql`${alias}.${ident(name)}`;
}
/**
* `column IN (…)`, or for a composite key `a = 1 AND b IN (…) OR a = 2 AND b IN (…)`: row constructors lose the range on
* MariaDB, and keys that share their leading columns are found together.
*/
function keyIn(operands, keys) {
	return literalsIn(operands, keys.map((key) => key.split(",")));
}
function literalsIn([lead, ...others], keys) {
	if (lead === void 0) return raw("TRUE");
	if (others.length === 0) return isOneOf(lead, keys.map(([literal = "NULL"]) => literal));
	const groups = /* @__PURE__ */ new Map();
	for (const [literal = "NULL", ...rest] of keys) groups.set(literal, [...groups.get(literal) ?? [], rest]);
	const alternatives = [...groups].map(([literal, members]) => sql`${isOneOf(lead, [literal])} AND ${literalsIn(others, members)}`);
	return sql`(${join(alternatives, " OR ")})`;
}
function isOneOf({ column, write, exact }, literals) {
	const values = literals.map(write);
	const found = sql`${column} IN (${join(values)})`;
	return exact ? sql`${found} AND ${bytes(column)} IN (${join(values.map(bytes))})` : found;
}
/**
* Composite keys are expanded: `a > 1 OR (a = 1 AND b > 2)`. A row constructor `(a, b) > (1, 2)` says the same, but
* neither server walks the index for it.
*/
function keyRange(operands, range) {
	const conditions = [];
	if (range.after !== null) conditions.push(...beyond(operands, range.after.split(","), ">", ">"));
	if (range.upTo !== null) conditions.push(...beyond(operands, range.upTo.split(","), "<", "<="));
	return conditions.length === 0 ? raw("TRUE") : join(conditions, " AND ");
}
/**
* The first condition is implied by the second; it is what lets the optimizer see one range on the leading column.
*/
function beyond(operands, literals, inner, last) {
	const alternatives = operands.map((operand, depth) => {
		const equals = operands.slice(0, depth).map(({ column, write }, index) => sql`${column} = ${write(literals[index] ?? "NULL")}`);
		const comparison = depth === operands.length - 1 ? last : inner;
		const step = sql`${operand.column} ${raw(comparison)} ${operand.write(literals[depth] ?? "NULL")}`;
		return sql`(${join([...equals, step], " AND ")})`;
	});
	const lead = operands[0];
	if (lead === void 0 || operands.length === 1) return alternatives;
	return [sql`${lead.column} ${raw(`${inner}=`)} ${lead.write(literals[0] ?? "NULL")}`, sql`(${join(alternatives, " OR ")})`];
}
function bytes(value) {
	return sql`CAST(${value} AS BINARY)`;
}

// src/sql/set-aside.ts
const a = raw("a");
/** By it a later revert knows that the table is ours. */
const setAsideComment = "Ghostship set aside";
function markSetAside(aside, withoutIndexes) {
	const clauses = [...withoutIndexes.map((name) => sql`DROP INDEX ${ident(name)}`), sql`COMMENT = ${setAsideComment}`];
	return sql`ALTER TABLE ${tableName(aside)} ${join(clauses)} ${raw(ourMark)}`;
}
/** A row that waits already is the same one. */
function setAside(tables, { setAside: aside, written }, keys) {
	const columns = join(written.map(ident));
	const first = ident(tables.key[0]?.ghostName ?? "");
	return sql`INSERT INTO ${tableName(aside)} (${columns}) SELECT ${columns} FROM ${tableName(tables.ghost)}
    WHERE ${keyIn(ghostKey(tables.key), keys)} ON DUPLICATE KEY UPDATE ${first} = ${tableName(aside)}.${first}`;
}
/** Rows that have waited, as they are in the original now, with the values that they keep. */
function bringBack(tables, keeps, keys) {
	const to = [...tables.columns.map(({ to: name }) => name), ...keeps.columns].map(ident);
	const values = [...tables.columns.map(({ value }) => value), ...keeps.columns.map((_, n) => sql`${a}.${keptName(n)}`)];
	const waiting = [...tables.key.map(({ ghostName }, n) => sql`${ident(ghostName)} AS ${keyName(n)}`), ...keeps.columns.map((name, n) => sql`${ident(name)} AS ${keptName(n)}`)];
	const same = tables.key.map(({ original }, n) => sql`${a}.${keyName(n)} = ${o}.${ident(original.name)}`);
	return sql`INSERT INTO ${tableName(tables.ghost)} (${join(to)}) SELECT ${join(values)}
    FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    JOIN (SELECT ${join(waiting)} FROM ${tableName(keeps.setAside)}) AS a ON ${join(same, " AND ")}
    WHERE ${keyIn(originalKey(tables.key, o), keys)}`;
}
/** Rows that came to the original since. */
function copyNew(tables, { setAside: aside }, keys) {
	const same = tables.key.map(({ original, ghostName }) => sql`${tableName(aside)}.${ident(ghostName)} = ${o}.${ident(original.name)}`);
	return sql`INSERT INTO ${tableName(tables.ghost)} (${join(tables.columns.map(({ to }) => ident(to)))})
    SELECT ${join(tables.columns.map(({ value }) => value))}
    FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyIn(originalKey(tables.key, o), keys)}
      AND NOT EXISTS (SELECT 1 FROM ${tableName(aside)} WHERE ${join(same, " AND ")})`;
}
function forgetSetAside(tables, { setAside: aside }, keys) {
	return sql`DELETE FROM ${tableName(aside)} WHERE ${keyIn(ghostKey(tables.key), keys)}`;
}
/** One row a move, `n` its number; `same` is 1 where the original takes both keys for one. */
function compareMoves(key, moves) {
	const compared = moves.map(({ from, to }, n) => {
		const [before, after] = [from.split(","), to.split(",")];
		const equal = key.map(({ original }, index) => sql`${collated(original, before[index] ?? "NULL")} = ${collated(original, after[index] ?? "NULL")}`);
		return sql`SELECT ${n} AS n, (${join(equal, " AND ")}) AS same`;
	});
	return join(compared, " UNION ALL ");
}
function keyName(n) {
	return ident(`ghostship_key_${n}`);
}
function keptName(n) {
	return ident(`ghostship_kept_${n}`);
}

// src/engine/tables/retired-ghost.ts
/**
* Makes the retired table the ghost of a revert. The changelog notes its name before it moves, so that nobody ever takes it for a
* ghost that may be dropped.
*
* @param aside where rows are set aside; `withoutKeys` are unique keys that rows of different times could break
* @param start `run` is the number before that of the first run
*/
async function takeRetired(session, names, kept, aside, start) {
	await session.run(createChangelog(names.changelog, revertComment));
	await session.run(fillChangelog(names.changelog, start.status));
	await session.run(noteRevert(names.changelog, JSON.stringify(kept)));
	await session.run(openCheckpoint(names.changelog, start.run));
	if (aside !== null) await makeSetAside(session, nameSetAside(names), kept, aside.withoutKeys);
	for (const schema of names.ownSchemas) await session.run(createSchema(schema));
	await session.run(moveOwn(kept, names.ghost));
}
/** One with rows in it may be there from an earlier revert. */
async function makeSetAside(session, aside, kept, withoutKeys) {
	if (await commentOf(session, aside) !== null) return;
	await session.run(createTableLike(aside, kept));
	await session.run(markSetAside(aside, withoutKeys));
}
/** @throws GhostshipError `leftover-tables` where somebody's table has the name of the one for rows that are set aside */
async function refuseForeignAside(session, names) {
	const aside = nameSetAside(names);
	const comment = await commentOf(session, aside);
	if (comment !== null && comment !== "Ghostship set aside") throw leftovers([aside], /* @__PURE__ */ new Map([[aside, comment]]));
}
async function commentOf(session, { schema, name }) {
	const [found] = await session.rows(selectComments(schema, [name]));
	return found === void 0 ? null : String(found.comment);
}
/** The name that the ghost has had as a retired table; `null` where the changelog is not that of a revert. */
async function readKeptName(session, { changelog, retired }) {
	const [row] = await readChangelog(session, selectRevert(changelog)) ?? [];
	if (typeof row?.kept === "string") return JSON.parse(row.kept);
	return await commentOf(session, changelog) === "Ghostship changelog of a revert" ? retired : null;
}
/** The ghost of a revert that is ended is the retired table again. Rows that were set aside stay for the next revert. */
async function giveBack(session, names, kept) {
	await session.run(moveOwn(names.ghost, kept));
	await dropSetAside(session, names, kept);
}
/**
* Unless there are rows in it.
*
* @param kept the retired table, where a run may have died before it could mark the table; `null` where the tables were swapped
*/
async function dropSetAside(session, names, kept) {
	const aside = nameSetAside(names);
	const comment = await commentOf(session, aside);
	if (comment === null || !(comment === "Ghostship set aside" || await isUnmarked(session, aside, kept))) return;
	if ((await readIfThere(session, selectAnyRow(aside)))?.length === 0) await session.run(dropTable(aside));
}
/** Whether it is as the server has made it of the retired table. */
async function isUnmarked(session, aside, kept) {
	if (kept === null) return false;
	const [made, like] = [await inspectTable(session, aside), await inspectTable(session, kept)];
	return isDeepStrictEqual([made?.columns, made?.indexes], [like?.columns, like?.indexes]);
}

// src/engine/tables/unchecked-keys.ts
/** Others queue up behind a lock that is waited for. */
const lockWaitSeconds = 1;
const attempts = 20;
const pauseMs = 500;
const usualLockWaitSeconds = 10;
/** Call it before the keys are added. */
async function noteUncheckedKeys(session, names, keys) {
	await session.run(writeUncheckedKeys(names.changelog, JSON.stringify(keys)));
}
/** Call it once they are checked, or it is known that they were not added. */
async function forgetUncheckedKeys(session, names) {
	await session.run(writeUncheckedKeys(names.changelog, null));
}
/**
* Drops those that the changelog notes, where they are there. This touches no row.
*
* @returns the names of the foreign keys that were dropped
* @throws ServerError where the table is in use all the time
*/
async function dropUncheckedKeys(session, names) {
	const noted = await readNote(session, names.changelog);
	if (noted === null) return [];
	const present = await presentOf(session, names.original, noted);
	if (present.foreignKeys.length === 0) return [];
	await session.run(setLockWait(lockWaitSeconds));
	try {
		await dropPatiently(session, names.original, present);
	} finally {
		await session.run(setLockWait(usualLockWaitSeconds));
	}
	await session.run(writeUncheckedKeys(names.changelog, null));
	return present.foreignKeys;
}
/** Those that the changelog notes and the table has, checked by a run that is under way or by none any more. */
async function findUncheckedKeys(session, names) {
	const noted = await readNote(session, names.changelog);
	return noted === null ? {
		foreignKeys: [],
		indexes: []
	} : await presentOf(session, names.original, noted);
}
/** Drops from a clone of the table what came to it from there. */
async function dropFromClone(session, clone, unchecked) {
	const { foreignKeys, indexes } = await presentOf(session, clone, unchecked);
	if (foreignKeys.length + indexes.length > 0) await session.run(dropKeys(clone, foreignKeys, indexes));
}
async function dropPatiently(session, table, keys) {
	for (let attempt = 1;; attempt++) try {
		await session.run(dropKeys(table, keys.foreignKeys, keys.indexes));
		return;
	} catch (error) {
		if (!isLockConflict(error) || attempt === attempts) throw error;
		await sleepUncancelled(pauseMs);
	}
}
async function readNote(session, changelog) {
	const [row] = await readChangelog(session, selectUncheckedKeys(changelog)) ?? [];
	return typeof row?.unchecked === "string" ? JSON.parse(row.unchecked) : null;
}
async function presentOf(session, table, noted) {
	const createStatement = await readCreateStatement(session, table).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return "";
		throw error;
	});
	const own = readForeignKeys(createStatement, table.schema).map(({ name }) => name);
	return {
		foreignKeys: noted.foreignKeys.filter((name) => own.includes(name)),
		indexes: noted.indexes.filter((name) => createStatement.includes(`\n  KEY ${ident(name).text} (`))
	};
}

// src/engine/tables/ghost.ts
/**
* The number of the first run is drawn. A run whose changelog was dropped may wake up, and what it writes must not pass for what
* another run writes into a new one. 2³³ heartbeats of each run fit into the whole numbers of JavaScript.
*/
const maxFirstRun = 2 ** 19;
/** Creates the tables of a migration, without what a dead run of ours has left. A table that was swapped in stays. */
async function createGhost(sessions, names, original, nameLock, status, comment = migrationComment) {
	try {
		var _usingCtx$1 = _usingCtx();
		sessions.naming.add(names.ghost, names.original);
		const session = _usingCtx$1.a(await sessions.open("creating the ghost"));
		await dropLeftovers(session, names, comment);
		const tables = ownGhost(sessions, names, nameLock);
		try {
			await session.run(createChangelog(names.changelog, comment));
			await session.run(fillChangelog(names.changelog, status));
			await session.run(openCheckpoint(names.changelog, randomInt(1, maxFirstRun)));
			for (const schema of names.ownSchemas) await session.run(createSchema(schema));
			await createClone(session, names.ghost, original);
			return tables;
		} catch (error) {
			await tables[Symbol.asyncDispose]();
			throw error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** The tables that are there already. */
function ownGhost(sessions, names, nameLock) {
	let isKept = false;
	return {
		keep() {
			isKept = true;
		},
		async [Symbol.asyncDispose]() {
			if (!isKept) await tidyUp(sessions, names, nameLock).catch(() => {});
		}
	};
}
/**
* An empty table with the original's definition but for foreign keys; in another schema with the names of its
* constraints, too.
*/
async function createClone(session, clone, original, keepsNames = clone.schema !== original.table.schema) {
	try {
		await session.run(createTableLike(clone, original.table));
		if (keepsNames && readChecks(original.createStatement).length > 0) await giveCheckNames(session, clone, original);
	} catch (error) {
		throw error instanceof ServerError ? notCloneable(original.table, error) : error;
	}
}
/**
* CREATE TABLE from the text of SHOW CREATE TABLE would keep the names as well. But every character set would then count as
* written by a person, and be shown beside its collation from then on.
*/
async function giveCheckNames(session, clone, original) {
	const wanted = readChecks(original.createStatement);
	const found = readChecks(await readCreateStatement(session, clone)).map(({ name }) => name);
	const added = wanted.map(({ definition }) => definition);
	if (wanted.some(({ name }, index) => name !== found[index])) await session.run(replaceChecks(clone, found, added));
}
/** Creates the ghost again, after an algorithm without a copy was tried on it. */
async function recreateGhost(session, names, original) {
	await session.run(dropTable(names.ghost));
	await createClone(session, names.ghost, original);
}
async function dropRetired(session, names) {
	await session.run(dropTable(names.retired));
}
/** The comments of the tables that exist. */
async function readComments(session, tables) {
	const comments = /* @__PURE__ */ new Map();
	for (const schema of new Set(tables.map((table) => table.schema))) {
		const own = tables.filter((table) => table.schema === schema);
		const names = own.map(({ name }) => name);
		const rows = await session.rows(selectComments(schema, names));
		for (const table of own) {
			const row = rows.find(({ name }) => name === table.name) ?? rows.find(({ name }) => sameName(String(name), table.name));
			if (row !== void 0) comments.set(table, String(row.comment));
		}
	}
	return comments;
}
/**
* Drops what a dead run of ours left behind. Any other table with one of the names is not ours and is not touched.
*
* @throws GhostshipError `leftover-tables`
*/
async function dropLeftovers(session, names, comment) {
	const comments = await commentsOf(session, names);
	refuseLeftovers(names, comments, comment);
	if (isChangelog(comments.get(names.changelog), comment)) await refuseWaitingRevert(session, names);
	if (comments.size > 0) await dropOwn(session, names);
}
/**
* Call it where the changelog is one of ours.
*
* @throws GhostshipError `already-running` where a revert is not finished
*/
async function refuseWaitingRevert(session, names) {
	if (await readKeptName(session, names) !== null) throw revertWaits(names);
}
/** The comments of those tables of a migration that exist. */
function commentsOf(session, { ghost, changelog, retired }) {
	return readComments(session, [
		ghost,
		changelog,
		retired
	]);
}
/** Without the name lock the tables may belong to another run by now. */
async function tidyUp(sessions, names, nameLock) {
	try {
		var _usingCtx3 = _usingCtx();
		await nameLock.confirm();
		const session = _usingCtx3.a(await sessions.open("dropping the ghost"));
		await sessions.endLost(session);
		await dropOwn(session, names);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Drops what a run of ours has made, and nothing else. The ghost of a revert is the retired table again afterwards. */
async function dropOwn(session, names) {
	const { ghost, changelog, retired } = names;
	await dropUncheckedKeys(session, names);
	const comments = await readComments(session, [ghost, retired]);
	if (comments.has(ghost)) await forgetSwap(session, changelog);
	if (comments.get(retired) === "Ghostship sentry") await session.run(dropTable(retired));
	const kept = await readKeptName(session, names);
	if (kept !== null && comments.has(ghost)) await giveBack(session, names, kept);
	else if (kept !== null) await dropSetAside(session, names, kept);
	else if (comments.has(ghost)) await session.run(dropTable(ghost));
	await dropEmptySchemas(session, names);
	await session.run(dropTable(changelog));
}
/** Call it before a ghost is dropped: a record without a ghost means that the tables were swapped. */
async function forgetSwap(session, changelog) {
	await session.run(clearSwap(changelog)).catch((error) => {
		if (!isServerError(error, "ER_NO_SUCH_TABLE")) throw error;
	});
}
async function dropEmptySchemas(session, { ownSchemas }) {
	for (const schema of ownSchemas) await dropIfEmpty(session, schema);
}
async function dropIfEmpty(session, schema) {
	if ((await session.rows(selectAnyObject(schema))).length === 0) await session.run(dropSchema(schema));
}
/**
* Gives the AUTO_INCREMENT counter of the original to the ghost. It may be ahead of the rows. Under the cutover lock it no longer
* moves.
*
* @returns true where the ghost was altered. If it has a unique key on a long text, MariaDB then rebuilds it under a new id.
*/
async function carryAutoIncrement(reader, writer, names) {
	const wanted = readAutoIncrement(await readCreateStatement(reader, names.original));
	const present = readAutoIncrement(await readCreateStatement(reader, names.ghost));
	if (wanted === null || present !== null && present >= wanted) return false;
	await writer.run(setAutoIncrement(names.ghost, wanted));
	return true;
}
function readAutoIncrement(createStatement) {
	const found = /^\).*\bAUTO_INCREMENT=(\d+)/mu.exec(createStatement)?.[1];
	return found === void 0 ? null : BigInt(found);
}
function notCloneable(original, error) {
	return new GhostshipError("invalid-statement", `The server cannot make an empty copy of ${original.name}: ${error.message}`, {
		hint: hintFor(error, "Its own ALTER TABLE would fail in the same way. Correct the definition first."),
		cause: error
	});
}
function revertWaits({ original: { name } }) {
	return new GhostshipError("already-running", `A revert of ${name} is not finished.`, { hint: `Go on with it by \`ghostship revert --table ${name}\`, or end it with \`ghostship abort --table ${name}\`.` });
}

export { giveCommand as $, ghostKey as A, padded as B, takeRetired as C, forgetSetAside as D, copyNew as E, bytesLiteral as F, refuseLeftovers as G, temporalLiteral as H, collated as I, takenName as J, refuseNames as K, compareLiterals as L, keyRange as M, originalKey as N, setAside as O, qualified as P, forgetCheckpoint as Q, isOrderedHere as R, refuseForeignAside as S, compareMoves as T, leftovers as U, selectKeyPart as V, madeByRun as W, changelogKey as X, answerCommand as Y, dismissAborts as Z, forgetUncheckedKeys as _, dropEmptySchemas as a, selectCommands as at, giveBack as b, dropRetired as c, selectSwap as ct, readComments as d, writeHeartbeat as dt, isChangelog as et, recreateGhost as f, writeStatus as ft, findUncheckedKeys as g, dropUncheckedKeys as h, createGhost as i, selectCheckpoint as it, keyIn as j, bytes as k, forgetSwap as l, takeCheckpoint as lt, dropFromClone as m, commentsOf as n, selectAnswer as nt, dropIfEmpty as o, selectNewCommand as ot, refuseWaitingRevert as p, writeSwap as pt, takenByRun as q, createClone as r, selectChangelogs as rt, dropOwn as s, selectStatusRow as st, carryAutoIncrement as t, readMark as tt, ownGhost as u, writeCheckpoint as ut, noteUncheckedKeys as v, bringBack as w, readKeptName as x, dropSetAside as y, literalFromSelected as z };