import { t as GhostshipError } from "./errors.js";
import { n as ConnectionLost, r as ServerError, s as isServerError, t as _usingCtx } from "./usingCtx.js";
import { A as join, M as sql, O as hexLiteral, P as connect, a as alterTable, j as raw, k as ident } from "./table-names.js";
import { n as splitFile, o as LineIndex, r as readStatement } from "./sql-file.js";
import { C as inspectTable, D as selectTableId, E as selectServer, F as showWarnings, M as showSlaveHosts, P as showVariable, S as findColumn, T as sameName, _ as selectProcess, j as showReplicas, k as showGrants, w as readCreateStatement, y as setLockWait } from "./ghost.js";
import { r as sleep, t as nowMs } from "./clock.js";
import { createHash } from "node:crypto";
import * as zlib from "node:zlib";
// src/commands/file-statement.ts
/** @throws GhostshipError `invalid-statement` for a quote or comment that does not end */
function statementsOf(file) {
	return readText(file.path, file.text);
}
/**
* The statement of `--alter`.
*
* @throws GhostshipError `usage` unless it is exactly one
*/
function singleStatement(text) {
	let [first, ...rest] = readText(null, text);
	if (first !== void 0 && rest.length === 0) return first;
	throw new GhostshipError("usage", `--alter holds ${rest.length === 0 ? "no statement" : `${rest.length + 1} statements`}.`, { hint: "Give one whole statement, such as --alter \"ALTER TABLE users ADD COLUMN age INT\"; several go into a file." });
}
/** `migrations/1.sql:3`, or how else to name the place. */
function placeOf(statement) {
	return statement.file === null ? "the statement of --alter" : `${statement.file}:${statement.line}`;
}
/** The table a statement is about; empty where it is about none. */
function tableOf({ parsed }) {
	switch (parsed.kind) {
		case "alter-table":
		case "create-table":
		case "truncate-table": return parsed.table.name;
		case "drop-table": return parsed.tables[0]?.name ?? "";
		case "rename-table": return parsed.renames[0]?.from.name ?? "";
		case "drop-database":
		case "other": return "";
	}
}
function readText(file, text) {
	let { statements, unterminated } = splitFile(text), lines = new LineIndex(text);
	if (unterminated !== null) {
		let place = `${file ?? "--alter"}:${lines.at(unterminated.start).line}`;
		throw new GhostshipError("invalid-statement", `The ${unterminated.kind} that starts at ${place} does not end.`, { hint: "Close the quote or comment; nothing was run." });
	}
	return statements.map((span, index) => {
		let statement = text.slice(span.start, span.end);
		return {
			file,
			line: lines.at(span.start).line,
			ordinal: index + 1,
			text: statement,
			digest: createHash("sha256").update(statement.replaceAll("\r\n", "\n")).digest("hex"),
			parsed: readStatement(text, span)
		};
	});
}
// src/commands/applied.ts
/**
* A statement is known by its file and its place in it. A file of which every statement was completed must stay as it
* was; in one that stopped half-way, the statements after the last completed one may change.
*
* @param statements all of the files, not only some
*/
function partApplied(statements, completed) {
	let parted = {
		applied: [],
		pending: [],
		changed: []
	};
	for (let [file, own] of groupByFile(statements)) {
		let rows = file === null ? [] : completed.filter((row) => row.file === file), changed = findChange(own, rows);
		if (changed !== null) parted.changed.push(changed);
		else for (let statement of own) {
			let row = rows.findLast(({ ordinal }) => ordinal === statement.ordinal);
			row === void 0 ? parted.pending.push(statement) : parted.applied.push({
				...statement,
				applied: row
			});
		}
	}
	return parted;
}
function groupByFile(statements) {
	let files = /* @__PURE__ */ new Map();
	for (let statement of statements) {
		let own = files.get(statement.file) ?? [];
		files.set(statement.file, [...own, statement]);
	}
	return files;
}
function findChange(statements, rows) {
	let last = statements.at(-1);
	if (last === void 0) return null;
	for (let row of rows) {
		let statement = statements.find(({ ordinal }) => ordinal === row.ordinal);
		if (statement?.digest !== row.digest) return change(statement ?? last, row);
	}
	let newest = rows.at(-1), added = newest !== void 0 && new Set(rows.map(({ ordinal }) => ordinal)).size === newest.statementCount ? statements.find(({ ordinal }) => ordinal > newest.statementCount) : void 0;
	return newest === void 0 || added === void 0 ? null : change(added, newest);
}
function change(statement, row) {
	return {
		statement,
		error: new GhostshipError("file-changed-after-apply", `${placeOf(statement)} differs from what was applied on ${row.finished} (ledger entry ${row.id}).`, { hint: "Put the file back as it was and write the new change into a new file." })
	};
}
// src/sql/alter.ts
/**
* Reads one statement; a delimiter at its end and comments around it do not matter. Only what the text tells is known,
* and a clause that is not understood is passed on in `body`: whether it is valid is for the server to say.
*
* @param server decides which executable comments (`/*!80013 …`) are code. Pass it whenever it is known: without one,
*   all of them are taken for code.
*/
function readAlter(sql, server = null) {
	let { statements } = splitFile(sql), [span] = statements;
	if (span === void 0 || statements.length > 1) return {
		kind: "not-one-statement",
		count: statements.length
	};
	let statement = readStatement(sql, span, server);
	return statement.kind === "alter-table" ? alterStatement(statement) : {
		kind: "not-alter",
		statement
	};
}
/**
* The body with `modifiers` in it, such as `ALGORITHM=INSTANT` or `ALGORITHM=INPLACE, LOCK=NONE`. They go first:
* MySQL takes them before commands on partitions but not behind, and PARTITION BY wants no comma. MariaDB refuses them
* together with commands on partitions wherever they stand.
*/
function bodyWith(alter, modifiers) {
	let { list, partitioning } = alter.statement.body;
	return joined(" ", joined(", ", modifiers, list), partitioning);
}
function alterStatement(statement) {
	let { clauses, body, prefixes, table } = statement, hasPrefix = (word) => prefixes.some((prefix) => prefix.text === word), added = clauses.filter((clause) => clause.kind === "add-column").map((clause) => clause.column), indexes = clauses.filter((clause) => clause.kind === "add-index");
	return {
		kind: "alter",
		table: {
			schema: table.schema,
			name: table.name
		},
		body: joined(" ", body.list, body.partitioning),
		isEmpty: clauses.every(isModifier),
		hasAlgorithm: clauses.some((clause) => clause.kind === "algorithm"),
		hasLock: clauses.some((clause) => clause.kind === "lock") || hasPrefix("ONLINE"),
		hasIgnore: hasPrefix("IGNORE"),
		renamesTo: renamedTo(clauses),
		columnRenames: clauses.flatMap(columnRename),
		addedColumns: added.map((column) => column.name.text),
		droppedColumns: clauses.flatMap((clause) => clause.kind === "drop-column" ? [clause.column.text] : []),
		addedIndexes: [...added.filter((column) => column.key === "unique").map(() => ({
			name: null,
			unique: !0
		})), ...indexes.filter((clause) => clause.index !== "primary").map((clause) => ({
			name: clause.name?.text ?? null,
			unique: clause.index === "unique"
		}))],
		droppedIndexes: clauses.flatMap((clause) => clause.kind === "drop-index" ? [clause.name.text] : []),
		addsPrimaryKey: indexes.some((clause) => clause.index === "primary") || added.some((column) => column.key === "primary"),
		dropsPrimaryKey: clauses.some((clause) => clause.kind === "drop-primary-key"),
		touchesPartitions: clauses.some((clause) => clause.kind === "partition"),
		addsForeignKey: clauses.some((clause) => clause.kind === "add-foreign-key") || added.some((column) => column.references !== null),
		droppedForeignKeys: clauses.flatMap((clause) => clause.kind === "drop-foreign-key" ? [clause.name.text] : []),
		droppedConstraints: clauses.flatMap((clause) => clause.kind === "drop-constraint" ? [clause.name.text] : []),
		touchesTablespace: clauses.some((clause) => clause.kind === "tablespace"),
		setsAutoIncrement: clauses.some((clause) => clause.kind === "table-options" && clause.options.some((option) => option.name === "AUTO_INCREMENT")),
		statement
	};
}
function isModifier(clause) {
	return clause.kind === "algorithm" || clause.kind === "lock";
}
function renamedTo(clauses) {
	let last = clauses.findLast((clause) => clause.kind === "rename-table");
	return last === void 0 ? null : {
		schema: last.to.schema,
		name: last.to.name
	};
}
function columnRename(clause) {
	return clause.kind === "rename-column" ? [{
		from: clause.from.text,
		to: clause.to.text
	}] : clause.kind !== "change-column" || clause.from.text === clause.column.name.text ? [] : [{
		from: clause.from.text,
		to: clause.column.name.text
	}];
}
function joined(separator, ...parts) {
	return parts.filter((part) => part !== "").join(separator);
}
// src/engine/alter-clone.ts
const ladder = [{
	way: "instant",
	modifiers: "ALGORITHM=INSTANT"
}, {
	way: "inplace",
	modifiers: "ALGORITHM=INPLACE, LOCK=NONE"
}];
/**
* Alters an empty clone, trying the cheap ways first; a way that is refused leaves the clone as it was. Only a clone may be
* asked like this: on the real table a way that is possible is carried out.
*
* @throws GhostshipError `invalid-statement` with the server's words
*/
async function alterClone(session, clone, alter, flavor, tryCheapWays) {
	let idBefore = await tableId(session, clone, flavor), refusal = null;
	if (tryCheapWays) for (let { way, modifiers } of ladder) try {
		await session.run(alterTable(clone, bodyWith(alter, modifiers)));
		let idAfter = await tableId(session, clone, flavor), warnings = await readWarnings(session);
		return {
			way,
			rebuilds: idBefore === null || idBefore !== idAfter,
			refusal,
			warnings
		};
	} catch (error) {
		if (!isRefusal(error)) throw invalid(error, alter);
		refusal = error.message;
	}
	try {
		return await session.run(alterTable(clone, alter.body)), {
			way: "copy",
			rebuilds: !0,
			refusal,
			warnings: await readWarnings(session)
		};
	} catch (error) {
		throw invalid(error, alter);
	}
}
/** The server can do it, but not this way. Commands on partitions do not take the clauses at all on MariaDB. */
function isRefusal(error) {
	return isServerError(error, "ER_ALTER_OPERATION_NOT_SUPPORTED", "ER_ALTER_OPERATION_NOT_SUPPORTED_REASON", "ER_INNODB_MAX_ROW_VERSION", "ER_PARSE_ERROR");
}
async function tableId(session, table, flavor) {
	let rows = await session.rows(selectTableId(table, flavor)).catch(() => []);
	return rows[0] === void 0 ? null : String(rows[0].id);
}
async function readWarnings(session) {
	return (await session.rows(showWarnings)).map((row) => String(row.Message));
}
function invalid(error, alter) {
	return error instanceof ServerError ? new GhostshipError("invalid-statement", `The server refuses the statement on ${alter.table.name}: ${error.message}`, {
		hint: "The table is as it was. Correct the statement.",
		cause: error
	}) : error;
}
// src/engine/check-names.ts
/**
* True where the ghost must live in a schema of its own to keep the names of CHECK constraints. On MySQL they are unique
* in a schema, and CREATE TABLE … LIKE makes up new ones; only the pattern `<table>_chk_<n>` follows a RENAME (MySQL
* manual, "CHECK Constraints"). In another schema the ghost has the user's names from the start, and RENAME carries them
* over while the old table leaves for a third one. MariaDB keeps them with the table, and LIKE copies them.
*/
function needsOwnSchema(original, alter, flavor) {
	if (flavor === "mariadb") return !1;
	let names = checkNames(original.createStatement);
	return names.length === 0 ? !1 : !names.every((name, index) => name === `${original.table.name}_chk_${index + 1}`) || alter.statement.clauses.some(({ kind }) => kind === "alter-check" || kind === "drop-constraint");
}
/** In the order of the definition. */
function checkNames(createStatement) {
	return [...createStatement.matchAll(/^\s*CONSTRAINT `((?:[^`]|``)+)` CHECK /gmu)].map((line) => (line[1] ?? "").replaceAll("``", "`"));
}
// src/engine/column-map.ts
/**
* Follows each ghost column back to the original. A name alone is not enough: `DROP a, ADD a` makes a new, empty `a`,
* and `RENAME COLUMN a TO b, RENAME COLUMN b TO a` swaps two.
*
* @throws GhostshipError `unsupported-statement` where a column appears whose origin cannot be told
*/
function mapColumns(original, ghost, changes) {
	return ghost.columns.flatMap((to) => {
		let from = originOf(to, original, changes);
		return from === null || to.generated !== null ? [] : [{
			from,
			to
		}];
	});
}
/** The ghost's name of an original column; `undefined` where it is dropped. */
function ghostColumnOf(map, name) {
	return map.find(({ from }) => sameName(from.name, name))?.to.name;
}
function originOf(to, original, changes) {
	let rename = changes.columnRenames.find((candidate) => sameName(candidate.to, to.name));
	if (rename !== void 0) {
		let from = findColumn(original, rename.from);
		if (from !== void 0) return from;
	}
	let gone = changes.droppedColumns.some((name) => sameName(name, to.name)) || changes.columnRenames.some((candidate) => sameName(candidate.from, to.name) && !sameName(candidate.to, to.name)), same = findColumn(original, to.name);
	if (same !== void 0 && !gone) return same;
	if (changes.addedColumns.some((name) => sameName(name, to.name))) return null;
	throw new GhostshipError("unsupported-statement", `Cannot tell where the values of column ${to.name} would come from.`, { hint: "Write the change of this column as ADD COLUMN, CHANGE COLUMN or RENAME COLUMN in a statement of its own." });
}
// src/mysql/server.ts
async function askServer(session) {
	let [row] = await session.rows(selectServer), version = String(row?.version), timeZone = String(row?.time_zone);
	return {
		flavor: /mariadb/iu.test(version) ? "mariadb" : "mysql",
		version,
		sqlMode: String(row?.sql_mode),
		timeZone: timeZone === "SYSTEM" ? String(row?.system_time_zone) : timeZone,
		binlogEnabled: Number(row?.log_bin) === 1,
		binlogFormat: String(row?.binlog_format),
		lowerCaseTableNames: Number(row?.lower_case),
		maxAllowedPacketBytes: Number(row?.max_allowed_packet),
		readOnly: Number(row?.read_only) === 1,
		async variable(name) {
			let [found] = await session.rows(showVariable(name));
			return found === void 0 ? null : String(found.Value);
		}
	};
}
// src/sql/session-settings.ts
/**
* No NO_ZERO_DATE and no NO_ZERO_IN_DATE: rows that the table holds today must be copied as they are, and the server's
* own ALTER keeps them too. STRICT_ALL_TABLES: nothing is coerced in silence. NO_AUTO_VALUE_ON_ZERO: a row whose
* AUTO_INCREMENT column is 0 keeps its 0.
*/
const copySqlMode = sql`'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ALLOW_INVALID_DATES'`, utc = sql`'+00:00'`;
/**
* READ COMMITTED, so that INSERT … SELECT takes no locks on the original (measured on both servers).
* `foreign_key_checks` stays off: the ghost holds rows the original held already.
* `max_error_count`: a list of warnings must not be cut short before all of it was looked at.
*/
function setSession(settings) {
	let common = sql`SET SESSION sql_mode = ${settings.sqlMode}, time_zone = ${settings.timeZone},
    foreign_key_checks = 0, max_error_count = 65535, lock_wait_timeout = 10, innodb_lock_wait_timeout = 10,
    wait_timeout = 86400, net_read_timeout = 600, net_write_timeout = 600, sql_safe_updates = 0,
    sql_select_limit = DEFAULT, autocommit = 1`, own = settings.flavor === "mysql" ? [
		sql`range_optimizer_max_mem_size = 0`,
		sql`max_execution_time = 0`,
		sql`optimizer_switch = 'use_invisible_indexes=on'`
	] : [sql`in_predicate_conversion_threshold = 0`, sql`max_statement_time = 0`];
	return join([common, ...own]);
}
const setReadCommitted = raw("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
// src/engine/sessions.ts
/** Opens connections that all see the target the same way, and closes every one it opened. */
var Sessions = class {
	#target;
	#server;
	#opened = /* @__PURE__ */ new Set();
	#settings;
	constructor(target, server, settings) {
		this.#target = target, this.#server = server, this.#settings = settings;
	}
	/** @throws GhostshipError `cannot-connect`, `access-denied` */
	async open(purpose) {
		let session = await connect(this.#target, purpose);
		return await session.run(setReadCommitted), await session.run(setSession({
			...this.#settings,
			flavor: this.#server.flavor
		})), this.#opened.add(session), session;
	}
	async openMany(count, purpose) {
		return Promise.all(Array.from({ length: count }, () => this.open(purpose)));
	}
	/** Connection ids of ours on the server. */
	get ids() {
		return [...this.#opened].filter((session) => session.alive).map((session) => session.id);
	}
	async [Symbol.asyncDispose]() {
		await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
	}
};
// src/engine/desk.ts
/** @throws GhostshipError `cannot-connect`, `access-denied` */
async function openDesk(target) {
	let session = await connect(target, "asking the server"), server = await askServer(session), sessions = new Sessions(target, server, {
		timeZone: raw("@@GLOBAL.time_zone"),
		sqlMode: sql`${readableMode(server.sqlMode)}`
	});
	return {
		server,
		session,
		sessions,
		async [Symbol.asyncDispose]() {
			await sessions[Symbol.asyncDispose](), await session[Symbol.asyncDispose]();
		}
	};
}
function readableMode(globalMode) {
	return globalMode.split(",").filter((mode) => mode !== "NO_BACKSLASH_ESCAPES").join(",");
}
// src/sql/key-column.ts
/** The expression that selects a key column in the form {@link literalFromSelected} reads. */
function selectKeyPart(column, qualifier = null) {
	let name = qualifier === null ? ident(column.name) : sql`${qualifier}.${ident(column.name)}`;
	switch (column.kind) {
		case "integer": return sql`CAST(${name} + 0 AS CHAR)`;
		case "decimal":
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return sql`CAST(${name} AS CHAR)`;
		case "text":
		case "binary":
		case "varbinary": return sql`HEX(${name})`;
	}
}
function literalFromSelected(column, text) {
	switch (column.kind) {
		case "integer":
		case "decimal": return text;
		case "date":
		case "datetime":
		case "timestamp":
		case "time": return temporalLiteral(text);
		case "text":
		case "binary":
		case "varbinary": return bytesLiteral(column, Buffer.from(text, "hex"));
	}
}
/** @param text as the server prints it: digits, `-`, `:`, `.` and a space */
function temporalLiteral(text) {
	return `'${text}'`;
}
function bytesLiteral(column, bytes) {
	if (column.kind !== "binary" || bytes.length >= column.paddedBytes) return hexLiteral(bytes, column.charset);
	let padded = Buffer.alloc(column.paddedBytes);
	return padded.set(bytes), hexLiteral(padded, null);
}
/** A literal of a `text` column as the ghost has it. */
function convertLiteral(literal, { charset, collation }) {
	return sql`CONVERT(${raw(literal)} USING ${raw(charset)}) COLLATE ${raw(collation)}`;
}
/** A literal that compares as a value of the column does, also away from the column. */
function collated(column, literal) {
	return column.collation === null ? raw(literal) : sql`(${raw(literal)} COLLATE ${raw(column.collation)})`;
}
/** True where {@link compareLiterals} orders values exactly as the server does. Strings follow a collation: never. */
function isOrderedHere(column) {
	return column.kind !== "text";
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
		case "text": throw TypeError(`${column.name} is ordered by its collation`);
	}
}
/** 15 digits are below 2^53 with or without a sign. */
function compareIntegers(left, right) {
	return left.length <= 15 && right.length <= 15 ? Number(left) - Number(right) : compareBigInts(BigInt(left), BigInt(right));
}
function compareBigInts(left, right) {
	return left < right ? -1 : +(left > right);
}
/** Two values of one DECIMAL column have the same number of digits after the point. */
function scaled(literal) {
	return BigInt(literal.replace(".", ""));
}
/** `'-838:59:59.000000'` of one TIME column: same number of digits after the point, hours of any width. */
function ticks(literal) {
	let [hours = "0", minutes = "0", rest = "0"] = literal.replaceAll(/['.]/gu, "").split(":"), negative = hours.startsWith("-"), scale = 10n ** BigInt(Math.max(rest.length - 2, 0)), total = (BigInt(hours.replace("-", "")) * 3600n + BigInt(minutes) * 60n) * scale + BigInt(rest);
	return negative ? -total : total;
}
// src/engine/migration-key.ts
/**
* Prefers the primary key, then keys that can be ordered without asking the server, then short ones.
*
* @throws GhostshipError `no-migration-key` with what is wrong with every unique key of the table
*/
function chooseMigrationKey(original, ghost, map) {
	let complaints = [], usable = [];
	for (let index of original.indexes.filter((candidate) => candidate.unique)) {
		let result = tryIndex(index, original, ghost, map);
		typeof result == "string" ? complaints.push(`${index.name}: ${result}`) : usable.push(result);
	}
	let [best] = usable.sort((left, right) => rank(left) - rank(right));
	if (best === void 0) throw noKey(original, complaints);
	let rejected = complaints.length === 0 ? "" : ` (not usable: ${complaints.join("; ")})`;
	return {
		...best,
		reason: `${best.reason}${rejected}`
	};
}
function tryIndex(index, original, ghost, map) {
	let columns = [], ghostColumns = [];
	if (index.ignored) return "the optimizer ignores it";
	for (let part of index.columns) {
		if (part.column === null) return "it is on an expression";
		if (part.isPrefix) return `it covers only a prefix of ${part.column}`;
		let column = findColumn(original, part.column);
		if (column === void 0) return `${part.column} is hidden`;
		if (column.nullable) return `${column.name} may be NULL`;
		if (column.generated !== null) return `${column.name} is generated`;
		let kind = keyKind(column);
		if (kind === null) return `${column.name} is ${column.columnType}, which has no exact order`;
		let onGhost = ghostColumnOf(map, column.name);
		if (onGhost === void 0) return `the statement drops ${column.name}`;
		let ghostColumn = findColumn(ghost, onGhost);
		if (ghostColumn === void 0) return `the statement drops ${column.name}`;
		if (!keepsItsValues(column, ghostColumn)) return `${column.name} changes from ${column.columnType} to ${ghostColumn.columnType}`;
		columns.push({
			original: {
				name: column.name,
				ordinal: column.ordinal,
				kind,
				unsigned: /unsigned|zerofill/iu.test(column.columnType),
				charset: kind === "text" ? column.charset : null,
				collation: kind === "text" ? column.collation : null,
				paddedBytes: kind === "binary" ? column.octets ?? 0 : 0
			},
			ghostName: ghostColumn.name,
			convertTo: letteringOf(column, ghostColumn),
			exact: ghostColumn.collation !== column.collation
		}), ghostColumns.push(ghostColumn);
	}
	let ghostIndex = ghost.indexes.find((candidate) => serves(candidate, ghostColumns));
	return ghostIndex === void 0 ? "no unique key of the altered table has the same columns" : {
		index: index.name,
		ghostIndex: ghostIndex.name,
		columns,
		orderedHere: columns.every(({ original: column }) => isOrderedHere(column)),
		reason: index.name === "PRIMARY" ? "the primary key" : `the unique, not-null key ${index.name}`
	};
}
function letteringOf(from, to) {
	return to.charset === null || to.collation === null || to.collation === from.collation ? null : {
		charset: to.charset,
		collation: to.collation
	};
}
function serves(index, columns) {
	return index.unique && index.type !== "HASH" && !index.ignored && index.columns.length === columns.length && columns.every((column) => !column.nullable && index.columns.some((part) => part.column === column.name && !part.isPrefix));
}
function rank(key) {
	return (key.index === "PRIMARY" ? 0 : 1e3) + (key.orderedHere ? 0 : 100) + key.columns.length;
}
const kinds = {
	tinyint: "integer",
	smallint: "integer",
	mediumint: "integer",
	int: "integer",
	bigint: "integer",
	year: "integer",
	bit: "integer",
	enum: "integer",
	set: "integer",
	decimal: "decimal",
	date: "date",
	datetime: "datetime",
	timestamp: "timestamp",
	time: "time",
	char: "text",
	varchar: "text",
	tinytext: "text",
	text: "text",
	binary: "binary",
	varbinary: "varbinary"
};
/** FLOAT and DOUBLE are left out: a value printed is not the value stored. */
function keyKind(column) {
	return kinds[column.dataType] ?? null;
}
const integers = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
], strings = ["char", "varchar"];
/**
* True where a value of the original, copied, equals the same literal on the ghost. A conversion that may fail is fine
* (the copy stops then); one that quietly becomes another value is not.
*/
function keepsItsValues(from, to) {
	if (from.columnType === to.columnType) return !0;
	let both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	return both(integers) || both(["varbinary"]) ? !0 : both(strings) ? from.dataType !== "varchar" || to.dataType !== "char" : both(["decimal"]) ? to.scale >= from.scale : from.dataType === to.dataType && [
		"datetime",
		"timestamp",
		"time"
	].includes(from.dataType) && to.fraction >= from.fraction;
}
function noKey(original, complaints) {
	let name = original.table.name, found = complaints.length === 0 ? `${name} has no primary key and no unique key.` : `No unique key of ${name} can be used: ${complaints.join("; ")}.`;
	return new GhostshipError("no-migration-key", `${found} Rows could not be told apart while they are copied.`, { hint: "Give the table a primary key, or a unique key on NOT NULL columns, that the statement leaves in place. Then run this again." });
}
// src/binlog/byte-reader.ts
/** Walks over bytes from front to back. Integers are little-endian, as everywhere in the protocol. */
var ByteReader = class {
	offset = 0;
	#bytes;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	get atEnd() {
		return this.offset >= this.#bytes.length;
	}
	get length() {
		return this.#bytes.length;
	}
	/** @param size 1 to 6 bytes */
	uint(size) {
		let value = this.#bytes.readUIntLE(this.offset, size);
		return this.offset += size, value;
	}
	/** Length-encoded integer; the row format never needs more than 2^53. */
	lengthEncoded() {
		let first = this.uint(1);
		if (first < 251) return first;
		if (first === 252) return this.uint(2);
		if (first === 253) return this.uint(3);
		let value = this.#bytes.readBigUInt64LE(this.offset);
		return this.offset += 8, Number(value);
	}
	/** A view, not a copy. */
	take(size) {
		if (this.offset + size > this.#bytes.length) throw RangeError("a binlog event is shorter than it says");
		let bytes = this.#bytes.subarray(this.offset, this.offset + size);
		return this.offset += size, bytes;
	}
	skip(size) {
		if (this.offset + size > this.#bytes.length) throw RangeError("a binlog event is shorter than it says");
		this.offset += size;
	}
	rest() {
		return this.take(this.#bytes.length - this.offset);
	}
};
// src/binlog/payload.ts
/** Where a compressed transaction keeps its fields (MySQL Internals, "Transaction_payload_event"). */
const fields = {
	end: 0,
	compression: 2
}, compressions = {
	zstd: 0,
	none: 255
}, canReadPayloads = typeof zlib.zstdDecompressSync == "function";
/** @throws RangeError where it cannot be decompressed */
function readPayload(body) {
	let reader = new ByteReader(body), compression = compressions.zstd;
	for (let field = reader.lengthEncoded(); field !== fields.end; field = reader.lengthEncoded()) {
		let value = new ByteReader(reader.take(reader.lengthEncoded()));
		field === fields.compression && (compression = value.lengthEncoded());
	}
	return splitEvents(decompress(reader.rest(), compression));
}
function decompress(bytes, compression) {
	if (compression === compressions.none) return bytes;
	if (compression !== compressions.zstd || !canReadPayloads) throw RangeError("a compressed transaction that this Node cannot decompress");
	return zlib.zstdDecompressSync(bytes);
}
function splitEvents(bytes) {
	let events = [];
	for (let start = 0; start < bytes.length;) {
		let length = bytes.readUInt32LE(start + 9);
		if (length < 19) throw RangeError("a compressed transaction does not add up");
		events.push({
			type: bytes[start + 4] ?? 0,
			body: bytes.subarray(start + 19, start + length)
		}), start += length;
	}
	return events;
}
// src/engine/privileges.ts
/** On the table and its siblings; MySQL manual, "Privileges Provided by MySQL". */
const onTable = [
	"SELECT",
	"INSERT",
	"UPDATE",
	"DELETE",
	"CREATE",
	"DROP",
	"ALTER",
	"INDEX",
	"LOCK TABLES"
], onServer = [["REPLICATION SLAVE"], ["REPLICATION CLIENT", "BINLOG MONITOR"]];
/**
* Read from SHOW GRANTS. Privileges that come by a role cannot be read there; who has a role is believed, and learns
* from the server itself.
*/
async function missingPrivileges(session, table) {
	let grants = (await session.rows(showGrants)).map((row) => String(Object.values(row)[0]));
	if (grants.some((grant) => !/^GRANT .* ON /iu.test(grant))) return [];
	let held = grants.flatMap(readGrant).filter(({ scope }) => scope.covers(table)), has = (privilege, serverWide) => held.some(({ names, scope }) => (!serverWide || scope.serverWide) && (names.includes(privilege) || names.includes("ALL PRIVILEGES"))), missing = [...onTable.filter((name) => !has(name, !1)).map((name) => `${name} on ${table.schema}.*`), ...onServer.filter((names) => !names.some((name) => has(name, !0))).map(([name]) => `${name} on *.*`)];
	return missing.length === 0 ? [] : [new GhostshipError("missing-privileges", `The user lacks ${missing.join(", ")}.`, { hint: "Grant these privileges to the user of the target URL; `GRANT … TO …` with the names above." })];
}
/** `GRANT SELECT, INSERT (a, b) ON `shop`.* TO …`; a schema may be a LIKE pattern. Column grants do not count. */
function readGrant(grant) {
	let match = /^GRANT (.*?) ON (?:TABLE )?(\*|`(?:[^`]|``)*`)\.(\*|`(?:[^`]|``)*`) TO /iu.exec(grant);
	if (match === null) return [];
	let [, list = "", schema = "*", name = "*"] = match;
	return [{
		names: list.replaceAll(/\([^)]*\)/gu, "()").split(",").map((part) => part.trim().toUpperCase()).filter((privilege) => !privilege.includes("()")),
		scope: {
			serverWide: schema === "*",
			covers: (table) => schema === "*" || name === "*" && matchesPattern(unquote(schema), table.schema)
		}
	}];
}
function matchesPattern(pattern, name) {
	let source = pattern.replaceAll(/\\?[\s\S]/gu, (part) => part === "%" ? ".*" : part === "_" ? "." : part.replace(/^\\/u, "").replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
	return RegExp(`^${source}$`, "isu").test(name);
}
function unquote(name) {
	return name.slice(1, -1).replaceAll("``", "`");
}
// src/engine/preflight.ts
/**
* What must be so before anything is created, for any algorithm.
*
* @throws GhostshipError with every complaint at once; its code is the first one's
*/
async function inspectOriginal(session, server, table, purpose) {
	let definition = await inspectTable(session, table);
	if (definition === null) throw new GhostshipError("unknown-table", `There is no table ${table.name} in ${table.schema}.`, { hint: "Check the name in the statement and the database in the target URL." });
	return refuseAll([
		definition.kind === "table" ? null : complaint("unsupported-table", `${table.name} is no base table.`, "Only tables can be migrated; a view is replaced with CREATE OR REPLACE VIEW."),
		definition.kind === "table" && definition.engine.toLowerCase() !== "innodb" ? complaint("unsupported-table", `${table.name} is stored by ${definition.engine}.`, "Only InnoDB tables can be changed online.") : null,
		purpose === "migration" && server.readOnly ? complaint("unsupported-server", "The target is read-only.", "Point the target at the source, not at a replica.") : null,
		...purpose === "migration" ? await missingPrivileges(session, table) : []
	]), definition;
}
/** What the text alone rules out. */
function refuseStatement(alter) {
	let table = alter.table.name;
	refuseAll([
		alter.hasIgnore ? complaint("statement-not-allowed", "ALTER IGNORE throws away rows that do not fit.", "Remove IGNORE; correct or delete these rows first.") : null,
		alter.renamesTo === null ? null : complaint("unsupported-statement", `The statement renames ${table}.`, "Renaming a table is no online change; run it on its own when no application uses the old name."),
		alter.touchesTablespace ? complaint("unsupported-statement", "DISCARD and IMPORT TABLESPACE replace the table’s file.", "Run it by hand.") : null
	]);
}
/**
* What must be so for the ghost-table copy.
*
* @throws GhostshipError with every complaint at once
*/
async function refuseCopy(server, original, alter, options) {
	refuseAll([...await binlogComplaints(server), ...tableComplaints(original, alter, options)]);
}
/** The part of {@link refuseCopy} that a replica can tell as well. */
function refuseTable(original, alter) {
	refuseAll(tableComplaints(original, alter, { foreignKeys: "refuse" }));
}
function tableComplaints(original, alter, options) {
	let { name, schema } = original.table, isChild = (key) => key.child.name === name && key.child.schema === schema, own = original.foreignKeys.filter(isChild), others = original.foreignKeys.filter((key) => !isChild(key));
	return [
		original.triggers.length > 0 ? complaint("unsupported-table", `${name} has triggers: ${original.triggers.join(", ")}.`, "They would be lost with the old table. Drop them before the migration and create them again after it.") : null,
		others.length > 0 ? complaint("unsupported-table", `Other tables refer to ${name}: ${others.map(describeForeignKey).join(", ")}.`, "Their foreign keys would follow the old table out of the way. Drop them before the migration and add them again after it.") : null,
		own.length > 0 && options.foreignKeys !== "drop" ? complaint("unsupported-table", `${name} has foreign keys: ${own.map(describeForeignKey).join(", ")}.`, "The altered table would not have them. Drop them first, or accept that with `foreign-keys: drop`, and add them again afterwards.") : null,
		alter.addsForeignKey ? complaint("unsupported-statement", "The statement adds a foreign key.", "Its name would belong to the ghost table. Add the foreign key in a statement of its own, without a migration.") : null,
		/\bWITH SYSTEM VERSIONING\b/u.test(original.createStatement) ? complaint("unsupported-table", `${name} is system-versioned.`, "A copy has no history. Run the statement directly.") : null
	];
}
function describeForeignKey(key) {
	return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}
async function binlogComplaints(server) {
	let [compressed, orderCommits, rowValues] = [
		await server.variable("binlog_transaction_compression"),
		await server.variable("binlog_order_commits"),
		await server.variable("binlog_row_value_options")
	];
	return [
		server.binlogEnabled ? null : complaint("binlog-not-usable", "The server writes no binary log.", "Start it with log_bin and binlog_format=ROW."),
		server.binlogFormat === "ROW" ? null : complaint("binlog-not-usable", `binlog_format is ${server.binlogFormat}.`, "SET GLOBAL binlog_format = ROW, and let every session that writes reconnect."),
		orderCommits === "OFF" ? complaint("binlog-not-usable", "binlog_order_commits is OFF: changes may become visible in another order than the binary log has.", "SET GLOBAL binlog_order_commits = ON.") : null,
		compressed === "ON" && !canReadPayloads ? complaint("binlog-not-usable", "binlog_transaction_compression is ON, which this version of Node cannot read.", "Run Ghostship with Node 22.15 or later, or SET GLOBAL binlog_transaction_compression = OFF.") : null,
		rowValues !== null && rowValues !== "" ? complaint("binlog-not-usable", `binlog_row_value_options is ${rowValues}.`, "SET GLOBAL binlog_row_value_options = '', and let every session that writes reconnect.") : null
	];
}
function complaint(code, message, hint) {
	return new GhostshipError(code, message, { hint });
}
/** One error for one complaint, and one that lists them for several. */
function refuseAll(found) {
	let complaints = found.filter((one) => one !== null), [first] = complaints;
	if (first !== void 0) throw complaints.length === 1 ? first : new GhostshipError(first.code, complaints.map((one) => one.message).join(" "), { hint: complaints.map((one) => one.hint).join(" ") });
}
/**
* Lets the server do it, instantly or in place, waiting for the table's lock no longer than the budget at a time.
*
* @returns `null` where the server can do it on an empty clone but not on this table (row versions used up, a FULLTEXT
*   index of the past): then it is copied
* @throws GhostshipError `cutover-gave-up`, `invalid-statement`, `cutover-unconfirmed`
*/
async function letServerAlter(sessions, table, alter, way, lockBudgetMs, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		let statement = alterTable(table, bodyWith(alter, way === "instant" ? "ALGORITHM=INSTANT" : "ALGORITHM=INPLACE, LOCK=NONE")), startedAt = nowMs(), reader = _usingCtx$1.a(await sessions.open("reading the definition")), before = await readCreateStatement(reader, table);
		for (let attempts = 1;; attempts++) try {
			var _usingCtx3 = _usingCtx();
			signal.throwIfAborted();
			let session = _usingCtx3.a(await sessions.open("altering the table"));
			await session.run(setLockWait(Math.max(1, Math.floor(lockBudgetMs / 1e3))));
			let attemptedAt = nowMs();
			try {
				return await session.run(statement), {
					attempts,
					lockedMs: nowMs() - attemptedAt
				};
			} catch (error) {
				if (isRefusal(error)) return null;
				if (error instanceof ConnectionLost) {
					if (await wasAltered(sessions, session, table, before)) return {
						attempts,
						lockedMs: nowMs() - attemptedAt
					};
				} else if (!isServerError(error, "ER_LOCK_WAIT_TIMEOUT", "ER_LOCK_DEADLOCK")) throw refused(error, table);
				if (nowMs() - startedAt > 18e5) throw gaveUp(table, attempts);
				await sleep(Math.min(3e4, 500 * 2 ** attempts), signal);
			}
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* Instant always. In place where no row is written anew; where an index is built from all rows, only on small tables or
* where no replica has to run the same statement in one piece.
*/
function isWorthDoingOnServer(altered, alter, table, replicas) {
	return altered.way === "instant" ? !0 : altered.way === "copy" || altered.rebuilds ? !1 : alter.addedIndexes.length === 0 || !replicas || table.dataBytes <= 268435456;
}
/** Needs REPLICATION SLAVE; who may not ask is taken to have replicas. */
async function hasReplicas(session) {
	let rows = await session.rows(showReplicas).catch(() => session.rows(showSlaveHosts).catch(() => null));
	return rows === null || rows.length > 0;
}
/** The statement may be running on without us: it is waited for, and only then the definition tells. */
async function wasAltered(sessions, lost, table, before) {
	let deadline = nowMs() + 6e4;
	for (;;) {
		try {
			try {
				var _usingCtx4 = _usingCtx();
				let session = _usingCtx4.a(await sessions.open("asking whether the table was altered"));
				if ((await session.rows(selectProcess(lost.id))).length === 0) return await readCreateStatement(session, table) !== before;
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		} catch (error) {
			if (nowMs() > deadline) throw unconfirmed(table, error);
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
function refused(error, table) {
	return error instanceof ServerError ? new GhostshipError("data-does-not-fit", `The server refuses to alter ${table.name}: ${error.message}`, {
		hint: "The table is as it was. Correct the rows or the statement and run the migration again.",
		cause: error
	}) : error;
}
function gaveUp(table, attempts) {
	return new GhostshipError("cutover-gave-up", `${table.name} was in use at each of ${attempts} attempts to alter it.`, { hint: "The table is as it was. Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again." });
}
function unconfirmed(table, cause) {
	return new GhostshipError("cutover-unconfirmed", `The connection broke while the server altered ${table.name}, and it cannot be asked whether it did.`, {
		hint: `Look with SHOW CREATE TABLE ${table.name}.`,
		tableState: "unknown",
		cause
	});
}
// src/engine/statement.ts
/**
* The one statement of a request, as a change of a table.
* @param server `null` before it is known; then executable comments count as code
* @throws GhostshipError `unsupported-statement`, `usage`
*/
function readChange(text, server) {
	let statement = readAlter(text, server);
	switch (statement.kind) {
		case "alter": return statement;
		case "not-one-statement": throw new GhostshipError("usage", `Expected one statement and found ${statement.count}.`, { hint: "Give one ALTER TABLE, CREATE INDEX or DROP INDEX." });
		case "not-alter": {
			let { statement: other } = statement, verb = other.kind === "other" ? other.verb : other.kind.replaceAll("-", " ").toUpperCase();
			throw new GhostshipError("unsupported-statement", `${verb} is no online change of a table.`, { hint: "ALTER TABLE, CREATE INDEX and DROP INDEX are. Run anything else by other means." });
		}
	}
}
// src/commands/task.ts
/** @throws GhostshipError `unsupported-statement`, naming it */
function taskOf(statement) {
	let { parsed } = statement;
	switch (parsed.kind) {
		case "alter-table": return {
			kind: "change",
			table: parsed.table,
			statement
		};
		case "create-table":
			if (parsed.temporary) throw refuse(statement, "CREATE TEMPORARY TABLE", "It would be gone with the connection that made it.");
			if (parsed.replaces) throw refuse(statement, "CREATE OR REPLACE TABLE", "It drops a table without a way back; write DROP TABLE and CREATE TABLE.");
			return {
				kind: "create",
				table: parsed.table,
				statement
			};
		case "drop-table": {
			let [table, ...more] = parsed.tables;
			if (parsed.temporary || table === void 0) throw refuse(statement, "DROP TEMPORARY TABLE", "There is none on a new connection.");
			if (more.length > 0) throw refuse(statement, "DROP TABLE of several tables", "Write one DROP TABLE for each, so that each can be told apart.");
			return {
				kind: "drop",
				table,
				statement
			};
		}
		case "rename-table": throw refuse(statement, "RENAME TABLE", "No application could follow it at the moment it happens; run it by other means in a maintenance window.");
		case "truncate-table": throw refuse(statement, "TRUNCATE TABLE", outside);
		case "drop-database": throw refuse(statement, "DROP DATABASE", outside);
		case "other": throw refuse(statement, parsed.verb === "" ? "This statement" : parsed.verb, outside);
	}
}
const outside = "ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE are; run anything else by other means.";
function refuse(statement, name, hint) {
	return new GhostshipError("unsupported-statement", `${name} (${placeOf(statement)}) is no statement that can be shipped.`, { hint });
}
// src/commands/refusal.ts
/** Why a statement cannot be run, whatever the server says and whoever allows it; `null` where nothing is known against it. */
function unsupported(statement) {
	try {
		return taskOf(statement), null;
	} catch (error) {
		if (error instanceof GhostshipError) return error;
		throw error;
	}
}
/** Why a statement may not be run until a person allows it. */
function notAllowed(statement, settings) {
	if (statement.parsed.kind !== "drop-table") return null;
	let table = tableOf(statement);
	return settings.valuesFor(statement.file, table).allow.includes("drop-table") ? null : new GhostshipError("statement-not-allowed", `DROP TABLE ${table} (${placeOf(statement)}) was not allowed.`, { hint: `If nobody uses ${table} any more, allow it for this run: drop-table in the option allow. It is renamed first, not dropped.` });
}
export { placeOf as A, Sessions as C, needsOwnSchema as D, mapColumns as E, statementsOf as M, tableOf as N, alterClone as O, openDesk as S, utc as T, compareLiterals as _, hasReplicas as a, selectKeyPart as b, inspectOriginal as c, refuseTable as d, readPayload as f, collated as g, bytesLiteral as h, readChange as i, singleStatement as j, partApplied as k, refuseCopy as l, chooseMigrationKey as m, unsupported as n, isWorthDoingOnServer as o, ByteReader as p, taskOf as r, letServerAlter as s, notAllowed as t, refuseStatement as u, convertLiteral as v, copySqlMode as w, temporalLiteral as x, literalFromSelected as y };
