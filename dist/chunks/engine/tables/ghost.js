import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, o as sameName, r as inspectTable } from "../../mysql/inspect-table.js";
import { m as isServerError, n as ServerError } from "../../mysql/server-errors.js";
import { S as selectRevert, d as migrationComment, f as noteRevert, h as revertComment, i as createChangelog, p as openCheckpoint, r as clearSwap, s as fillChangelog, u as isChangelog } from "../../sql/changelog.js";
import { r as readChecks } from "../../sql/checks.js";
import { C as o, b as viewComment, c as selectComments, m as sentryComment } from "../../sql/cutover.js";
import { A as setAutoIncrement, C as selectAnyObject, S as replaceChecks, c as createTableLike, d as dropSchema, f as dropTable, h as dropViews, o as createSchema, p as dropTables, w as selectAnyRow, y as moveOwn } from "../../sql/ghost.js";
import { i as inTerminal } from "../../support/command-words.js";
import { t as GhostshipError } from "../../support/errors.js";
import { d as retiredLabel, r as ghostLabel, s as nameSetAside } from "./table-names.js";
import { n as readIfThere, t as readChangelog } from "../../mysql/read-if-there.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName, t as hexLiteral } from "../../sql/sql.js";
import { t as ourMark } from "../../sql/marker.js";
import { n as dropUncheckedKeys } from "./unchecked-keys.js";
import { r as hintFor } from "./zero-dates.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

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
/** Somebody has made it there since the table as it was became the ghost. An ended revert needs the name as well. */
function takenFromRevert(names) {
	const [taken, table] = [retiredLabel(names), names.original.name];
	return new GhostshipError("leftover-tables", `${taken} is somebody's, and the revert of ${table} needs the name. ${table} as it was is called ${ghostLabel(names)} until the revert is over.`, { hint: `Rename ${taken}, and run this again.` });
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
/**
* The ghost of a revert that is ended is the retired table again. Rows that were set aside stay for the next revert.
*
* @throws GhostshipError `leftover-tables` where somebody has taken the name
*/
async function giveBack(session, names, kept) {
	await session.run(moveOwn(names.ghost, kept)).catch((error) => {
		throw isServerError(error, "ER_TABLE_EXISTS_ERROR") ? takenFromRevert(names) : error;
	});
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
/** The migration may still make it anew. */
async function dropGhost(sessions, { ghost }) {
	try {
		var _usingCtx3 = _usingCtx();
		await _usingCtx3.a(await sessions.open("dropping the ghost")).run(dropTable(ghost));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
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
		var _usingCtx4 = _usingCtx();
		await nameLock.confirm();
		const session = _usingCtx4.a(await sessions.open("dropping the ghost"));
		await sessions.endLost(session);
		await dropOwn(session, names);
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
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
		hint: hintFor(error, "Correct the definition first: any ALTER TABLE fails at it."),
		cause: error
	});
}
function revertWaits({ original: { name } }) {
	return new GhostshipError("already-running", `A revert of ${name} is not finished.`, { hint: `Go on with it by ${inTerminal("revert", name)}, or end it with ${inTerminal("abort", name)}.` });
}

export { qualified as A, madeByRun as B, forgetSetAside as C, keyIn as D, ghostKey as E, literalFromSelected as F, takenName as G, refuseNames as H, padded as I, selectKeyPart as L, collated as M, compareLiterals as N, keyRange as O, isOrderedHere as P, temporalLiteral as R, copyNew as S, bytes as T, takenByRun as U, refuseLeftovers as V, takenFromRevert as W, readKeptName as _, dropEmptySchemas as a, bringBack as b, dropOwn as c, ownGhost as d, readComments as f, giveBack as g, dropSetAside as h, createGhost as i, bytesLiteral as j, originalKey as k, dropRetired as l, refuseWaitingRevert as m, commentsOf as n, dropGhost as o, recreateGhost as p, createClone as r, dropIfEmpty as s, carryAutoIncrement as t, forgetSwap as u, refuseForeignAside as v, setAside as w, compareMoves as x, takeRetired as y, leftovers as z };