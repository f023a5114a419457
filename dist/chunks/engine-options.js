import { t as GhostshipError } from "./errors.js";
import { n as ServerError, o as isPassing, s as isServerError, t as ConnectionLost } from "./server-errors.js";
import { t as _usingCtx } from "./usingCtx.js";
import { n as reasonOf, r as sleep, t as nowMs } from "./clock.js";
import { A as setReadCommitted, B as tableName, C as readForeignKeys, D as copySqlMode, F as hexLiteral, I as ident, L as join, M as setSqlMode, N as utc, P as withNotes, R as raw, T as connect, j as setSession, k as setNoSnapshotIsolation, n as alterTable, x as cascades, z as sql } from "./ghost.js";
import { a as withSuffix, o as changelogKey } from "./table-names.js";
import { g as showSlaveStatus, h as showSlaveHosts, l as selectTableId, m as showReplicas, o as selectInnodbChildren, p as showReplicaStatus, s as selectServer, t as missingPrivileges, v as showVariable, y as showWarnings } from "./privileges.js";
import { A as selectTriggers, C as inspectTable, D as createTrigger, E as withoutCounter, M as setTriggerSession, O as dropTrigger, S as findColumn, T as sameName, b as swapTables, j as setClientCharset, k as lockTable, u as killQuery, v as setLockWait, w as readCreateStatement, x as unlockTables, y as showProcesses } from "./ghost2.js";
import { a as TokenCursor, n as readStatement, r as tokenize, t as splitFile } from "./split-file.js";
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
	await session.run(withNotes);
	let idBefore = await tableId(session, clone, flavor), refusal = null;
	if (tryCheapWays) for (let { way, modifiers } of ladder) try {
		await session.run(alterTable(clone, bodyWith(alter, modifiers)));
		let warnings = await readWarnings(session), idAfter = await tableId(session, clone, flavor);
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
		hint: "Correct the statement.",
		cause: error
	}) : error;
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
// src/sql/column-value.ts
/** A value as SELECT shows it. */
function asShown(column) {
	return sql`CONCAT(${ident(column)})`;
}
/** The number that a date or a time stands for. */
function asNumber$1(column) {
	return sql`${ident(column)} + 0`;
}
/** The whole number a string holds. One that holds anything else is an error on both servers; `+ 0` makes it 0 on MariaDB. */
function asInteger(column) {
	return sql`CAST(${ident(column)} AS SIGNED)`;
}
function asRounded(column, digits) {
	return sql`ROUND(${ident(column)}, ${digits})`;
}
/**
* What ALTER TABLE fills a new NOT NULL column with that has no default (MySQL manual, "Data Type Default Values").
* `null` where there is nothing: the server then says so itself.
*/
function emptyValue(dataType, zeroDatesAllowed) {
	switch (dataType) {
		case "date":
		case "datetime":
		case "timestamp": return zeroDatesAllowed ? sql`'0000-00-00'` : null;
		case "time": return sql`'00:00:00'`;
		case "enum": return sql`1`;
		case "json": return sql`'null'`;
		case "geometry":
		case "point":
		case "linestring":
		case "polygon":
		case "multipoint":
		case "multilinestring":
		case "multipolygon":
		case "geomcollection":
		case "geometrycollection":
		case "vector": return null;
		case "char":
		case "varchar":
		case "binary":
		case "varbinary":
		case "tinytext":
		case "text":
		case "mediumtext":
		case "longtext":
		case "tinyblob":
		case "blob":
		case "mediumblob":
		case "longblob":
		case "set": return sql`''`;
		default: return sql`0`;
	}
}
// src/engine/probes/families.ts
const numbers = [
	"integer",
	"decimal",
	"float"
];
function familyOf(column) {
	return families[column.dataType] ?? "other";
}
function isUnsigned(column) {
	return /unsigned|zerofill/iu.test(column.columnType);
}
/** The number in `varchar(40)`; `null` where the type has none. */
function lengthOf(column) {
	let length = /\((\d+)/u.exec(column.columnType)?.[1];
	return length === void 0 ? null : Number(length);
}
/** The labels of an ENUM or SET, quoted as the definition has them. */
function labelsOf(column) {
	return column.columnType.match(/'(?:[^']|'')*'/gu) ?? [];
}
/** True where the server must make other values of the old ones. */
function changesType({ from, to }) {
	return from.columnType !== to.columnType || from.charset !== to.charset;
}
const families = {
	tinyint: "integer",
	smallint: "integer",
	mediumint: "integer",
	int: "integer",
	bigint: "integer",
	decimal: "decimal",
	float: "float",
	double: "float",
	bit: "bit",
	year: "year",
	char: "text",
	varchar: "text",
	tinytext: "text",
	text: "text",
	mediumtext: "text",
	longtext: "text",
	binary: "binary",
	varbinary: "binary",
	tinyblob: "binary",
	blob: "binary",
	mediumblob: "binary",
	longblob: "binary",
	date: "date",
	datetime: "date",
	timestamp: "date",
	time: "time",
	enum: "enum",
	set: "set",
	json: "json"
};
// src/engine/conversion.ts
/** What a ghost column is filled with, so that it holds what ALTER TABLE would have made of the value. */
function convertedValue$1({ from, to }, flavor) {
	let [source, target] = [familyOf(from), familyOf(to)];
	if (isShownOtherwise(from) && strings$1.includes(target) || flavor === "mysql" && isNumber(source) && readAsText.includes(target)) return asShown(from.name);
	if (strings$1.includes(source) && target === "bit") return asInteger(from.name);
	if (times.includes(source) && target === "bit") return asNumber$1(from.name);
	let digits = from.dataType === to.dataType && from.columnType !== to.columnType ? roundedDigits(to) : null;
	return digits === null ? ident(from.name) : asRounded(from.name, digits);
}
/** @throws GhostshipError `unsupported-statement` for a conversion that no expression brings about as ALTER TABLE does it */
function refuseConversions(map, flavor) {
	let refused = map.filter((column) => isUnlikeAlter(column, flavor));
	if (refused.length === 0) return;
	let words = refused.map(({ from, to }) => `${from.name} from ${from.columnType} to ${to.columnType}`);
	throw new GhostshipError("unsupported-statement", `The statement changes ${words.join(", ")}: copied rows would get other values than the server's own ALTER gives them.`, { hint: "Add a column of the new type, fill it with an expression that says what is meant, and drop the old one." });
}
const strings$1 = ["text", "binary"], times = ["date", "time"], readAsText = [
	"enum",
	"set",
	"json"
];
function isUnlikeAlter({ from, to }, flavor) {
	let [source, target] = [familyOf(from), familyOf(to)], becomes = (...families) => families.includes(target);
	switch (source) {
		case "float": return becomes("bit", "year", "date", "time") || becomes("set") && flavor === "mariadb";
		case "decimal": return becomes("set") && flavor === "mariadb";
		case "bit": return becomes("float") && from.digits > 63;
		case "json": return becomes("bit", "date");
		case "year": return becomes("date") && flavor === "mariadb";
		case "date": return becomes("bit") && from.fraction > 0 || becomes("year") && flavor === "mysql";
		case "time": return becomes("bit") && from.fraction > 0;
		case "integer":
		case "text":
		case "binary":
		case "enum":
		case "set":
		case "other": return !1;
	}
}
function isNumber(family) {
	return numbers.includes(family) || family === "year";
}
/** INSERT … SELECT leaves the zeros away and gives a FLOAT the digits of a DOUBLE. */
function isShownOtherwise(column) {
	return column.dataType === "float" || column.dataType === "year" || /zerofill/iu.test(column.columnType);
}
/** `FLOAT(10, 2)` keeps two digits; INSERT … SELECT from another FLOAT hands all of them over. */
function roundedDigits({ columnType }) {
	let digits = /^(?:float|double)\(\d+,(\d+)\)/iu.exec(columnType)?.[1];
	return digits === void 0 ? null : Number(digits);
}
// src/engine/copied-columns.ts
/**
* What each ghost column is filled with.
*
* @param server its own sql_mode decides whether ALTER TABLE makes up zero dates
*/
function copiedColumns(map, ghost, { flavor, sqlMode }) {
	let copied = map.map((column) => ({
		to: column.to.name,
		value: convertedValue$1(column, flavor)
	})), filled = ghost.columns.filter((column) => !map.some(({ to }) => to === column) && needsValue(column)).flatMap((column) => {
		let value = emptyValue(column.dataType, allowsZeroDates(sqlMode));
		return value === null ? [] : [{
			to: column.name,
			value
		}];
	});
	return [...copied, ...filled];
}
/** ADD COLUMN … NOT NULL without DEFAULT: ALTER fills it with the type's empty value. */
function needsValue(column) {
	return !column.nullable && !column.hasDefault && column.generated === null && !column.autoIncrement;
}
function allowsZeroDates(serverMode) {
	let modes = serverMode.split(",");
	return !(modes.some((mode) => mode.startsWith("STRICT_")) && modes.includes("NO_ZERO_DATE"));
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
		case "varbinary": return bytesLiteral(column, Buffer.from(text, "hex"));
	}
}
/** The ghost's column may have more digits than the original's, and a key is its text. */
function withoutZeros(text, digits) {
	let point = text.indexOf(".");
	if (point === -1) return text;
	let end = digits === 0 ? point : point + 1 + digits;
	return /^\.?0*$/u.test(text.slice(end)) ? text.slice(0, end) : text;
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
				consecutive: integers$1.includes(column.dataType),
				charset: kind === "text" ? column.charset : null,
				collation: kind === "text" ? column.collation : null,
				paddedBytes: kind === "binary" ? column.octets ?? 0 : 0,
				fraction: kind === "decimal" ? column.scale : column.fraction
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
const integers$1 = [
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
	return both(integers$1) || both(["varbinary"]) ? !0 : both(strings) ? from.dataType !== "varchar" || to.dataType !== "char" : both(["decimal"]) ? to.scale >= from.scale : from.dataType === to.dataType && [
		"datetime",
		"timestamp",
		"time"
	].includes(from.dataType) && to.fraction >= from.fraction;
}
function noKey(original, complaints) {
	let name = original.table.name, found = complaints.length === 0 ? `${name} has no primary key and no unique key.` : `No unique key of ${name} can be used: ${complaints.join("; ")}.`;
	return new GhostshipError("no-migration-key", `${found} Rows could not be told apart while they are copied.`, { hint: "Give the table a primary key, or a unique key on NOT NULL columns, that the statement leaves in place. Then run this again." });
}
// src/engine/verified-columns.ts
function verifiedColumns(map, flavor) {
	return map.map((column) => ({
		from: column.from.name,
		to: column.to.name,
		comparison: comparison(column.from, column.to),
		value: convertedValue$1(column, flavor)
	}));
}
function hashedColumns(map, rowBytes) {
	if (rowBytes > 400 || converts(map)) return null;
	let original = [], ghost = [];
	for (let { from, to } of map) {
		let hash = hashOf(from, to);
		if (hash === null) return null;
		let nullable = from.nullable || to.nullable;
		original.push({
			name: from.name,
			hash,
			nullable
		}), ghost.push({
			name: to.name,
			hash,
			nullable
		});
	}
	return {
		original,
		ghost
	};
}
/** True where the server converts a value on its way, so that original and ghost cannot be compared as they stand. */
function converts(map) {
	return map.some((column) => !isComparable(column));
}
/** True where what the server makes of a value depends on the time zone of the session. */
function dependsOnTimeZone(map) {
	return map.some(({ from, to }) => from.dataType !== to.dataType && [from.dataType, to.dataType].includes("timestamp"));
}
/** True where a date is converted: then zero dates are for the server's own sql_mode to accept or refuse. */
function convertsTemporals(map) {
	return map.some(({ from, to }) => from.columnType !== to.columnType && [from, to].some(isTemporal));
}
/** Times with digits after the second. */
const fractional = [
	"time",
	"datetime",
	"timestamp"
], integers = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
], texts = [
	"char",
	"varchar",
	"tinytext",
	"text",
	"mediumtext",
	"longtext"
];
/** The same type, or two that hold the same value in a way that compares equal. */
function isComparable({ from, to }) {
	if (from.charset !== to.charset || from.collation !== to.collation) return !1;
	if (from.columnType === to.columnType) return !0;
	let both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	return both(["decimal"]) ? to.scale >= from.scale : from.dataType === to.dataType && fractional.includes(to.dataType) ? to.fraction >= from.fraction : both(integers) || both(texts.filter((type) => type !== "char")) || both(["enum"]);
}
/**
* Strings not by their collation, which calls different strings equal. ENUM and SET by number where the definition
* is the same, else by label. JSON and spatial values have no exact comparison of their own.
*/
function comparison(from, to) {
	return to.dataType === "set" || to.dataType === "enum" && from.columnType === to.columnType || to.dataType === "year" ? { by: "number" } : to.dataType === "enum" ? { by: "bytes" } : to.dataType === "json" ? { by: "text" } : to.charset === null ? { by: wholeBytes.includes(to.dataType) ? "bytes" : "value" } : {
		by: "letters",
		charset: to.charset
	};
}
/** `null` where a value that is the same may look different. */
function hashOf(from, to) {
	return integers.includes(to.dataType) ? [from, to].some(({ dataType }) => dataType === "bigint") ? "big integer" : "integer" : to.dataType === "enum" ? from.columnType === to.columnType ? "number" : "bytes" : texts.includes(to.dataType) ? "bytes" : from.columnType === to.columnType ? to.dataType === "year" ? "integer" : ["set", "bit"].includes(to.dataType) ? "number" : to.dataType === "float" ? "float" : to.dataType === "json" ? "text" : "bytes" : null;
}
const wholeBytes = [
	"geometry",
	"point",
	"linestring",
	"polygon",
	"multipoint",
	"multilinestring",
	"multipolygon",
	"geomcollection",
	"geometrycollection",
	"vector"
];
function isTemporal(column) {
	return [
		"date",
		"datetime",
		"timestamp",
		"time",
		"year"
	].includes(column.dataType);
}
// src/engine/copy-plan.ts
/** @throws GhostshipError `no-migration-key`, `unsupported-statement`, `unsupported-table` */
function planCopy(names, original, ghost, alter, server, allow) {
	let map = mapColumns(original, ghost, alter);
	refuseNewCounter(ghost, map), refuseEngine(ghost), refuseConversions(map, server.flavor), refuseDocumentIds(original);
	let key = chooseMigrationKey(original, ghost, map), tables = {
		original: names.original,
		ghost: names.ghost,
		columns: copiedColumns(map, ghost, server),
		index: key.index,
		ghostIndex: key.ghostIndex,
		key: key.columns
	};
	return {
		names,
		map,
		key,
		tables,
		verify: {
			copy: tables,
			columns: verifiedColumns(map, server.flavor),
			converts: converts(map),
			sums: key.columns.some(({ exact }) => exact) ? null : hashedColumns(map, original.rowBytes)
		},
		watched: {
			original: {
				table: names.original,
				key: key.columns.map((column) => column.original),
				width: widthInBinlog(original, server)
			},
			changelog: {
				table: names.changelog,
				key: changelogKey,
				width: 5
			},
			ghost: names.ghost
		},
		settings: {
			timeZone: timeZoneFor(map, key, server),
			sqlMode: sqlModeFor(map, server, allow)
		},
		rowsEstimated: original.rowsEstimated,
		rowBytes: original.rowBytes,
		hasCounter: ghost.columns.some((column) => column.autoIncrement)
	};
}
/** The server numbers the rows in the order of the primary key; rows that are copied while others are written have none. */
function refuseNewCounter(ghost, map) {
	let counter = ghost.columns.find((column) => column.autoIncrement);
	if (!(counter === void 0 || map.some(({ to }) => to === counter))) throw new GhostshipError("unsupported-statement", `The statement adds the AUTO_INCREMENT column ${counter.name}; existing rows would get numbers in no particular order.`, { hint: "Add the column without AUTO_INCREMENT, number the rows, and make it AUTO_INCREMENT in a second migration." });
}
/** The apply relies on transactions. */
function refuseEngine(ghost) {
	if (ghost.engine.toLowerCase() !== "innodb") throw new GhostshipError("unsupported-statement", `The statement moves the table to ${ghost.engine}.`, { hint: "Only InnoDB tables can be filled while writers go on. Run the statement directly." });
}
/** InnoDB wants the ids of a full-text index to ascend in the order rows are written. */
function refuseDocumentIds(original) {
	if (original.columns.some((column) => column.name.toUpperCase() === "FTS_DOC_ID")) throw new GhostshipError("unsupported-table", `${original.table.name} has a column FTS_DOC_ID, whose values must be written in ascending order.`, { hint: "A table that is copied in parallel cannot promise that. Run the statement directly." });
}
/** MySQL logs every column, MariaDB too. */
function widthInBinlog(original, _server) {
	return original.columns.length;
}
/**
* UTC has no hour that comes twice. Only where the statement turns TIMESTAMP into another type, or back, does the
* server's own zone decide what the values are, as it would in the server's own ALTER.
*/
function timeZoneFor(map, key, server) {
	if (!dependsOnTimeZone(map)) return utc;
	if (!["UTC", "+00:00"].includes(server.timeZone.toUpperCase()) && key.columns.some(({ original }) => original.kind === "timestamp")) throw new GhostshipError("unsupported-table", `The migration key ${key.index} has a TIMESTAMP, and the statement converts one in the time zone ${server.timeZone}.`, { hint: "Convert the column in a migration of its own, or give the table a unique key without a TIMESTAMP." });
	return sql`@@GLOBAL.time_zone`;
}
/**
* What is converted is converted as the server's own ALTER would. MySQL's also refuses zero dates in columns that stay as
* they are, where its sql_mode does; a person may allow them. MariaDB's takes them as they are.
*/
function sqlModeFor(map, server, allow) {
	if ((server.flavor === "mariadb" || allow.includes("zero-dates") || !map.some(({ from }) => isDate(from))) && !convertsTemporals(map)) return copySqlMode;
	let strict = /* @__PURE__ */ new Set([
		...server.sqlMode.split(","),
		"STRICT_ALL_TABLES",
		"NO_AUTO_VALUE_ON_ZERO"
	]);
	for (let unwanted of foreignModes) strict.delete(unwanted);
	if (allow.includes("zero-dates")) for (let mode of ["NO_ZERO_DATE", "NO_ZERO_IN_DATE"]) strict.delete(mode);
	return sql`${[...strict].join(",")}`;
}
/** They would change what our own SQL means. */
const foreignModes = [
	"ANSI_QUOTES",
	"NO_BACKSLASH_ESCAPES",
	"PIPES_AS_CONCAT",
	"PAD_CHAR_TO_FULL_LENGTH",
	"ANSI",
	"ORACLE",
	"IGNORE_SPACE",
	""
];
function isDate(column) {
	return [
		"date",
		"datetime",
		"timestamp"
	].includes(column.dataType);
}
/**
* Filling a table with its secondary indexes takes about twice as long as building them at the end (measured: 20.1 s
* against 14.2 s for two million rows and one index), but the building is one long statement for a replica.
*
* @returns `null` where there is no index that could be deferred
*/
function chooseDeferral(ghost, original, wish, hasReplicas) {
	let keep = (reason) => ({
		indexes: [],
		reason
	}), all = deferrableIndexes(ghost.createStatement), indexes = all.slice(all.findIndex(({ name }) => name === counterIndex(ghost)) + 1);
	return indexes.length === 0 ? null : /^\s*SPATIAL KEY /mu.test(ghost.createStatement) ? keep("the table has a spatial index") : wish === "keep" ? keep("it is asked for") : wish === "defer" ? {
		indexes,
		reason: "it is asked for"
	} : original.dataBytes < 8388608 ? keep("the table is small") : hasReplicas && original.indexBytes > 1073741824 ? keep("replicas would fall behind while they build large indexes") : {
		indexes,
		reason: "that is faster than to fill them row by row"
	};
}
/** Unique ones are not among them, they are what finds duplicates. */
function deferrableIndexes(createStatement) {
	return createStatement.split("\n").flatMap((line) => {
		let definition = line.trim().replace(/,$/u, ""), name = /^KEY `((?:[^`]|``)+)`/u.exec(definition)?.[1];
		return name === void 0 ? [] : [{
			name: name.replaceAll("``", "`"),
			definition
		}];
	});
}
/** AUTO_INCREMENT cannot do without an index that begins with it; unique ones stay anyway. */
function counterIndex({ columns, indexes }) {
	let counter = columns.find((column) => column.autoIncrement)?.name;
	if (counter === void 0) return;
	let serving = indexes.filter((index) => index.columns[0]?.column === counter);
	return serving.some(({ unique }) => unique) ? void 0 : serving[0]?.name;
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
		return this.#opened.add(session), await session.run(setReadCommitted), await session.run(setNoSnapshotIsolation).catch((error) => {
			if (!isServerError(error, "ER_UNKNOWN_SYSTEM_VARIABLE")) throw error;
		}), await session.run(setSession({
			...this.#settings,
			flavor: this.#server.flavor
		})), session;
	}
	async openMany(count, purpose) {
		return Promise.all(Array.from({ length: count }, () => this.open(purpose)));
	}
	/** Runs something long; an abort stops it on the server, too. */
	async runLong(session, statement, signal) {
		signal.throwIfAborted();
		let stop = () => void this.#stop(session);
		signal.addEventListener("abort", stop, { once: !0 });
		try {
			return await session.run(statement);
		} catch (error) {
			throw signal.aborted ? reasonOf(signal) : error;
		} finally {
			signal.removeEventListener("abort", stop);
		}
	}
	async #stop(session) {
		try {
			try {
				var _usingCtx$3 = _usingCtx();
				await _usingCtx$3.a(await connect(this.#target, "stopping a statement")).run(killQuery(session.id));
			} catch (_) {
				_usingCtx$3.e = _;
			} finally {
				await _usingCtx$3.d();
			}
		} catch {
			session.destroy();
		}
	}
	/** Connection ids of ours on the server. */
	get ids() {
		return [...this.#opened].filter((session) => session.alive).map((session) => session.id);
	}
	/** Sent so far, on sessions that are closed by now as well. */
	get statementCount() {
		return [...this.#opened].reduce((sum, session) => sum + session.statementCount, 0);
	}
	async [Symbol.asyncDispose]() {
		await Promise.all([...this.#opened].map((session) => session[Symbol.asyncDispose]()));
	}
};
// src/engine/desk.ts
/** @throws GhostshipError `cannot-connect`, `access-denied` */
async function openDesk(target) {
	let session = await connect(target, "asking the server"), server = await askServer(session);
	await session.run(setSqlMode(sql`${plainMode(server.sqlMode)}`));
	let sessions = new Sessions(target, server, {
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
/** What SHOW CREATE TABLE prints must read the same whatever the server's mode. */
function plainMode(globalMode) {
	let unwanted = [
		"ANSI",
		"ANSI_QUOTES",
		"ORACLE",
		"PIPES_AS_CONCAT",
		"NO_BACKSLASH_ESCAPES",
		"NO_TABLE_OPTIONS",
		"NO_KEY_OPTIONS",
		"NO_FIELD_OPTIONS"
	];
	return globalMode.split(",").filter((mode) => !unwanted.includes(mode)).join(",");
}
function readableMode(globalMode) {
	return globalMode.split(",").filter((mode) => mode !== "NO_BACKSLASH_ESCAPES").join(",");
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
	let groups = /* @__PURE__ */ new Map();
	for (let [literal = "NULL", ...rest] of keys) groups.set(literal, [...groups.get(literal) ?? [], rest]);
	let alternatives = [...groups].map(([literal, members]) => sql`${isOneOf(lead, [literal])} AND ${literalsIn(others, members)}`);
	return sql`(${join(alternatives, " OR ")})`;
}
function isOneOf({ column, write, exact }, literals) {
	let values = literals.map(write), found = sql`${column} IN (${join(values)})`;
	return exact ? sql`${found} AND ${bytes(column)} IN (${join(values.map(bytes))})` : found;
}
/**
* Composite keys are expanded: `a > 1 OR (a = 1 AND b > 2)`. A row constructor `(a, b) > (1, 2)` says the same, but
* neither server walks the index for it.
*/
function keyRange(operands, range) {
	let conditions = [];
	return range.after !== null && conditions.push(...beyond$1(operands, range.after.split(","), ">", ">")), range.upTo !== null && conditions.push(...beyond$1(operands, range.upTo.split(","), "<", "<=")), conditions.length === 0 ? raw("TRUE") : join(conditions, " AND ");
}
/**
* The first condition is implied by the second; it is what lets the optimizer see one range on the leading column.
*/
function beyond$1(operands, literals, inner, last) {
	let alternatives = operands.map((operand, depth) => {
		let equals = operands.slice(0, depth).map(({ column, write }, index) => sql`${column} = ${write(literals[index] ?? "NULL")}`), comparison = depth === operands.length - 1 ? last : inner, step = sql`${operand.column} ${raw(comparison)} ${operand.write(literals[depth] ?? "NULL")}`;
		return sql`(${join([...equals, step], " AND ")})`;
	}), lead = operands[0];
	return lead === void 0 || operands.length === 1 ? alternatives : [sql`${lead.column} ${raw(`${inner}=`)} ${lead.write(literals[0] ?? "NULL")}`, sql`(${join(alternatives, " OR ")})`];
}
function bytes(value) {
	return sql`CAST(${value} AS BINARY)`;
}
// src/sql/copy.ts
const o = raw("o");
/**
* Copies a range; runs under READ COMMITTED and then locks nothing on the original.
* @param restEvery it sleeps for a moment about once in so many rows; `null` is never
*/
function copyRange(tables, range, restEvery) {
	let resting = restEvery === null ? raw("") : sql` AND ${restingOnceIn(restEvery)}`;
	return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyRange(originalKey(tables.key), range)}${resting}`;
}
/** Brings these keys over as they are in the original now. Their old rows must have been deleted from the ghost. */
function copyKeys(tables, keys) {
	return sql`${insertSelect(tables)} FORCE INDEX (${ident(tables.index)}) WHERE ${keyIn(originalKey(tables.key), keys)}`;
}
function deleteKeys(tables, keys) {
	return sql`DELETE FROM ${tableName(tables.ghost)} WHERE ${keyIn(ghostKey(tables.key), keys)}`;
}
/**
* The key `rows` rows behind `after`; no row where fewer are left. One column for each key column: `k0`, `k1`, …
* Not from a derived table, which takes MySQL another millisecond (measured); what is ordered by is qualified, because a
* column may be called `k0`, too.
*/
function selectBoundary(tables, after, rows) {
	let key = originalKey(tables.key, o);
	return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(key, {
		after,
		upTo: null
	})} ORDER BY ${join(key.map(({ column }) => column))} LIMIT 1 OFFSET ${rows - 1}`;
}
/** The greatest key of all, as {@link selectBoundary} has it; no row where the table is empty. */
function selectLast(tables) {
	let key = originalKey(tables.key, o);
	return sql`SELECT ${keyParts(tables, o)} FROM ${tableName(tables.original)} AS ${o} FORCE INDEX (${ident(tables.index)})
    ORDER BY ${join(key.map(({ column }) => sql`${column} DESC`))} LIMIT 1`;
}
/** Every key in the range, as {@link selectBoundary} has them. */
function selectKeys(tables, range) {
	return sql`SELECT ${keyParts(tables)} FROM ${tableName(tables.original)} FORCE INDEX (${ident(tables.index)})
    WHERE ${keyRange(originalKey(tables.key), range)}`;
}
/**
* Where keys lie that JavaScript cannot compare, asked of the server that can. One row a key, `n` its number and `place`
* the number of the first range that holds it, or NULL.
*/
function locateKeys(tables, keys, ranges) {
	let located = keys.map((key, n) => {
		let literals = key.split(","), operands = tables.key.map(({ original }, index) => ({
			column: collated(original, literals[index] ?? "NULL"),
			write: raw,
			exact: !1
		})), cases = ranges.map((range, index) => sql`WHEN ${keyRange(operands, range)} THEN ${index}`);
		return sql`SELECT ${n} AS n, CASE ${join(cases, " ")} END AS place`;
	});
	return join(located, " UNION ALL ");
}
/**
* True of every row, whatever SLEEP says: a row must not depend on it. Of shorter times than 10 µs MySQL makes nothing at all;
* this one takes some 60 µs, as the operating system will have it.
*/
function restingOnceIn(rows) {
	return sql`(RAND() * ${rows} >= 1 OR SLEEP(0.00001) >= 0)`;
}
function insertSelect(tables) {
	let to = tables.columns.map((column) => ident(column.to)), values = tables.columns.map((column) => column.value);
	return sql`INSERT INTO ${tableName(tables.ghost)} (${join(to)}) SELECT ${join(values)} FROM ${tableName(tables.original)}`;
}
function keyParts(tables, alias = null) {
	return join(tables.key.map(({ original }, index) => sql`${selectKeyPart(original, alias)} AS ${raw(`k${index}`)}`));
}
/**
* Ends of chunks that need not be looked up: where the key is one whole number, no more than n rows are within the next n
* numbers. As long as most of these are there, and up to the last key of the time it was first asked for.
*/
var Stride = class {
	#tables;
	#isNumber;
	#last = null;
	#isDense = !1;
	constructor(tables) {
		this.#tables = tables, this.#isNumber = tables.key.length === 1 && tables.key.every(({ original }) => original.consecutive);
	}
	/** @returns `null` where the end must be looked up */
	async endOf(session, after, rows) {
		if (after === null || !this.#isDense) return null;
		this.#last ??= await this.#readLast(session);
		let end = BigInt(after) + BigInt(rows);
		return end <= this.#last ? String(end) : null;
	}
	/** To be told of every chunk how many rows were found in it. */
	learn({ after, upTo }, rows) {
		this.#isNumber && after !== null && upTo !== null && (this.#isDense = rows >= .5 * Number(BigInt(upTo) - BigInt(after)));
	}
	async #readLast(session) {
		let [row] = await session.rows(selectLast(this.#tables));
		return row === void 0 ? 0n : BigInt(String(row.k0));
	}
}, Frontier = class {
	#tables;
	#orderedHere;
	#stride;
	#inFlight = /* @__PURE__ */ new Set();
	#claimedUpTo = null;
	#allClaimed = !1;
	#claims = 0;
	#turn = Promise.resolve();
	constructor(tables, orderedHere) {
		this.#tables = tables, this.#orderedHere = orderedHere, this.#stride = new Stride(tables);
	}
	/** The next chunk of about `rows` rows, or `null` when every key is claimed. One claim at a time. */
	claim(session, rows) {
		let claim = this.#turn.then(() => this.#claim(session, rows));
		return this.#turn = claim.catch(() => null), claim;
	}
	/** @param rows found in it */
	complete(chunk, rows) {
		this.#inFlight.delete(chunk), this.#stride.learn(chunk, rows);
	}
	get chunksInFlight() {
		return [...this.#inFlight];
	}
	isInFlight(chunk) {
		return this.#inFlight.has(chunk);
	}
	/** True once every key belongs to a chunk. */
	get isClaimed() {
		return this.#allClaimed;
	}
	get isDone() {
		return this.#allClaimed && this.#inFlight.size === 0;
	}
	/**
	* Where each key stands. A claim that slips in while the server is asked does no harm: a key found ahead was visible
	* before that claim, so its chunk reads it.
	*/
	async locate(session, keys) {
		if (this.isDone) return keys.map(() => "copied");
		let inFlight = [...this.#inFlight], ahead = this.#allClaimed ? [] : [{
			after: this.#claimedUpTo,
			upTo: null
		}], ranges = [...inFlight, ...ahead];
		return (this.#orderedHere ? keys.map((key) => this.#find(key, ranges)) : await this.#ask(session, keys, ranges)).map((place) => place === -1 ? "copied" : place < inFlight.length ? "in-flight" : "ahead");
	}
	async #claim(session, rows) {
		if (this.#allClaimed) return null;
		let after = this.#claimedUpTo, upTo = await this.#stride.endOf(session, after, rows) ?? await this.#lookUpEnd(session, after, rows), chunk = {
			number: this.#claims++,
			after,
			upTo
		};
		return this.#inFlight.add(chunk), this.#claimedUpTo = upTo, this.#allClaimed = upTo === null, chunk;
	}
	async #lookUpEnd(session, after, rows) {
		let [boundary] = await session.rows(selectBoundary(this.#tables, after, rows));
		return boundary === void 0 ? null : readKey(this.#tables, boundary);
	}
	#find(key, ranges) {
		return ranges.findIndex(({ after, upTo }) => (after === null || this.#compare(key, after) > 0) && (upTo === null || this.#compare(key, upTo) <= 0));
	}
	#compare(left, right) {
		let lefts = left.split(","), rights = right.split(",");
		for (let [index, { original: column }] of this.#tables.key.entries()) {
			let order = compareLiterals(column, lefts[index] ?? "", rights[index] ?? "");
			if (order !== 0) return order;
		}
		return 0;
	}
	async #ask(session, keys, ranges) {
		let places = keys.map(() => -1);
		for (let start = 0; start < keys.length; start += keysPerQuestion) {
			let asked = keys.slice(start, start + keysPerQuestion);
			for (let row of await session.rows(locateKeys(this.#tables, asked, ranges))) row.place !== null && (places[start + Number(row.n)] = Number(row.place));
		}
		return places;
	}
};
/** The key in a row that has it as `k0`, `k1`, … */
function readKey(tables, row) {
	return tables.key.map(({ original }, index) => literalFromSelected(original, String(row[`k${index}`]))).join(",");
}
/** Long UNION ALLs cost the parser more than they save in round trips. */
const keysPerQuestion = 200;
// src/engine/own-schema.ts
/**
* True where the ghost must live in a schema of its own to keep names that are unique in a schema, which on MySQL are those
* of CHECK constraints and of foreign keys. RENAME carries them over while the old table leaves for a third schema. MariaDB
* keeps the names of CHECKs with the table, and foreign keys are not carried over there.
*/
function needsOwnSchema(original, alter, flavor, foreignKeys) {
	return flavor === "mariadb" ? !1 : hasNamedChecks(original, alter) || foreignKeys === "carry" && hasOwnForeignKeys(original);
}
function hasOwnForeignKeys({ createStatement, table }) {
	return readForeignKeys(createStatement, table.schema).length > 0;
}
/** CREATE TABLE … LIKE makes new names up; only the pattern `<table>_chk_<n>` follows a RENAME (MySQL manual, "CHECK Constraints"). */
function hasNamedChecks(original, alter) {
	let names = checkNames(original.createStatement);
	return names.length === 0 ? !1 : !names.every((name, index) => name === `${original.table.name}_chk_${index + 1}`) || alter.statement.clauses.some(({ kind }) => kind === "alter-check" || kind === "drop-constraint");
}
/** In the order of the definition. */
function checkNames(createStatement) {
	return [...createStatement.matchAll(/^\s*CONSTRAINT `((?:[^`]|``)+)` CHECK /gmu)].map((line) => (line[1] ?? "").replaceAll("``", "`"));
}
// src/engine/complaints.ts
function complaint(code, message, hint) {
	return new GhostshipError(code, message, { hint });
}
/** One error for one complaint, and one that lists them for several. */
function refuseAll(found) {
	let complaints = found.filter((one) => one !== null), [first] = complaints;
	if (first !== void 0) throw complaints.length === 1 ? first : new GhostshipError(first.code, complaints.map((one) => one.message).join(" "), { hint: complaints.map((one) => one.hint).join(" ") });
}
/** What keeps the binlog from telling every change, in the order in which they become visible. */
async function binlogComplaints(server) {
	let [orderCommits, maxWriteLocks] = [await server.variable("binlog_order_commits"), await server.variable("max_write_lock_count")];
	return [
		server.binlogEnabled ? null : complaint("binlog-not-usable", "The server writes no binary log.", "Start it with log_bin and binlog_format=ROW."),
		server.binlogFormat === "ROW" ? null : complaint("binlog-not-usable", `binlog_format is ${server.binlogFormat}.`, "SET GLOBAL binlog_format = ROW, and let every session that writes reconnect."),
		orderCommits === "OFF" ? complaint("binlog-not-usable", "binlog_order_commits is OFF: changes may become visible in another order than the binary log has.", "SET GLOBAL binlog_order_commits = ON.") : null,
		maxWriteLocks !== null && Number(maxWriteLocks) < 1e6 ? complaint("unsupported-server", `max_write_lock_count is ${maxWriteLocks}: writers may go before a RENAME that waits.`, "SET GLOBAL max_write_lock_count = DEFAULT.") : null
	];
}
/** The triggers of the original on their way to the altered table. */
var Triggers = class {
	#names;
	#triggers;
	constructor(names, triggers) {
		this.#names = names, this.#triggers = triggers;
	}
	/**
	* Makes them on the empty ghost and takes them back: whatever would keep them from the altered table shows before a row is
	* copied.
	*
	* @throws GhostshipError `missing-privileges`, `unsupported-table`
	*/
	async tryOut(sessions) {
		try {
			var _usingCtx$2 = _usingCtx();
			if (this.#triggers.length === 0) return;
			let session = _usingCtx$2.a(await sessions.open("trying the triggers out"));
			try {
				await this.place(session);
			} catch (error) {
				throw error instanceof ServerError ? notCarried(this.#names.original, error) : error;
			} finally {
				await this.#takeBackThrough(session);
			}
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	}
	/** @param session under the cutover lock the one that holds it */
	async place(session) {
		if (this.#triggers.length !== 0) {
			for (let trigger of this.#triggers) await session.run(setTriggerSession(trigger)), await session.run(createTrigger(this.#names.ghost, otherName(trigger), trigger, !0));
			await session.run(setClientCharset);
		}
	}
	/**
	* After an attempt that failed, before anything is written to the ghost again. Once the tables are swapped there is
	* nothing to take back: the ghost's name is nobody's then.
	*/
	async takeBack(open) {
		try {
			var _usingCtx3 = _usingCtx();
			if (this.#triggers.length === 0) return;
			let session = _usingCtx3.a(await open("taking the triggers back from the ghost"));
			await this.#takeBackThrough(session);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	/**
	* Gives the triggers of the altered table their own names. Tried again until it is done: between two tries every one of
	* them does its work under one name or the other.
	*
	* @returns what a person should know of it
	*/
	async giveNames(sessions, signal) {
		let notices = [];
		for (let attempt = 1; this.#triggers.length > 0; attempt++) try {
			try {
				var _usingCtx4 = _usingCtx();
				let session = _usingCtx4.a(await sessions.open("naming the triggers")), doubled = await this.#dropDoubles(session);
				doubled.length > 0 && notices.push(`The connection broke while triggers were named: ${doubled.join()} ran twice until it was back.`), await this.#swapNames(session);
				break;
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		} catch {
			if (attempt === 120 || signal.aborted) return [...notices, this.#unnamed()];
			attempt > 1 && await sleep(1e3, signal).catch(() => {});
		}
		return notices;
	}
	/** Two of a kind, left behind by a try that broke off. */
	async #dropDoubles(session) {
		let { original } = this.#names, present = await this.#presentNames(session), doubled = this.#triggers.filter((trigger) => present.has(trigger.name) && present.has(otherName(trigger)));
		for (let trigger of doubled) await session.run(dropTrigger(original.schema, otherName(trigger)));
		return doubled.map(({ name }) => name);
	}
	async #swapNames(session) {
		let { original, retired } = this.#names, present = await this.#presentNames(session), unnamed = this.#triggers.filter(({ name }) => !present.has(name));
		for (let { name } of unnamed) await session.run(dropTrigger(retired.schema, name));
		await session.run(setLockWait(1)), await session.run(lockTable(original));
		for (let trigger of unnamed) await session.run(setTriggerSession(trigger)), await session.run(createTrigger(original, trigger.name, trigger, !1)), await session.run(setClientCharset), await session.run(dropTrigger(original.schema, otherName(trigger)));
		await session.run(unlockTables);
	}
	async #presentNames(session) {
		return new Set((await session.rows(selectTriggers(this.#names.original))).map((row) => String(row.name)));
	}
	#unnamed() {
		return `The triggers could not be given their own names and do their work as ${this.#triggers.map(otherName).join(", ")}.`;
	}
	async #takeBackThrough(session) {
		await session.run(setClientCharset);
		for (let row of await session.rows(selectTriggers(this.#names.ghost))) await session.run(dropTrigger(this.#names.ghost.schema, String(row.name)));
	}
};
/** Free as long as nobody else carries a trigger of this name over. */
function otherName({ name }) {
	return withSuffix(name, "_gho");
}
function notCarried(table, error) {
	let isDenied = isServerError(error, "ER_TABLEACCESS_DENIED_ERROR", "ER_SPECIFIC_ACCESS_DENIED_ERROR", "ER_BINLOG_CREATE_ROUTINE_NEED_SUPER");
	return new GhostshipError(isDenied ? "missing-privileges" : "unsupported-table", `A trigger of ${table.name} cannot be carried over to the altered table: ${error.message}`, {
		hint: isDenied ? "Grant TRIGGER on it, and SET_ANY_DEFINER (MariaDB: SET USER) where triggers belong to others; a server with a binary log also wants log_bin_trust_function_creators=ON, or SUPER." : "Change the trigger so that it works before and after, or drop it before the migration and create it again after it.",
		cause: error
	});
}
/** Names of those whose text we could not send as it was written: it goes over the wire as UTF-8. */
function unreadable(triggers) {
	return triggers.filter(({ body, charset }) => !charset.startsWith("utf8") && /[^\0-\x7F]/u.test(body)).map(({ name }) => name);
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
		...purpose === "migration" ? await missingPrivileges(session, table, server.flavor) : []
	]), definition;
}
/** Children in schemas that this user may not look into: only InnoDB's own list has them, and only with PROCESS. */
async function hiddenChildren(session, { flavor }, { table, foreignKeys }) {
	let rows = await session.rows(selectInnodbChildren(table, flavor)).catch(() => []);
	return rows.length <= foreignKeys.filter(({ parent }) => sameTable(parent, table)).length ? null : complaint("unsupported-table", `Tables that this user may not see refer to ${table.name}: ${rows.map((row) => String(row.child)).join(", ")}.`, "Their foreign keys would follow the old table out of the way. Drop them before the migration and add them again after it.");
}
function sameTable(left, right) {
	return left.schema.toLowerCase() === right.schema.toLowerCase() && left.name.toLowerCase() === right.name.toLowerCase();
}
/**
* What belongs to the table is looked at before the stream begins, which tells of every change from then on; in between
* somebody may have added something.
*
* @throws GhostshipError `original-changed`
*/
async function refuseNewRelations(session, original) {
	let now = await inspectTable(session, original.table), relations = (table) => JSON.stringify([table?.triggers, table?.foreignKeys]);
	if (relations(now) !== relations(original)) throw new GhostshipError("original-changed", `Somebody changed triggers of ${original.table.name}, or foreign keys from or to it, while its migration began.`, { hint: "Run the migration again when nobody else is changing the table." });
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
async function refuseCopy({ server, session }, original, alter, options) {
	refuseAll([
		...await binlogComplaints(server),
		...tableComplaints(original, alter, await knowForeignKeys(server), options),
		await hiddenChildren(session, server, original)
	]);
}
/** The part of {@link refuseCopy} that a replica can tell as well. */
async function refuseTable({ server, session }, original, alter, options) {
	refuseAll([...tableComplaints(original, alter, await knowForeignKeys(server), options), await hiddenChildren(session, server, original)]);
}
/** Since 9.6 MySQL carries foreign keys out above InnoDB, where they reach the binlog (MySQL manual, `innodb_native_foreign_keys`). */
async function knowForeignKeys(server) {
	return {
		flavor: server.flavor,
		cascadesAreLogged: await server.variable("innodb_native_foreign_keys") === "OFF"
	};
}
function tableComplaints(original, alter, { flavor, cascadesAreLogged }, options) {
	let { name } = original.table, others = original.foreignKeys.filter(({ parent }) => sameTable(parent, original.table));
	return [
		...triggerComplaints(original, alter, flavor, options),
		others.length > 0 ? complaint("unsupported-table", `Other tables refer to ${name}: ${others.map(describeForeignKey).join(", ")}.`, "Their foreign keys would follow the old table out of the way. Drop them before the migration and add them again after it.") : null,
		...foreignKeyComplaints(original, flavor, cascadesAreLogged, options),
		movesPartitionedRows(alter) ? complaint("unsupported-statement", "The statement drops, empties or exchanges partitions with their rows.", "A copy would bring the rows back. Run it directly: the server does it without copying.") : null,
		alter.addsForeignKey || alter.statement.clauses.some(({ kind }) => kind === "drop-foreign-key") ? complaint("unsupported-statement", "The statement adds or drops a foreign key.", "The ghost has none. Do that in a statement of its own, without a migration.") : null,
		/\bWITH SYSTEM VERSIONING\b/u.test(original.createStatement) ? complaint("unsupported-table", `${name} is system-versioned.`, "A copy has no history. Run the statement directly.") : null
	];
}
function foreignKeyComplaints(original, flavor, cascadesAreLogged, { foreignKeys }) {
	let { table } = original, own = readForeignKeys(original.createStatement, table.schema);
	if (own.length === 0) return [];
	let cascading = own.filter(cascades), list = own.map((key) => `${key.name} (${table.schema}.${table.name} → ${key.parent.name})`).join(", ");
	return [
		foreignKeys === "refuse" ? complaint("unsupported-table", `${table.name} has foreign keys: ${list}.`, flavor === "mysql" ? "`foreign-keys: carry` carries them over to the altered table, `drop` leaves them out." : "Drop them before the migration and add them again after it, or leave them out with `foreign-keys: drop`.") : null,
		foreignKeys === "carry" && flavor === "mariadb" ? complaint("unsupported-table", `${table.name} has foreign keys, which no session of MariaDB can carry over in one step: ${list}.`, "Drop them before the migration and add them again after it.") : null,
		foreignKeys !== "refuse" && cascading.length > 0 && !cascadesAreLogged ? complaint("unsupported-table", `Rows of ${table.name} are changed by ${cascading.map(({ name, actions }) => `${name} (${actions})`).join(", ")}, which this server does not log.`, "Make them RESTRICT for the time of the migration, and let the application delete what depends on a row.") : null
	];
}
function triggerComplaints(original, alter, flavor, { triggers, foreignKeys }) {
	let { name } = original.table;
	if (original.triggers.length === 0) return [];
	if (triggers === "refuse") return [complaint("unsupported-table", `${name} has triggers: ${original.triggers.map((trigger) => trigger.name).join(", ")}.`, "They would be lost with the old table. `triggers: carry` carries them over to the altered one.")];
	let foreign = unreadable(original.triggers);
	return [needsOwnSchema(original, alter, flavor, foreignKeys) ? complaint("unsupported-table", `${name} has triggers, and constraints whose names are to be kept.`, "Only one of the two can be carried over by a RENAME of this server (MySQL manual, \"RENAME TABLE Statement\"). Drop the triggers before the migration and create them again after it.") : null, foreign.length > 0 ? complaint("unsupported-table", `Triggers of ${name} are written in another character set than UTF-8: ${foreign.join(", ")}.`, "Create them again in a session with utf8mb4 first.") : null];
}
/** What it does to partitions it does to their rows as well. */
function movesPartitionedRows(alter) {
	return alter.statement.clauses.some((clause) => clause.kind === "partition" && withRows.includes(clause.operation));
}
const withRows = [
	"drop",
	"truncate",
	"exchange",
	"convert",
	"discard",
	"import"
];
function describeForeignKey(key) {
	return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}
// src/sql/probes.ts
/** A probe that takes longer than this is given up: it must never become a load of its own. */
const probeTimeoutMs = 1e4, maxCounted = 1e4;
/** One row: `found` up to one more than {@link maxCounted}, `samples`. Plain reads, no locks. */
function countRowsWhere(flavor, rows, condition) {
	return timed(flavor, sql`COUNT(*) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT ${clipped(rows.key)} AS sample FROM ${rows.from} WHERE ${condition} LIMIT ${10001}) AS hits`);
}
/**
* As {@link countRowsWhere}, of rows that have the same value as another one. Each value's first row is not counted: what
* is found must go, or change. NULL is equal to nothing.
*/
function countRepeated(flavor, rows, parts) {
	let known = parts.map((part) => sql`${part} IS NOT NULL`);
	return timed(flavor, sql`COALESCE(SUM(surplus), 0) AS found, COUNT(*) AS hits, ${samples} AS samples
    FROM (SELECT COUNT(*) - 1 AS surplus, CONCAT(MIN(${clipped(rows.key)}), ${""}, MAX(${clipped(rows.key)})) AS sample
      FROM ${rows.from} WHERE ${join(known, " AND ")}
      GROUP BY ${join(parts)} HAVING COUNT(*) > 1 LIMIT ${10001}) AS hits`);
}
/** A table as it stands. */
function tableRows(table, key) {
	return {
		from: tableName(table),
		key
	};
}
const keyAlias = ident("ghostship_key");
/** Rows with other columns than the ones they are made from. The servers merge it; nothing is materialized. */
function derivedRows(rows, columns) {
	let list = columns.map(({ value, name }) => sql`${value} AS ${ident(name)}`);
	return {
		from: sql`(SELECT ${join([...list, sql`${rows.key} AS ${keyAlias}`])} FROM ${rows.from}) AS probed`,
		key: keyAlias
	};
}
/** How a key is shown to a person. */
function keyText(columns) {
	if (columns.length === 0) return raw("NULL");
	let parts = columns.map(({ name, dataType }) => dataType === "bit" ? sql`${ident(name)} + 0` : dataType.endsWith("binary") ? sql`CONCAT('0x', HEX(${ident(name)}))` : sql`CAST(${ident(name)} AS CHAR)`);
	return sql`CONCAT_WS(', ', ${join(parts)})`;
}
const samples = sql`SUBSTRING_INDEX(GROUP_CONCAT(sample SEPARATOR ${""}), ${""}, ${6})`;
function clipped(key) {
	return sql`LEFT(${key}, ${100})`;
}
/** The server itself stops the statement; MySQL counts in milliseconds, MariaDB in seconds. */
function timed(flavor, rest) {
	return flavor === "mysql" ? sql`SELECT /*+ MAX_EXECUTION_TIME(${probeTimeoutMs}) */ ${rest}` : sql`SET STATEMENT max_statement_time = ${probeTimeoutMs / 1e3} FOR SELECT ${rest}`;
}
// src/sql/probe-conditions.ts
function isNull(value) {
	return sql`${value} IS NULL`;
}
/** @param spacesCount false where the server cuts trailing spaces off without complaint */
function isLonger(value, limit, unit, spacesCount) {
	let counted = spacesCount ? value : sql`TRIM(TRAILING ' ' FROM ${value})`;
	return unit === "letters" ? sql`CHAR_LENGTH(${counted}) > ${limit}` : sql`LENGTH(${counted}) > ${limit}`;
}
/** @param lowest `null` for no bound; texts of digits, so that nothing is rounded on the way */
function isOutside(value, lowest, highest) {
	let above = sql`${value} > ${raw(highest)}`;
	return lowest === null ? above : sql`(${value} < ${raw(lowest)} OR ${above})`;
}
function rounded(value, digits) {
	return sql`ROUND(${value}, ${digits})`;
}
/** Number of an ENUM label, bits of a SET or BIT, digits of a date. */
function asNumber(value) {
	return sql`(${value} + 0)`;
}
function asText(value) {
	return sql`CAST(${value} AS CHAR)`;
}
/** The number a text says, with more digits than any column of the table could hold. */
function numberInText(value) {
	return sql`CAST(TRIM(${value}) AS DECIMAL(65,20))`;
}
/** @param integersOnly MariaDB takes no point and no exponent for an integer column */
function isNoNumber(value, integersOnly) {
	return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP ${`^[[:space:]]*[-+]?${integersOnly ? "[0-9]+" : "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]*)?"}[[:space:]]*$`}`;
}
/** @param type DATE, DATETIME, TIME */
function isNoTemporal(value, type) {
	return sql`(${value} IS NOT NULL AND CAST(${value} AS ${raw(type)}) IS NULL)`;
}
/** The T of ISO 8601 is the only letter the servers take. */
function hasStrayLetter(value) {
	return sql`CONVERT(${value} USING utf8mb4) REGEXP '[^0-9[:punct:][:space:]Tt]'`;
}
/** Such as +02:00 behind the time. */
function hasOffset(value) {
	return sql`CONVERT(${value} USING utf8mb4) REGEXP '[-+][0-9]{1,2}:[0-9]{2}[[:space:]]*$'`;
}
/** @param labels as a column definition writes them, quoted */
function isNoLabel(value, labels) {
	return sql`${value} NOT IN (${join(labels.map(raw))})`;
}
/** The text as a column of this collation would compare it. */
function collatedText(text, { charset, collation }) {
	return sql`(CONVERT(${text} USING ${raw(charset)}) COLLATE ${raw(collation)})`;
}
/** A member of a SET that the new type has under no spelling its collation calls equal. */
function hasLostMember(value, lost, kept, collation) {
	let conditions = lost.map((member) => sql`(FIND_IN_SET(${raw(member)}, ${value}) > 0 AND ${isNoLabel(collatedText(raw(member), collation), kept)})`);
	return sql`(${join(conditions, " OR ")})`;
}
/** Text that lists something else than members. Beyond ASCII a collation may call more equal than a pattern does. */
function isNoSet(value, members) {
	let text = sql`CONVERT(${value} USING utf8mb4)`, one = `(${members.map((member) => escapePattern(member.slice(1, -1).replaceAll("''", "'"))).join("|")})`;
	return sql`(${text} REGEXP '^[ -~]+$' AND ${text} NOT REGEXP ${`^(${one}(,${one})*)? *$`} AND (${isNoNumeral(value)} OR ${numberInText(value)} >= ${1n << BigInt(members.length)}))`;
}
function escapePattern(text) {
	return text.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => `\\${letter}`);
}
/** Digits alone stand for the number of a label. */
function isNoNumeral(value) {
	return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP '^[[:space:]]*[0-9]+[[:space:]]*$'`;
}
/** CONVERT puts a question mark for what the character set lacks. */
function hasForeignLetter(value, charset) {
	let marks = (text) => sql`(CHAR_LENGTH(${text}) - CHAR_LENGTH(REPLACE(${text}, '?', '')))`;
	return sql`${marks(sql`CONVERT(${value} USING ${raw(charset)})`)} > ${marks(value)}`;
}
/** Bytes that are no text in the character set. */
function isMalformed(value, charset) {
	let text = sql`CONVERT(${value} USING ${raw(charset)})`;
	return sql`(${value} IS NOT NULL AND (${text} IS NULL OR CAST(${text} AS BINARY) <> ${value}))`;
}
function isNoJson(value) {
	return sql`NOT JSON_VALID(${value})`;
}
function isKnown(value) {
	return sql`${value} IS NOT NULL`;
}
/** A check is violated where it is false; NULL passes. */
function violates(check) {
	return sql`NOT (${raw(check)})`;
}
/** '0000-00-00', and dates with a month or a day of 0. */
function isZeroDate(value, modes) {
	let isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`, hasZero = sql`(CAST(${value} AS CHAR) LIKE '____-00-%' OR CAST(${value} AS CHAR) LIKE '____-__-00%')`;
	return modes.zeroDate && modes.zeroInDate ? sql`(${isZero} OR ${hasZero})` : modes.zeroDate ? isZero : sql`(${hasZero} AND NOT ${isZero})`;
}
/** Seconds since 1970 in the session's time zone, which must be the one the ALTER runs in; zero dates are not counted. */
function isNoTimestamp(value, lastSecond) {
	let isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
	return sql`(NOT ${isZero} AND (${value} < FROM_UNIXTIME(1) OR ${value} >= ${lastSecond} + INTERVAL 1 SECOND))`;
}
/** 2038-01-19 03:14:07 UTC; MariaDB since 11.5 goes on to 2106, and says so by not answering NULL. */
const lastTimestamp = {
	mysql: sql`FROM_UNIXTIME(2147483647)`,
	mariadb: sql`COALESCE(FROM_UNIXTIME(4294967295), FROM_UNIXTIME(2147483647))`
};
/** @param pairs column of the child, column of the parent */
function isOrphan(parent, pairs) {
	let known = pairs.map(({ child }) => sql`probed.${ident(child)} IS NOT NULL`), same = pairs.map((pair) => sql`parent.${ident(pair.parent)} = probed.${ident(pair.child)}`);
	return sql`${join(known, " AND ")} AND NOT EXISTS (SELECT 1 FROM ${tableName(parent)} AS parent WHERE ${join(same, " AND ")})`;
}
// src/engine/probes/converted-value.ts
/**
* A value of the original as the altered column will compare it, for values that fit. `null` where the server converts
* in a way that no expression repeats.
*/
function convertedValue({ from, to }) {
	let value = ident(from.name);
	if (!changesType({
		from,
		to
	}) && from.collation === to.collation) return value;
	let [source, target] = [familyOf(from), familyOf(to)];
	switch (target) {
		case "integer":
		case "decimal": return number(value, from, to);
		case "text": return [
			"other",
			"binary",
			"bit"
		].includes(source) ? null : text(source === "text" ? value : asText(value), to);
		case "enum":
		case "set": return source === target ? text(asText(value), to) : null;
		case "date": return source === "date" || source === "text" ? sql`CAST(${value} AS ${raw(dateType(to))})` : null;
		case "time": return source === "time" ? sql`CAST(${value} AS TIME(${to.fraction}))` : null;
		case "binary": return source === "binary" && !to.dataType.startsWith("binary") ? value : null;
		case "float":
		case "bit":
		case "year":
		case "json":
		case "other": return null;
	}
}
/** True where two values that differ before differ after. */
function keepsDistinct({ from, to }) {
	if (!changesType({
		from,
		to
	})) return from.collation === to.collation;
	let [source, target] = [familyOf(from), familyOf(to)];
	if (source === "integer") return target === "integer" || target === "decimal";
	if (source !== target) return !1;
	switch (source) {
		case "decimal": return to.scale >= from.scale;
		case "text": return from.collation === to.collation && to.dataType !== "char";
		case "enum":
		case "set": return from.collation === to.collation;
		case "date":
		case "time": return from.dataType === to.dataType && to.fraction >= from.fraction;
		case "float":
		case "bit":
		case "year":
		case "binary":
		case "json":
		case "other": return !1;
	}
}
function number(value, from, to) {
	let source = familyOf(from);
	return source === "integer" ? value : numbers.includes(source) ? sql`ROUND(${value}, ${to.scale})` : source === "text" ? sql`ROUND(${numberInText(value)}, ${to.scale})` : source === "enum" || source === "year" ? asNumber(value) : null;
}
/** Trailing spaces that are too many are cut off; a CHAR has none at all. */
function text(value, to) {
	if (to.charset === null || to.collation === null) return null;
	let collated = collatedText(value, {
		charset: to.charset,
		collation: to.collation
	});
	return to.dataType === "char" ? sql`TRIM(TRAILING ' ' FROM ${collated})` : to.dataType === "varchar" ? sql`LEFT(${collated}, ${lengthOf(to) ?? 1})` : collated;
}
function dateType({ dataType, fraction }) {
	return dataType === "date" ? "DATE" : `DATETIME(${fraction})`;
}
// src/sql/read-expression.ts
/** What the first parentheses behind `keyword` hold, as written; null where there are none in the span. */
function readExpressionBehind(keyword, text, span) {
	return readGroupsBehind(keyword, text, span)[0] ?? null;
}
/** What each of the parentheses behind `keyword` holds, in order; nested ones stay inside theirs. */
function readGroupsBehind(keyword, text, span) {
	let cursor = new TokenCursor(tokenize(text, span, null));
	for (; !cursor.done && !cursor.take(keyword);) cursor.next();
	let groups = [];
	for (; !cursor.done;) {
		let group = cursor.group();
		group === null ? cursor.next() : groups.push(text.slice(group[0]?.start ?? span.end, group.at(-1)?.end ?? span.end));
	}
	return groups;
}
// src/sql/read-table.ts
/** Reads what SHOW CREATE TABLE gives; null if it is not a CREATE TABLE. */
function readTable(createTable, server = null) {
	let [span] = splitFile(createTable).statements, statement = span === void 0 ? null : readStatement(createTable, span, server);
	return statement?.kind === "create-table" ? statement : null;
}
// src/engine/probes/parsed-table.ts
function parseTable({ createStatement }) {
	let elements = readTable(createStatement)?.elements ?? [], text = (span) => createStatement.slice(span.start, span.end), columns = elements.flatMap((element) => element.kind === "add-column" ? [element.column] : []);
	return {
		uniqueKeys: elements.flatMap((element) => element.kind === "add-index" && (element.index === "unique" || element.index === "primary") ? [{
			name: element.name?.text ?? "PRIMARY",
			parts: element.parts.map((part) => readPart(part.column?.text ?? null, text(part)))
		}] : []),
		checks: [...elements.flatMap((element) => element.kind === "add-check" && element.enforced ? [{
			name: element.name?.text ?? "",
			span: element
		}] : []), ...columns.flatMap(({ name, checks }) => checks.filter(({ enforced }) => enforced).map((span) => ({
			name: span.name?.text ?? name.text,
			span
		})))].flatMap(({ name, span }) => {
			let expression = readExpressionBehind("CHECK", createStatement, span);
			return expression === null ? [] : [{
				name,
				expression
			}];
		}),
		foreignKeys: elements.flatMap((element) => {
			if (element.kind !== "add-foreign-key") return [];
			let [own = "", others = ""] = readGroupsBehind("FOREIGN", createStatement, element);
			return [{
				name: element.name?.text ?? "",
				columns: names(own),
				parentColumns: names(others)
			}];
		}),
		generated: new Map(columns.flatMap((column) => {
			let expression = column.generated === null ? null : readExpressionBehind("AS", createStatement, column);
			return expression === null ? [] : [[column.name.text.toLowerCase(), expression]];
		})),
		defaults: new Map(columns.flatMap((column) => column.default === null ? [] : [[column.name.text.toLowerCase(), text(column.default)]]))
	};
}
/** Names of columns that an expression of the server's own writing mentions: it quotes them all. */
function mentions(expression, column) {
	return expression.toLowerCase().includes(`\`${column.replaceAll("`", "``").toLowerCase()}\``);
}
function readPart(column, text) {
	if (column === null) return {
		column,
		expression: text.replace(/\s+(?:ASC|DESC)$/iu, "")
	};
	let prefix = /\((\d+)\)\s*(?:ASC|DESC)?$/iu.exec(text)?.[1];
	return {
		column,
		prefix: prefix === void 0 ? null : Number(prefix)
	};
}
function names(list) {
	return [...list.matchAll(/`((?:[^`]|``)+)`/gu)].map((match) => (match[1] ?? "").replaceAll("``", "`"));
}
// src/engine/probes/probe.ts
function probeColumn(change, { to }, column) {
	let { condition, ...told } = column, statement = countRowsWhere(change.server.flavor, rowsOf(change.original), condition);
	return {
		...told,
		columns: [to.name],
		key: null,
		statement
	};
}
/** A whole, not-null, unique key tells a row by itself; the primary key first. */
function rowsOf(original) {
	let column = (name) => original.columns.find((candidate) => candidate.name === name), parts = (original.indexes.filter(({ unique, columns }) => unique && columns.every((part) => !part.isPrefix && column(part.column)?.nullable === !1)).toSorted((one, other) => Number(other.name === "PRIMARY") - Number(one.name === "PRIMARY"))[0]?.columns ?? []).flatMap((part) => column(part.column) ?? []);
	return tableRows(original.table, keyText(parts));
}
// src/engine/probes/altered-rows.ts
/**
* The original's rows as the altered table will have them, with some of its columns: mapped ones converted, added ones
* with their default, generated ones worked out.
*
* @returns `null` where a column's value cannot be foretold
*/
function alteredRows(change, parsed, names) {
	let isGenerated = (name) => parsed.generated.has(name.toLowerCase()), generated = names.filter(isGenerated), plain = names.filter((name) => !isGenerated(name));
	if (generated.length === 0) return plainRows(change, parsed, plain);
	let expressions = generated.map((name) => parsed.generated.get(name.toLowerCase()) ?? "NULL"), needed = change.altered.columns.map(({ name }) => name).filter((name) => plain.includes(name) || expressions.some((expression) => mentions(expression, name))), inner = generated.some((name) => needed.includes(name)) ? null : alteredRows(change, parsed, needed);
	return inner === null ? null : derivedRows(inner, [...plain.map((name) => ({
		name,
		value: ident(name)
	})), ...generated.map((name, index) => ({
		name,
		value: raw(`(${expressions[index] ?? "NULL"})`)
	}))]);
}
function plainRows(change, parsed, names) {
	let columns = [];
	for (let name of names) {
		let value = foretold(change, parsed, name);
		if (value === null) return null;
		columns.push({
			name,
			value
		});
	}
	return derivedRows(rowsOf(change.original), columns);
}
function foretold({ altered, map }, parsed, name) {
	let mapped = map.find(({ to }) => sameName(to.name, name));
	if (mapped !== void 0) return convertedValue(mapped);
	let fallback = parsed.defaults.get(name.toLowerCase());
	if (fallback !== void 0) return /nextval|lastval/iu.test(fallback) ? null : raw(fallback);
	let column = findColumn(altered, name);
	return column?.nullable === !0 && !column.autoIncrement ? raw("NULL") : null;
}
// src/engine/probes/checks.ts
/** Rows that break a CHECK constraint which is new, newly enforced, or sees other values than before. */
function probeChecks(change) {
	let [before, after] = [parseTable(change.original), parseTable(change.altered)];
	return after.checks.filter((check) => !(isEnforcedAlready(before.checks, check.expression) && seesSameValues(check.expression, change))).map(({ name, expression }) => {
		let columns = change.altered.columns.map((column) => column.name).filter((column) => mentions(expression, column)), rows = alteredRows(change, after, columns);
		return {
			kind: "check-violated",
			columns,
			key: name,
			statement: rows === null ? null : countRowsWhere(change.server.flavor, rows, violates(expression)),
			fault: `the CHECK constraint ${name} is violated`,
			because: "the altered table enforces it",
			hint: "Correct these rows first, or change the constraint."
		};
	});
}
function isEnforcedAlready(checks, expression) {
	return checks.some((check) => check.expression === expression);
}
/** A check over columns that are neither renamed nor converted says of a row what it said before. */
function seesSameValues(expression, { altered, map }) {
	return altered.columns.filter(({ name }) => mentions(expression, name)).every(({ name }) => map.some((column) => column.to.name === name && sameName(column.from.name, name) && !changesType(column) && column.from.collation === column.to.collation));
}
// src/engine/probes/duplicates.ts
/**
* Rows that collide under a unique key of the altered table which no unique key of the original promises already: a new
* key, one that lost a column, one whose columns compare more loosely than before.
*/
function probeDuplicates(change) {
	let [before, after] = [parseTable(change.original), parseTable(change.altered)];
	return after.uniqueKeys.filter((key) => !isNumbered(key, change) && !before.uniqueKeys.some((old) => promises(old, key, change))).map((key) => duplicatesUnder(key, after, change));
}
function duplicatesUnder(key, parsed, change) {
	let columns = columnsOf(key, change), rows = key.parts.some((part) => part.column === null && /\bARRAY\)/iu.test(part.expression)) ? null : alteredRows(change, parsed, columns);
	return {
		kind: "duplicate-key",
		columns,
		key: key.name,
		statement: rows === null ? null : countRepeated(change.server.flavor, rows, key.parts.map(partValue)),
		fault: `${columns.join(", ")} repeats the value of another row`,
		because: `${key.name === "PRIMARY" ? "the primary key" : `the key ${key.name}`} is to be unique`,
		hint: "Remove or change these rows first, or leave the key as it is."
	};
}
/** Every row gets a number of its own in a new AUTO_INCREMENT column. */
function isNumbered(key, { altered, map }) {
	return key.parts.some(({ column }) => column !== null && findColumn(altered, column)?.autoIncrement === !0 && !map.some(({ to }) => sameName(to.name, column)));
}
/** Unique values stay unique where columns are added to the key. */
function promises(old, key, change) {
	return old.parts.every((part) => key.parts.some((candidate) => isAsStrict(part, candidate, change)));
}
function isAsStrict(old, part, { map, original }) {
	if (old.column === null) {
		let isUntouched = original.columns.filter(({ name }) => mentions(old.expression, name)).every(({ name }) => map.some((column) => column.from.name === name && column.to.name === name && column.from.columnType === column.to.columnType && keepsDistinct(column)));
		return part.column === null && part.expression === old.expression && isUntouched;
	}
	if (part.column === null || part.prefix !== old.prefix) return !1;
	let mapped = map.find(({ from }) => sameName(from.name, old.column ?? ""));
	return mapped === void 0 || !sameName(ghostColumnOf(map, old.column) ?? "", part.column) ? !1 : (part.prefix === null || mapped.from.charset === mapped.to.charset) && keepsDistinct(mapped);
}
function columnsOf(key, { altered }) {
	return altered.columns.map(({ name }) => name).filter((name) => key.parts.some((part) => part.column === null ? mentions(part.expression, name) : sameName(part.column, name)));
}
function partValue(part) {
	return part.column === null ? raw(part.expression) : part.prefix === null ? ident(part.column) : sql`LEFT(${ident(part.column)}, ${part.prefix})`;
}
// src/engine/probes/labels.ts
/** Labels in use that the altered ENUM or SET does not have. */
function probeLabels(change) {
	return change.map.filter(changesType).flatMap((column) => {
		let { from, to } = column, condition = conditionFor$2(column, change.server.flavor);
		return condition === null ? [] : probeColumn(change, column, {
			kind: "label-in-use",
			condition,
			fault: `${from.name} has a value that is no label of the new type`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Keep the labels that are in use, or give these rows another one first."
		});
	});
}
function conditionFor$2({ from, to }, flavor) {
	let value = ident(from.name), [old, kept] = [labelsOf(from), labelsOf(to)];
	switch (`${familyOf(from)} to ${familyOf(to)}`) {
		case "enum to enum":
		case "enum to set": return old.every((label) => kept.includes(label)) ? null : sql`(${asNumber(value)} > 0 AND ${lacks(asText(value), to, kept, flavor)})`;
		case "set to set": {
			let lost = old.filter((label) => !kept.includes(label));
			return lost.length === 0 ? null : hasLostMember(value, lost, kept, collationOf(to));
		}
		case "set to enum": return lacks(asText(value), to, kept, flavor);
		case "text to enum": return lacks(sql`TRIM(TRAILING ' ' FROM ${value})`, to, kept, flavor);
		case "text to set": return isNoSet(value, kept);
		default: return null;
	}
}
/** Digits stand for the label of that number, where no label is written like this; 0 for none, to MySQL only. */
function lacks(text, to, labels, flavor) {
	let noNumber = isOutside(numberInText(text), flavor === "mysql" ? "0" : "1", String(labels.length));
	return sql`(${isNoLabel(collatedText(text, collationOf(to)), labels)} AND (${isNoNumeral(text)} OR ${noNumber}))`;
}
function collationOf(column) {
	return {
		charset: column.charset ?? "utf8mb4",
		collation: column.collation ?? "utf8mb4_bin"
	};
}
// src/engine/probes/letters.ts
/** Letters that the new character set does not have, and bytes that are no text in it. */
function probeLetters(change) {
	return change.map.filter(changesType).flatMap((column) => {
		let { from, to } = column, condition = conditionFor$1(column);
		return condition === null ? [] : probeColumn(change, column, {
			kind: "not-convertible",
			condition,
			fault: `${from.name} has characters that ${to.charset ?? "the new type"} lacks`,
			because: `${to.name} becomes ${to.columnType} in ${to.charset ?? "another character set"}`,
			hint: "Correct these texts first, or choose utf8mb4."
		});
	});
}
/** MariaDB puts a question mark for any byte beyond ASCII, so that nothing is refused there. */
const textsOfBytes = ["utf8mb4", "utf8mb3"], wholeUnicode = [
	"utf8mb4",
	"utf16",
	"utf16le",
	"utf32",
	"gb18030"
];
function conditionFor$1({ from, to }) {
	if (familyOf(to) !== "text" || to.charset === null || from.charset === to.charset) return null;
	let value = ident(from.name);
	if (familyOf(from) === "binary") return textsOfBytes.includes(to.charset) ? isMalformed(value, to.charset) : null;
	let holdsAll = wholeUnicode.includes(to.charset) || from.charset === "ascii";
	return familyOf(from) === "text" && !holdsAll ? hasForeignLetter(value, to.charset) : null;
}
// src/engine/probes/not-convertible.ts
/** Texts and numbers that say nothing in the new type: no number, no date, no JSON. */
function probeNotConvertible(change) {
	return change.map.filter(changesType).flatMap((column) => {
		let { from, to } = column, condition = conditionFor(column, change.server.flavor);
		return condition === null ? [] : probeColumn(change, column, {
			kind: "not-convertible",
			condition,
			fault: `${from.name} is no ${nounFor(to)}`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Correct these values first, or add a new column and fill it as they should be read."
		});
	});
}
function conditionFor({ from, to }, flavor) {
	let value = ident(from.name), [source, target] = [familyOf(from), familyOf(to)];
	if ((source === "text" || source === "json") && (numbers.includes(target) || target === "year")) return isNoNumber(asText(value), flavor === "mariadb" && target === "integer");
	if (target === "date" || target === "time") {
		if (source === "integer") return noTemporalNumber(value, to);
		if (source === "text") return noTemporalText(value, to, flavor);
	}
	return target === "json" ? notJson(value, from) : null;
}
function noTemporalNumber(value, to) {
	let misfit = isNoTemporal(value, castTypeOf(to));
	return to.dataType === "time" ? sql`(${misfit} OR ${isOutside(value, "-8385959", "8385959")})` : misfit;
}
/** Empty text is midnight to MySQL; MySQL takes an offset such as +02:00 behind a time, MariaDB does not. */
function noTemporalText(value, to, flavor) {
	let misfit = sql`(${isNoTemporal(value, castTypeOf(to))} OR ${hasStrayLetter(value)})`;
	return to.dataType === "time" ? sql`(TRIM(${value}) <> '' AND ${misfit})` : flavor === "mysql" ? sql`(${misfit} AND NOT ${hasOffset(value)})` : sql`(${misfit} OR ${hasOffset(value)})`;
}
/** JSON of bytes is refused whatever they say. */
function notJson(value, from) {
	switch (familyOf(from)) {
		case "binary": return isKnown(value);
		case "text":
		case "enum":
		case "set":
		case "date":
		case "time": return isNoJson(asText(value));
		case "integer":
		case "decimal":
		case "float":
		case "bit":
		case "year":
		case "json":
		case "other": return null;
	}
}
function castTypeOf({ dataType }) {
	return dataType === "date" || dataType === "time" ? dataType.toUpperCase() : "DATETIME";
}
function nounFor(to) {
	let family = familyOf(to);
	return family === "json" ? "JSON" : family === "date" || family === "time" ? family : "number";
}
// src/engine/probes/nulls.ts
/**
* NULL in what becomes NOT NULL, a column of a new primary key included. An AUTO_INCREMENT column numbers its NULLs, and a
* TIMESTAMP makes the present of them (measured: both servers, ALGORITHM=COPY).
*/
function probeNulls(change) {
	return change.map.filter(({ from, to }) => from.nullable && !to.nullable && !to.autoIncrement && to.dataType !== "timestamp").map((column) => probeColumn(change, column, {
		kind: "null-in-not-null",
		condition: isNull(ident(column.from.name)),
		fault: `${column.from.name} is NULL`,
		because: `${column.to.name} becomes NOT NULL`,
		hint: "Give these rows a value first."
	}));
}
// src/engine/probes/orphans.ts
/** Rows whose new foreign key refers to a row that is not there. A NULL in any of its columns refers to nothing. */
function probeOrphans(change) {
	let { original, altered, server } = change, old = parseTable(original).foreignKeys.map(({ name }) => name), after = parseTable(altered);
	return after.foreignKeys.filter(({ name }) => !old.includes(name)).flatMap((key) => {
		let parent = altered.foreignKeys.find((candidate) => candidate.name === key.name && candidate.child.name === altered.table.name)?.parent;
		if (parent === void 0) return [];
		let table = sameName(parent.name, altered.table.name) ? original.table : parent, rows = alteredRows(change, after, key.columns), pairs = key.columns.map((child, index) => ({
			child,
			parent: key.parentColumns[index] ?? ""
		}));
		return [{
			kind: "orphan",
			columns: key.columns,
			key: key.name,
			statement: rows === null ? null : countRowsWhere(server.flavor, rows, isOrphan(table, pairs)),
			fault: `${key.columns.join(", ")} refers to no row of ${table.name}`,
			because: `the foreign key ${key.name} is added`,
			hint: "Add the missing rows, or remove these, first."
		}];
	});
}
// src/engine/probes/ranges.ts
/** `null` for a type that is no number, and for one that nothing is beyond. */
function rangeOf(column) {
	let unsigned = isUnsigned(column);
	switch (familyOf(column)) {
		case "integer": {
			let bits = BigInt(integerBits[column.dataType] ?? 64);
			return unsigned ? between(0n, (1n << bits) - 1n) : between(-(1n << bits - 1n), (1n << bits - 1n) - 1n);
		}
		case "decimal": return fixedPoint(column.digits, column.scale, unsigned);
		case "float": return floatingPoint(column, unsigned);
		case "year": return between(0n, 2155n);
		case "bit": {
			let bits = lengthOf(column) ?? 1;
			return bits >= 64 ? null : between(0n, (1n << BigInt(bits)) - 1n);
		}
		case "enum": return {
			...between(0n, BigInt(labelsOf(column).length)),
			isLabel: !0
		};
		case "set": {
			let members = BigInt(labelsOf(column).length);
			return members >= 64n ? null : between(0n, (1n << members) - 1n);
		}
		case "text":
		case "binary":
		case "date":
		case "time":
		case "json":
		case "other": return null;
	}
}
/** True where every value of the old column is in the range, rounding included. */
function isWithin(from, range) {
	let family = familyOf(from);
	if (family !== "integer" && family !== "decimal" && family !== "bit") return !1;
	let own = family === "decimal" ? wholeNumbersOf(from, fractionOf(range.highest)) : rangeOf(from);
	return own === null ? !1 : isDigits(range) ? integerPart(own.lowest) >= integerPart(range.lowest) && integerPart(own.highest) <= integerPart(range.highest) : own.lowest === "0" || range.lowest !== "0";
}
const integerBits = {
	tinyint: 8,
	smallint: 16,
	mediumint: 24,
	int: 32,
	bigint: 64
};
function between(lowest, highest) {
	return {
		lowest: String(lowest),
		highest: String(highest),
		refusesNegativeFractions: !1,
		isLabel: !1
	};
}
function fixedPoint(digits, scale, unsigned) {
	let whole = "9".repeat(digits - scale) || "0", highest = scale === 0 ? whole : `${whole}.${"9".repeat(scale)}`;
	return {
		lowest: unsigned ? "0" : `-${highest}`,
		highest,
		refusesNegativeFractions: !0,
		isLabel: !1
	};
}
/** FLT_MAX and DBL_MAX, a little more so that no rounding of the literal calls the largest value unfit. */
function floatingPoint(column, unsigned) {
	let [, digits, scale] = /\((\d+),(\d+)\)/u.exec(column.columnType) ?? [];
	if (digits !== void 0 && scale !== void 0) return fixedPoint(Number(digits), Number(scale), unsigned);
	let highest = column.dataType === "float" ? "3.4028235e38" : "1.7976931348623157e308";
	return {
		lowest: unsigned ? "0" : `-${highest}`,
		highest,
		refusesNegativeFractions: !0,
		isLabel: !1
	};
}
/** With one more than the type holds where a fraction may be rounded up. */
function wholeNumbersOf(column, keptDigits) {
	let bound = 10n ** BigInt(column.digits - column.scale), highest = column.scale <= keptDigits ? bound - 1n : bound;
	return between(isUnsigned(column) ? 0n : -highest, highest);
}
function fractionOf(number) {
	return (number.split(".")[1] ?? "").length;
}
function isDigits(range) {
	return /^-?[\d.]+$/u.test(range.highest);
}
function integerPart(number) {
	return BigInt(number.split(".")[0] ?? "0");
}
// src/engine/probes/out-of-range.ts
/** Numbers, and what becomes one, beyond the new type; times beyond what a TIMESTAMP can hold. */
function probeOutOfRange(change) {
	return change.map.filter(changesType).flatMap((column) => {
		let { from, to } = column, condition = to.dataType === "timestamp" ? notInTime(column, change) : beyond(column, change);
		return condition === null ? [] : probeColumn(change, column, {
			kind: "out-of-range",
			condition,
			fault: `${from.name} is out of range`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Correct these values first, or choose a wider type."
		});
	});
}
function beyond({ from, to }, { server }) {
	let range = rangeOf(to);
	if (range === null || isWithin(from, range)) return null;
	let value = numberOf(from, to);
	if (value === null) return null;
	let outside = isOutside(rounding(value, from, to), lowest(range, from, server.flavor), range.highest), negative = range.refusesNegativeFractions || server.flavor === "mariadb" && from.dataType === "decimal", condition = range.lowest === "0" && negative ? sql`(${outside} OR ${value} < 0)` : outside, yearless = to.dataType === "year" ? sql`(${condition} OR ${rounded(value, 0)} BETWEEN 100 AND 1900)` : condition;
	return isWritten(from) ? sql`(NOT (${isNoNumber(asText(ident(from.name)), server.flavor === "mariadb" && familyOf(to) === "integer")}) AND ${yearless})` : yearless;
}
/** MariaDB takes no number 0 for a label. */
function lowest(range, from, flavor) {
	return range.isLabel && flavor === "mariadb" && familyOf(from) === "integer" ? "1" : range.lowest;
}
/** `null` where the server's way to a number is not known. */
function numberOf(from, to) {
	let value = ident(from.name), isNumber = [
		"integer",
		"decimal",
		"float",
		"year",
		"text",
		"json"
	].includes(familyOf(to));
	switch (familyOf(from)) {
		case "integer":
		case "decimal": return value;
		case "float": return familyOf(to) === "decimal" ? sql`CAST(${value} AS DECIMAL(65,20))` : value;
		case "bit": return asNumber(value);
		case "year":
		case "date":
		case "time":
		case "enum":
		case "set": return isNumber && to.dataType !== "year" ? asNumber(value) : null;
		case "text":
		case "json": return familyOf(to) === "float" ? sql`(TRIM(${asText(value)}) + 0)` : isNumber ? numberInText(asText(value)) : null;
		case "binary":
		case "other": return null;
	}
}
/** To the digits that the new type keeps, as the server rounds before it looks at the range. */
function rounding(value, from, to) {
	if (familyOf(from) === "integer") return value;
	let fraction = /\(\d+,(\d+)\)/u.exec(to.columnType)?.[1];
	return familyOf(to) === "float" ? fraction === void 0 ? value : rounded(value, Number(fraction)) : rounded(value, to.scale);
}
function isWritten(column) {
	return familyOf(column) === "text" || familyOf(column) === "json";
}
function notInTime({ from }, { server }) {
	if (from.dataType === "timestamp") return null;
	let value = ident(from.name), last = lastTimestamp[server.flavor];
	return familyOf(from) === "date" ? isNoTimestamp(value, last) : familyOf(from) === "text" ? sql`(NOT (${hasStrayLetter(value)}) AND ${isNoTimestamp(sql`CAST(${value} AS DATETIME(6))`, last)})` : null;
}
// src/engine/probes/too-long.ts
/** Values that do not fit a shorter text or binary column; those of other types as the server writes them. */
function probeTooLong(change) {
	return change.map.filter(changesType).flatMap((column) => {
		let { from, to } = column, limit = limitOf(to), value = written(column);
		if (limit === null || value === null || longest(from, limit.unit, to) <= limit.length) return [];
		let { length, unit } = limit;
		return probeColumn(change, column, {
			kind: "too-long",
			condition: isLonger(value, length, unit, spacesCount(column, change.server.flavor)),
			fault: `${from.name} is longer than ${length} ${unit === "letters" ? "characters" : "bytes"}`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Shorten these values first, or leave the column longer."
		});
	});
}
function limitOf(to) {
	let family = familyOf(to);
	return family !== "text" && family !== "binary" ? null : to.dataType === "char" || to.dataType === "varchar" ? {
		length: lengthOf(to) ?? 1,
		unit: "letters"
	} : {
		length: to.octets ?? 0,
		unit: "bytes"
	};
}
/** The value as a string of the new type; `null` where the server's way of writing it is not known. */
function written({ from, to }) {
	let value = ident(from.name);
	switch (familyOf(from)) {
		case "text": return to.charset === null || to.charset === from.charset ? value : converted(value, to.charset);
		case "binary": return to.charset === null ? value : converted(value, to.charset);
		case "bit": return to.charset === null ? null : asText(asNumber(value));
		case "other": return null;
		case "integer":
		case "decimal":
		case "year":
		case "date":
		case "time": return asText(value);
		case "float":
		case "enum":
		case "set":
		case "json": return to.charset === null ? null : asText(value);
	}
}
function converted(value, charset) {
	return sql`CONVERT(${value} USING ${raw(charset)})`;
}
/** An upper bound of what the old type can hold, so that no question is asked whose answer is known. */
function longest(from, unit, to) {
	switch (familyOf(from)) {
		case "text": {
			let letters = from.dataType.endsWith("char") ? lengthOf(from) ?? 1 : from.octets ?? 0;
			return unit === "letters" ? letters : to.charset === null || to.charset === from.charset ? from.octets ?? 0 : letters * maxBytesPerLetter;
		}
		case "binary": return from.octets ?? 0;
		case "integer": return from.digits + 1;
		case "decimal": return from.digits + 3;
		case "bit": return 20;
		case "year": return 4;
		case "date":
		case "time": return 26;
		case "float":
		case "enum":
		case "set":
		case "json":
		case "other": return 2 ** 53 - 1;
	}
}
const maxBytesPerLetter = 4;
/**
* Trailing spaces that are too many are cut off in silence, but not everywhere: two VARCHARs of one charset are compared
* as bytes, and so is everything that goes from one TEXT to another on MySQL (measured: both servers, ALGORITHM=COPY).
*/
function spacesCount({ from, to }, flavor) {
	if (familyOf(to) === "binary" || familyOf(from) !== "text") return !0;
	if (from.dataType === "varchar" && to.dataType === "varchar") {
		let lengthBytes = (column) => (column.octets ?? 0) < 256 ? 1 : 2;
		return from.charset === to.charset && from.collation === to.collation && lengthBytes(from) === lengthBytes(to);
	}
	return flavor === "mysql" && from.dataType.endsWith("text") && to.dataType.endsWith("text");
}
// src/engine/probes/untold.ts
/** Conversions that no question asked beforehand can settle: only the copy will tell. */
function probeUntold(change) {
	return change.map.filter((column) => changesType(column) && !isTold(column)).map(({ from, to }) => ({
		kind: "not-convertible",
		columns: [to.name],
		key: null,
		statement: null,
		fault: `${from.name} cannot be converted`,
		because: `${to.name} becomes ${to.columnType}`,
		hint: "The copy stops at the first value that does not fit, and the table stays as it was."
	}));
}
const temporal = ["date", "time"], told = {
	integer: [
		...numbers,
		...temporal,
		"year",
		"bit",
		"text",
		"binary",
		"enum",
		"set",
		"json"
	],
	decimal: [
		...numbers,
		"text",
		"binary",
		"json"
	],
	float: [
		...numbers,
		"text",
		"json"
	],
	bit: [
		...numbers,
		"bit",
		"text"
	],
	year: [
		...numbers,
		"year",
		"text",
		"binary"
	],
	text: [
		...numbers,
		...temporal,
		"year",
		"text",
		"binary",
		"enum",
		"set",
		"json"
	],
	binary: ["binary", "json"],
	date: [
		...numbers,
		...temporal,
		"text",
		"binary",
		"json"
	],
	time: [
		...numbers,
		...temporal,
		"text",
		"binary",
		"json"
	],
	enum: [
		...numbers,
		"enum",
		"set",
		"text",
		"json"
	],
	set: [
		...numbers,
		"enum",
		"set",
		"text",
		"json"
	],
	json: [
		...numbers,
		"text",
		"json"
	],
	other: []
};
function isTold({ from, to }) {
	let [source, target] = [familyOf(from), familyOf(to)];
	return source === "binary" && target === "text" ? [...textsOfBytes, "latin1"].includes(to.charset ?? "") : source === "text" && target === "time" ? !1 : told[source].includes(target);
}
// src/engine/probes/zero-dates.ts
/**
* Dates with zeros, where the server converts them under NO_ZERO_DATE or NO_ZERO_IN_DATE. What is not converted is left
* as it is, and a TIMESTAMP can never have a month or a day of 0.
*/
function probeZeroDates(change) {
	let modes = change.server.sqlMode.split(",");
	return change.map.filter(({ from, to }) => familyOf(from) === "date" && familyOf(to) === "date" && from.columnType !== to.columnType).flatMap((column) => {
		let { from, to } = column, zeroDate = modes.includes("NO_ZERO_DATE"), zeroInDate = modes.includes("NO_ZERO_IN_DATE") || to.dataType === "timestamp";
		return !zeroDate && !zeroInDate ? [] : probeColumn(change, column, {
			kind: "zero-date",
			condition: isZeroDate(ident(from.name), {
				zeroDate,
				zeroInDate
			}),
			fault: `${from.name} has a zero for the year, the month or the day`,
			because: `the server does not convert such dates to ${to.columnType}`,
			hint: "Give these rows a real date, or NULL, first."
		});
	});
}
// src/engine/probes/probe-rows.ts
/**
* Which rows of the original the altered table would not take, asked of the server without a lock. Only what the statement
* changes is asked about, each question for at most ten seconds. Questions that stay open become hazards of
* `unknown` count, never errors.
*
* @param session in the server's own time zone, as the ALTER would run
* @param altered the definition of an empty clone that the statement has changed
*/
async function probeRows(session, server, original, altered, map, signal) {
	let change = {
		server,
		original,
		altered,
		map
	}, hazards = [];
	for (let probe of probesFor(change)) {
		signal.throwIfAborted();
		let hazard = await ask(session, probe);
		hazard.count !== 0 && hazards.push(hazard);
	}
	return hazards;
}
function probesFor(change) {
	return [
		probeNulls,
		probeTooLong,
		probeOutOfRange,
		probeLabels,
		probeLetters,
		probeNotConvertible,
		probeZeroDates,
		probeUntold,
		probeChecks,
		probeOrphans,
		probeDuplicates
	].flatMap((probes) => probes(change));
}
async function ask(session, probe) {
	if (probe.statement === null) return open(probe, "only the copy itself can tell");
	try {
		let [row] = await session.rows(probe.statement);
		return answered(probe, row);
	} catch (error) {
		if (error instanceof ServerError || error instanceof ConnectionLost) return open(probe, "it could not be found out in time");
		throw error;
	}
}
function answered(probe, row) {
	let found = Number(row?.found ?? 0), atLeast = Number(row?.hits ?? 0) > maxCounted, count = atLeast ? Math.max(found - 1, maxCounted) : found, rows = `${atLeast ? "at least " : ""}${count} ${count === 1 ? "row" : "rows"}`, samples = String(row?.samples ?? "");
	return {
		...common(probe),
		count,
		atLeast,
		sampleKeys: samples === "" ? [] : samples.split(""),
		message: `${capitalized(probe.fault)} in ${rows}, and ${probe.because}.`
	};
}
function open(probe, reason) {
	let message = `It is not known whether ${probe.fault} in any row, and ${probe.because}: ${reason}.`;
	return {
		...common(probe),
		count: "unknown",
		atLeast: !1,
		sampleKeys: [],
		message
	};
}
function common({ kind, columns, key, hint }) {
	return {
		kind,
		columns,
		key,
		hint
	};
}
/** The name of a column keeps its own letters. */
function capitalized(fault) {
	return fault.startsWith("the ") ? `T${fault.slice(1)}` : fault;
}
// src/mysql/find-process.ts
/** `null` where there is no such connection, or none that this user may see. */
async function findProcess(session, connectionId) {
	let row = (await session.rows(showProcesses)).find(({ Id }) => Number(Id) === connectionId);
	if (row === void 0) return null;
	let percent = Number(row.Progress ?? 0);
	return {
		state: String(row.State ?? ""),
		statement: String(row.Info ?? ""),
		share: percent > 0 ? percent / 100 : null
	};
}
/** True while some connection that this user may see is in a state like this. */
async function isAnyIn(session, state) {
	return (await session.rows(showProcesses)).some(({ State }) => state.test(String(State ?? "")));
}
// src/engine/cutover-errors.ts
/** This attempt does not fit; a later one may. */
var NotNow = class extends Error {};
function gaveUp$1(names, attempts, why) {
	return new GhostshipError("cutover-gave-up", `The cutover of ${names.original.name} found no moment in ${attempts} attempts: ${why}.`, { hint: "Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again." });
}
function unconfirmed$1(names, cause) {
	let { original, ghost, retired } = names;
	return new GhostshipError("cutover-unconfirmed", `The connection broke during the swap and the server cannot be asked whether ${original.name} was swapped.`, {
		hint: `Look with SHOW TABLES: if ${ghost.name} is gone, ${original.name} is the altered table and ${retired.name} the old one; if ${ghost.name} is there, nothing was changed.`,
		tableState: "unknown",
		cause
	});
}
// src/engine/cutover-rename.ts
/** lock_wait_timeout counts whole seconds, and 1 is its smallest value (MySQL manual, "Server System Variables"). */
const minRenameMs = 1e3;
function wholeSeconds(durationMs) {
	return Math.max(1, Math.floor(durationMs / 1e3));
}
function startRename(renamer, names, budgetMs) {
	let result = null;
	return {
		ended: runRename(renamer, names, budgetMs).then((answer) => (result = answer, answer)),
		result: () => result
	};
}
async function runRename(renamer, names, budgetMs) {
	try {
		return await renamer.run(setLockWait(wholeSeconds(budgetMs))), await renamer.run(swapTables(names.original, names.ghost, names.retired)), {
			ok: !0,
			why: null
		};
	} catch (error) {
		if (isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) return {
			ok: !1,
			why: "a transaction that reads the table did not end in time",
			refusal: null
		};
		let refusal = !(error instanceof ServerError) || isPassing(error) || isServerError(error, "ER_TABLE_EXISTS_ERROR") ? null : error;
		return {
			ok: !1,
			why: error instanceof Error ? error.message : String(error),
			refusal
		};
	}
}
async function throwUnlessDone(rename) {
	let result = await rename.ended;
	if (!result.ok) throw result.refusal ?? new NotNow(result.why);
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
		let statement = alterTable(table, bodyWith(alter, way === "instant" ? "ALGORITHM=INSTANT" : "ALGORITHM=INPLACE, LOCK=NONE")), startedAt = nowMs(), reader = _usingCtx$1.a(await sessions.open("reading the definition")), before = withoutCounter(await readCreateStatement(reader, table));
		for (let attempts = 1;; attempts++) try {
			var _usingCtx3 = _usingCtx();
			signal.throwIfAborted();
			let session = _usingCtx3.a(await sessions.open("altering the table"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			let attemptedAt = nowMs();
			try {
				return await sessions.runLong(session, statement, signal), {
					attempts,
					lockedMs: nowMs() - attemptedAt
				};
			} catch (error) {
				if (isRefusal(error)) return null;
				if (error instanceof ConnectionLost || signal.aborted) {
					if (await wasAltered(sessions, session, table, before)) return {
						attempts,
						lockedMs: nowMs() - attemptedAt
					};
				} else if (!isPassing(error)) throw refused(error, table);
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
	return altered.way === "instant" || altered.way === "inplace" && movesPartitionedRows(alter) ? !0 : altered.way === "copy" || altered.rebuilds ? !1 : alter.addedIndexes.length === 0 || !replicas || table.dataBytes <= 268435456;
}
/** Needs REPLICATION SLAVE; who may not ask is taken to have replicas. */
async function hasReplicas(session) {
	let rows = await session.rows(showReplicas).catch(() => session.rows(showSlaveHosts).catch(() => null));
	return rows === null || rows.length > 0;
}
/** Needs REPLICATION CLIENT (MySQL) or REPLICA MONITOR (MariaDB); who may not ask is taken to be on one. */
async function isReplica(session) {
	let rows = await session.rows(showReplicaStatus).catch(() => session.rows(showSlaveStatus).catch(() => null));
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
				if (await findProcess(session, lost.id) === null) return withoutCounter(await readCreateStatement(session, table)) !== before;
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
		hint: "Correct the rows or the statement and run the migration again.",
		cause: error
	}) : error;
}
function gaveUp(table, attempts) {
	return new GhostshipError("cutover-gave-up", `${table.name} was in use at each of ${attempts} attempts to alter it.`, { hint: "Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again." });
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
// src/commands/engine-options.ts
/** The options of one statement, in the engine's words. */
function engineOptions(values, settings) {
	return {
		cutover: values.cutover,
		retired: values.retired,
		verify: values.verify,
		workers: values.workers,
		indexes: values.indexes,
		algorithm: values.algorithm,
		lockBudgetMs: values["lock-budget"],
		maxRuntimeMs: values["max-runtime"],
		maxLagMs: values["max-lag"],
		maxLoad: values["max-load"],
		criticalLoad: values["critical-load"],
		lagReplicas: settings.lagReplicas,
		triggers: values.triggers,
		foreignKeys: values["foreign-keys"],
		allow: values.allow
	};
}
export { selectKeys as A, planCopy as B, needsOwnSchema as C, copyRange as D, copyKeys as E, originalKey as F, mapColumns as G, selectKeyPart as H, qualified as I, alterClone as K, openDesk as L, ghostKey as M, keyIn as N, deleteKeys as O, keyRange as P, Sessions as R, Triggers as S, readKey as T, temporalLiteral as U, bytesLiteral as V, ghostColumnOf as W, inspectOriginal as _, isWorthDoingOnServer as a, refuseStatement as b, startRename as c, NotNow as d, gaveUp$1 as f, probeRows as g, isAnyIn as h, isReplica as i, bytes as j, selectBoundary as k, throwUnlessDone as l, findProcess as m, readChange as n, letServerAlter as o, unconfirmed$1 as p, hasReplicas as r, minRenameMs as s, engineOptions as t, wholeSeconds as u, refuseCopy as v, Frontier as w, refuseTable as x, refuseNewRelations as y, chooseDeferral as z };
