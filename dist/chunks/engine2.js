import { r as __name } from "./rolldown-runtime.js";
import { i as readCreateStatement, n as inspectClone, o as sameName, r as inspectTable, s as withoutCounter, t as findColumn } from "./mysql/inspect-table.js";
import { n as hasReplicas } from "./mysql/server.js";
import { a as readForeignKeys, c as withoutForeignKeys, u as writeForeignKey } from "./sql/foreign-keys.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "./support/errors.js";
import { t as askAfterLoss } from "./mysql/end-connection.js";
import { a as isDenied, c as isForeignKeyRefusal, d as isLockConflict, f as isPassing, i as isBadData, m as isServerError, n as ServerError, r as deniedHint, s as isDuplicate, t as ConnectionLost } from "./mysql/server-errors.js";
import { a as lockAgainstWriters, g as setLockWait, x as withoutAutocommit, y as unlockTables } from "./sql/cutover.js";
import { i as alterTable, k as selectZero } from "./sql/ghost.js";
import { n as readAlter, t as bodyWith } from "./sql/parser/alter.js";
import { a as raw, c as unquoteIdent, i as quotedNames, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { n as giveUpAfterMs, r as tryUntilGivenUp, t as backOff } from "./support/back-off.js";
import { a as wholeSeconds, t as nowMs } from "./support/clock.js";
import { n as changesWholePartitions, r as movesPartitionedRows, t as addsEmptyPartitions } from "./engine/preflight/statement.js";
import { C as maxCounted, S as keyText, _ as countAllRowsWhere, a as knowForeignKeys, b as countRowsWhere, c as sameTable, n as foreignKeyRefusals, r as hiddenChildren, s as refuseTakenNames, t as addsForeignKeys, v as countOverlapping, w as tableRows, x as derivedRows, y as countRepeated } from "./engine/preflight/foreign-keys.js";
import { a as mapColumns, i as ghostColumnOf, o as noChanges } from "./engine/relations/foreign-keys.js";
import { n as readTable, t as familyOfType } from "./sql/type-families.js";
import { r as splitAtCommas, t as TokenCursor } from "./sql/parser/token-cursor.js";
import { n as tokenize, t as codeOf$1 } from "./sql/parser/tokens.js";
import { a as whyNoRowVersions, i as whyNoInstantColumns, n as bodyBy, r as waysFor, t as alterClone } from "./engine/tables/alter-clone.js";
import { t as sentAlter } from "./engine/tables/describe-sent.js";
import { r as hintFor$1, t as allowZeroDates } from "./engine/tables/zero-dates.js";
import { t as _usingCtx } from "./usingCtx.js";
import { a as noteUncheckedKeys, i as forgetUncheckedKeys, n as dropUncheckedKeys } from "./engine/tables/unchecked-keys.js";
import { n as replaceSpans } from "./sql/parser/references.js";
import { t as describeHazard } from "./engine/probes/hazard.js";
import { T as hasMode } from "./sql/session-settings.js";
import { P as isOrderedHere, T as bytes, o as dropGhost, p as recreateGhost } from "./engine/tables/ghost.js";
import { t as misfits } from "./engine/probes/misfits.js";
import { a as unreadable, i as tryTrigger, n as deniesTriggers, s as openStrictSessions } from "./engine/relations/triggers.js";
import { i as selectCheckNames, r as readChecks } from "./sql/checks.js";
import { t as judgeBinlog } from "./engine/preflight/binlog.js";
import { a as openClone, f as hasRelatives, g as referTo, t as keepOutOfBinlog, u as needsOwnSchema } from "./engine/tables/keep-out-of-binlog.js";
import { t as knowsToLock } from "./engine/preflight/privileges.js";
import { n as refusal, r as refuseAll } from "./engine/preflight/refusals.js";
import { t as unprovenServer } from "./engine/preflight/unproven.js";

// src/sql/index-order.ts
/**
* A definition with the indexes that another one has as well in the order of that one. A clone gets foreign keys, and the indexes
* that come with them, last; where the server alters the table itself, every index stays in its place.
*/
function indexesInOrderOf(before, after) {
	const order = indexLines(before);
	const lines = after.split("\n");
	const places = lines.flatMap((line, at) => order.includes(withoutComma(line)) ? [at] : []);
	const sorted = places.map((at) => withoutComma(lines[at] ?? "")).toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
	for (const [index, at] of places.entries()) {
		const comma = lines[at]?.endsWith(",") === true ? "," : "";
		lines[at] = `${sorted[index] ?? ""}${comma}`;
	}
	return lines.join("\n");
}
function indexLines(createStatement) {
	return createStatement.split("\n").map(withoutComma).filter((line) => /^ {2}(?:UNIQUE |FULLTEXT |SPATIAL )?KEY `/u.test(line));
}
function withoutComma(line) {
	return line.replace(/,$/u, "");
}

// src/sql/parser/column-value.ts
/** A value as SELECT shows it. */
function asShown(column) {
	return sql`CONCAT(${ident(column)})`;
}
/** The number that a date or a time stands for. */
function asNumber$1(column) {
	return sql`${ident(column)} + 0`;
}
__name(asNumber$1, "asNumber");
/** The whole number a string holds. One that holds anything else is an error on both servers; `+ 0` makes it 0 on MariaDB. */
function asInteger(column) {
	return sql`CAST(${ident(column)} AS SIGNED)`;
}
/**
* The string of a whole number in digits. MariaDB's INSERT … SELECT rounds `7.5` and understands `1e1`, and its ALTER TABLE refuses
* both: with a letter behind it such a string is an error for either.
*/
function asDigits(column) {
	const value = ident(column);
	const found = join([
		".",
		"e",
		"E"
	].map((character) => sql`INSTR(${value}, ${character})`), " OR ");
	return sql`IF(${found}, CONCAT(${value}, 'x'), ${value})`;
}
/** The number of a label. MariaDB's INSERT … SELECT cuts off its fraction, and its ALTER TABLE rounds it. */
function asRoundedWhole(column) {
	return sql`ROUND(${ident(column)})`;
}
/** The text with a letter behind it where it is longer than `limit`: what does not fit is an error then, whatever stands at its end. */
function asWhole(column, limit) {
	return sql`IF(CHAR_LENGTH(${ident(column)}) > ${limit}, CONCAT(${ident(column)}, '.'), ${ident(column)})`;
}
/**
* A FLOAT or DOUBLE that becomes a BIGINT. From about 2⁶³ on ALTER TABLE refuses it, or gives the greatest signed number; INSERT … SELECT
* gives an unsigned column the number. Here it is out of range for both.
*/
function asSignedRange(column) {
	return sql`IF(${ident(column)} >= 9223372036854774784e0, 1e300, ${ident(column)})`;
}
/**
* A FLOAT or DOUBLE with so many digits, to the last bit as the server stores it in a column that has them (`Field_real::truncate`).
* ROUND(value, digits) loses bits of large values.
*/
function asRounded(column, digits) {
	const [value, power] = [ident(column), raw(`1e${digits}`)];
	return sql`FLOOR(${value}) + ROUND((${value} - FLOOR(${value})) * ${power}) / ${power}`;
}
/**
* What ALTER TABLE fills a new NOT NULL column with that has no default (MySQL manual, "Data Type Default Values").
* `null` where there is no such value: the server reports it then.
*/
function emptyValue(dataType, zeroDatesAllowed) {
	switch (dataType) {
		case "date":
		case "datetime": return zeroDatesAllowed ? sql`'0000-00-00'` : null;
		case "timestamp": return sql`'0000-00-00'`;
		case "uuid": return sql`'00000000-0000-0000-0000-000000000000'`;
		case "inet4": return sql`'0.0.0.0'`;
		case "inet6": return sql`'::'`;
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

// src/engine/mapping/type-families.ts
const numbers = [
	"integer",
	"decimal",
	"float"
];
function familyOf(column) {
	return familyOfType(column.dataType);
}
function isUnsigned(column) {
	return /unsigned|zerofill/iu.test(column.columnType);
}
/** The number in `varchar(40)`; `null` where the type has none. */
function lengthOf(column) {
	const length = /\((\d+)/u.exec(column.columnType)?.[1];
	return length === void 0 ? null : Number(length);
}
/** The labels of an ENUM or SET, quoted as in the definition. */
function labelsOf(column) {
	return column.columnType.match(/'(?:[^']|'')*'/gu) ?? [];
}
/** True where the server must convert the values. */
function changesType({ from, to }) {
	return from.columnType !== to.columnType || from.charset !== to.charset;
}
/** MySQL writes a number as text, and looks for a label with this text before it takes the number for that of a label. */
function isReadAsLabel({ from, to }, flavor) {
	const isNumber = familyOf(from) === "year" || numbers.includes(familyOf(from));
	return flavor === "mysql" && isNumber && (familyOf(to) === "enum" || familyOf(to) === "set");
}
/** MySQL makes a DECIMAL of `true` and of the string `"7"` in a JSON, too. Of other strings it does not. */
function isReadAsScalar({ from, to }, flavor) {
	return flavor === "mysql" && familyOf(from) === "json" && familyOf(to) === "decimal";
}
/**
* True where a FLOAT or DOUBLE becomes a BIGINT and must be less than 2⁶³, though INSERT … SELECT takes more. A signed one of MariaDB's
* is as ALTER TABLE makes it.
*/
function staysSigned({ from, to }, flavor) {
	return familyOf(from) === "float" && to.dataType === "bigint" && (flavor === "mysql" || isUnsigned(to));
}
/**
* True where trailing spaces that do not fit are cut off, without an error. But between two VARCHARs of one collation the server
* counts all bytes, and so does MySQL between two TEXTs of one collation (measured: both servers, ALGORITHM=COPY).
*/
function cutsSpaces({ from, to }, flavor) {
	if (familyOf(to) === "binary" || familyOf(from) !== "text") return false;
	if (from.collation !== to.collation) return true;
	if (from.dataType === "varchar" && to.dataType === "varchar") {
		const lengthBytes = (column) => (column.octets ?? 0) < 256 ? 1 : 2;
		return lengthBytes(from) !== lengthBytes(to);
	}
	return flavor === "mariadb" || !(from.dataType.endsWith("text") && to.dataType.endsWith("text"));
}

// src/engine/mapping/conversion.ts
/** The expression that fills a ghost column, so that it gets the value that ALTER TABLE would give it. */
function convertedValue$1({ from, to }, flavor) {
	const [source, target] = [familyOf(from), familyOf(to)];
	if (isShownOtherwise(from) && strings$1.includes(target)) return asShown(from.name);
	if (flavor === "mysql" && isNumber(source) && readAsText.includes(target)) return asShown(from.name);
	if (isStoredUnseen({
		from,
		to
	}, flavor)) return asShown(from.name);
	const limit = wholeLength({
		from,
		to
	}, flavor);
	if (limit !== null) return asWhole(from.name, limit);
	if (staysSigned({
		from,
		to
	}, flavor)) return asSignedRange(from.name);
	if (flavor === "mariadb" && fractions.includes(source) && target === "enum") return asRoundedWhole(from.name);
	if (flavor === "mariadb" && strings$1.includes(source) && target === "integer") return asDigits(from.name);
	if (strings$1.includes(source) && target === "bit") return asInteger(from.name);
	if (times.includes(source) && target === "bit") return asNumber$1(from.name);
	const digits = from.dataType === to.dataType && from.columnType !== to.columnType ? roundedDigits(to) : null;
	return digits === null ? ident(from.name) : asRounded(from.name, digits);
}
__name(convertedValue$1, "convertedValue");
/** @throws GhostshipError `unsupported-statement` for a conversion of ALTER TABLE that no expression can repeat */
function refuseConversions(map, flavor) {
	const refused = map.filter((column) => isUnlikeAlter(column, flavor));
	if (refused.length === 0) return;
	const words = refused.map(({ from, to }) => `${from.name} from ${from.columnType} to ${to.columnType}`);
	throw new GhostshipError("unsupported-statement", `The statement changes ${words.join(", ")}: copied rows would get other values than the server's own ALTER gives them.`, { hint: "Add a column of the new type, fill it with an expression of your own, and drop the old column." });
}
const strings$1 = ["text", "binary"];
const fractions = ["decimal", "float"];
const times = ["date", "time"];
const readAsText = [
	"enum",
	"set",
	"json"
];
function isUnlikeAlter({ from, to }, flavor) {
	const [source, target] = [familyOf(from), familyOf(to)];
	const becomes = (...families) => families.includes(target);
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
		case "other": return false;
	}
}
function isNumber(family) {
	return numbers.includes(family) || family === "year";
}
/**
* INSERT … SELECT from a column takes the bytes over as they are. If they are more than a TEXT or BLOB holds, MariaDB says nothing
* and keeps the length modulo 256, or 65,536; MySQL refuses spaces that ALTER TABLE cuts off. From an expression both do as
* ALTER TABLE does.
*/
function isStoredUnseen({ from, to }, flavor) {
	if (!strings$1.includes(familyOf(from)) || !/(?:text|blob)$/u.test(to.dataType)) return false;
	if ((to.octets ?? 0) >= (from.octets ?? 0)) return false;
	return flavor === "mariadb" || cutsSpaces({
		from,
		to
	}, flavor);
}
/**
* MariaDB's ALTER TABLE refuses a VARCHAR that is too long by trailing spaces, and its INSERT cuts them off. `null` where both do the
* same.
*/
function wholeLength({ from, to }, flavor) {
	if (!(from.dataType === "varchar" && to.dataType === "varchar" && to.charset !== null) || flavor !== "mariadb" || cutsSpaces({
		from,
		to
	}, flavor)) return null;
	const length = lengthOf(to) ?? 0;
	return length < (lengthOf(from) ?? 0) ? length : null;
}
/**
* INSERT … SELECT leaves out leading zeros and those that `DOUBLE(10, 2)` has at its end, gives a FLOAT the digits of a DOUBLE, and
* rounds a DOUBLE until it fits into the string. ALTER TABLE does none of it.
*/
function isShownOtherwise(column) {
	return familyOf(column) === "float" || column.dataType === "year" || /zerofill/iu.test(column.columnType);
}
/** `FLOAT(10, 2)` keeps two digits. INSERT … SELECT from another FLOAT keeps all of them. */
function roundedDigits({ columnType }) {
	const digits = /^(?:float|double)\(\d+,(\d+)\)/iu.exec(columnType)?.[1];
	return digits === void 0 ? null : Number(digits);
}

// src/engine/mapping/verified-columns.ts
function verifiedColumns(map, flavor) {
	return map.map((column) => ({
		from: column.from.name,
		to: column.to.name,
		comparison: comparison(column.from, column.to),
		value: convertedValue$1(column, flavor)
	}));
}
/** With longer rows a hash costs as much as the comparison that it saves (measured with rows of 100 to 2,000 bytes). */
const maxHashedRowBytes = 400;
function hashedColumns(map, rowBytes, flavor) {
	if (rowBytes > maxHashedRowBytes || converts(map, flavor)) return null;
	const original = [];
	const ghost = [];
	for (const { from, to } of map) {
		const hash = hashOf(from, to);
		if (hash === null) return null;
		const nullable = from.nullable || to.nullable;
		original.push({
			name: from.name,
			hash,
			nullable
		});
		ghost.push({
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
/** True where the copy converts a value, so that values of original and ghost cannot be compared directly. */
function converts(map, flavor) {
	return map.some((column) => !isComparable(column, flavor));
}
/** True where a date or time is converted. Then the server's sql_mode decides whether zero dates are accepted. */
function convertsTemporals(map) {
	return map.some(({ from, to }) => from.columnType !== to.columnType && [from, to].some(isTemporal));
}
/** Types that may have digits after the second. */
const fractional = [
	"time",
	"datetime",
	"timestamp"
];
const integers$1 = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
];
const texts = [
	"char",
	"varchar",
	"tinytext",
	"text",
	"mediumtext",
	"longtext"
];
/** True for the same type, and for two types in which equal values compare as equal. */
function isComparable({ from, to }, flavor) {
	if (from.charset !== to.charset || from.collation !== to.collation) return false;
	if (from.columnType === to.columnType) return true;
	const both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	if (both(["decimal"])) return to.scale >= from.scale;
	if (from.dataType === to.dataType && fractional.includes(to.dataType)) return to.fraction >= from.fraction;
	if (both(texts.filter((type) => type !== "char"))) return (to.octets ?? 0) >= (from.octets ?? 0) || !cutsSpaces({
		from,
		to
	}, flavor);
	return both(integers$1) || both(["enum"]) && keepsLabels({
		from,
		to
	});
}
/** A label that is spelled otherwise the server finds by the column's collation, and a text of digits may stand for a number. */
function keepsLabels({ from, to }) {
	const labels = labelsOf(to);
	return labelsOf(from).every((label) => labels.includes(label));
}
/**
* How two values are compared. Strings are not compared by their collation, which calls different strings equal. ENUM and SET
* are compared by number where the definition is the same, else by label. JSON and spatial values have no exact comparison of
* their own.
*/
function comparison(from, to) {
	if (to.dataType === "set" || to.dataType === "enum" && from.columnType === to.columnType) return { by: "number" };
	if (to.dataType === "year") return { by: "number" };
	if (to.dataType === "enum") return { by: "bytes" };
	if (to.dataType === "json") return { by: "text" };
	if (to.charset !== null) return {
		by: "characters",
		charset: to.charset
	};
	return { by: wholeBytes.includes(to.dataType) ? "bytes" : "value" };
}
/** `null` where equal values may have different bytes. */
function hashOf(from, to) {
	if (integers$1.includes(to.dataType)) return [from, to].some(({ dataType }) => dataType === "bigint") ? "big integer" : "integer";
	if (to.dataType === "enum") return from.columnType === to.columnType ? "number" : "bytes";
	if (texts.includes(to.dataType)) return "bytes";
	if (from.columnType !== to.columnType) return null;
	if (to.dataType === "year") return "integer";
	if (["set", "bit"].includes(to.dataType)) return "number";
	if (to.dataType === "float") return "float";
	return to.dataType === "json" ? "text" : "bytes";
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

// src/engine/mapping/copied-columns.ts
/**
* The values that fill each ghost column.
*
* @param server its sql_mode decides whether ALTER TABLE fills new date columns with zero dates
*/
function copiedColumns(map, ghost, { flavor, sqlMode }) {
	const copied = map.map((column) => ({
		to: column.to.name,
		value: convertedValue$1(column, flavor)
	}));
	const filled = ghost.columns.filter((column) => !map.some(({ to }) => to === column) && needsValue(column)).flatMap((column) => {
		const value = emptyValue(column.dataType, allowsZeroDates(sqlMode));
		return value === null ? [] : [{
			to: column.name,
			value
		}];
	});
	return [...copied, ...filled];
}
/** True for an added date that ALTER TABLE would have to fill with zeros, which the server's mode forbids. */
function lacksDate(column, serverMode) {
	return ["date", "datetime"].includes(column.dataType) && needsValue(column) && !allowsZeroDates(serverMode);
}
/** The server fills an added TIMESTAMP with zeros in any mode. A copy can do so only in a mode that allows zeros. */
function lacksTimestamp(column, map, { flavor, sqlMode }) {
	return column.dataType === "timestamp" && needsValue(column) && convertsAsServer(map, flavor) && !allowsZeroDates(sqlMode);
}
/** True where nobody can write the value that ALTER TABLE fills an added column with. */
function lacksAnyValue(column) {
	return needsValue(column) && !dates.includes(column.dataType) && emptyValue(column.dataType, true) === null;
}
/**
* True where rows are copied in the sql_mode of the server, as its own ALTER does. If that mode forbids zero dates, MySQL's ALTER
* refuses them also in columns that do not change. MariaDB's ALTER keeps them.
*/
function convertsAsServer(map, flavor) {
	return flavor === "mysql" && map.some(({ from }) => dates.includes(from.dataType)) || convertsTemporals(map);
}
const dates = [
	"date",
	"datetime",
	"timestamp"
];
/** ALTER TABLE fills an added column that is NOT NULL and has no DEFAULT with the empty value of its type. */
function needsValue(column) {
	return !column.nullable && !column.hasDefault && column.generated === null && !column.autoIncrement;
}
function allowsZeroDates(serverMode) {
	const modes = serverMode.split(",");
	return !(modes.some((mode) => mode.startsWith("STRICT_")) && modes.includes("NO_ZERO_DATE"));
}

// src/sql/probe-conditions.ts
const always = sql`TRUE`;
function isNull(value) {
	return sql`${value} IS NULL`;
}
/** @param spacesCount false where the server cuts trailing spaces off without complaint */
function isLonger(value, limit, unit, spacesCount) {
	const counted = spacesCount ? value : sql`TRIM(TRAILING ' ' FROM ${value})`;
	return unit === "characters" ? sql`CHAR_LENGTH(${counted}) > ${limit}` : sql`LENGTH(${counted}) > ${limit}`;
}
/** @param lowest `null` for no bound; texts of digits, so that nothing is rounded on the way */
function isOutside(value, lowest, highest) {
	const above = sql`${value} > ${raw(highest)}`;
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
function hasStrayCharacter(value) {
	return sql`CONVERT(${value} USING utf8mb4) REGEXP '[^0-9[:punct:][:space:]Tt]'`;
}
/** MySQL makes a TIME of a number with an exponent. */
function hasExponent(value) {
	return sql`CONVERT(${value} USING utf8mb4) REGEXP '^[[:space:]]*[0-9]+[eE][0-9]+[[:space:]]*$'`;
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
	const conditions = lost.map((member) => sql`(FIND_IN_SET(${raw(member)}, ${value}) > 0 AND ${isNoLabel(collatedText(raw(member), collation), kept)})`);
	return sql`(${join(conditions, " OR ")})`;
}
/** Text that lists something else than members. Beyond ASCII a collation may call more equal than a pattern does. */
function isNoSet(value, members) {
	const text = sql`CONVERT(${value} USING utf8mb4)`;
	const one = `(${members.map((member) => escapePattern(member.slice(1, -1).replaceAll("''", "'"))).join("|")})`;
	return sql`(${text} REGEXP '^[ -~]+$' AND ${text} NOT REGEXP ${`^(${one}(,${one})*)? *$`} AND (${text} NOT REGEXP '^[[:space:]]*[0-9]+$' OR ${numberInText(value)} >= ${1n << BigInt(members.length)}))`;
}
function escapePattern(text) {
	return text.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => `\\${letter}`);
}
/** Digits alone stand for the number of a label. */
function isNoNumeral(value) {
	return sql`CONVERT(${value} USING utf8mb4) NOT REGEXP '^[[:space:]]*[0-9]+[[:space:]]*$'`;
}
/** CONVERT puts a question mark for what the character set lacks. */
function hasForeignCharacter(value, charset) {
	const marks = (text) => sql`(CHAR_LENGTH(${text}) - CHAR_LENGTH(REPLACE(${text}, '?', '')))`;
	return sql`${marks(sql`CONVERT(${value} USING ${raw(charset)})`)} > ${marks(value)}`;
}
/** Bytes that are no text in the character set. */
function isMalformed(value, charset) {
	const text = sql`CONVERT(${value} USING ${raw(charset)})`;
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
	const isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
	const hasZero = sql`(CAST(${value} AS CHAR) LIKE '____-00-%' OR CAST(${value} AS CHAR) LIKE '____-__-00%')`;
	if (modes.zeroDate && modes.zeroInDate) return sql`(${isZero} OR ${hasZero})`;
	return modes.zeroDate ? isZero : sql`(${hasZero} AND NOT ${isZero})`;
}
/** Seconds since 1970 in the session's time zone, which must be the one the ALTER runs in; zero dates are not counted. */
function isNoTimestamp(value, lastSecond) {
	const isZero = sql`CAST(${value} AS CHAR) LIKE '0000-00-00%'`;
	return sql`(NOT ${isZero} AND (${value} < FROM_UNIXTIME(1) OR ${value} >= ${lastSecond} + INTERVAL 1 SECOND))`;
}
/** 2038-01-19 03:14:07 UTC; MariaDB since 11.5 goes on to 2106, and says so by not answering NULL. */
const lastTimestamp = {
	mysql: sql`FROM_UNIXTIME(2147483647)`,
	mariadb: sql`COALESCE(FROM_UNIXTIME(4294967295), FROM_UNIXTIME(2147483647))`
};
/** A foreign key with a NULL refers to no row. */
function refersToSomeRow(columns) {
	return join(columns.map((column) => sql`probed.${ident(column)} IS NOT NULL`), " AND ");
}
/** @param pairs column of the child, column of the parent */
function isOrphan(parent, pairs) {
	const known = refersToSomeRow(pairs.map(({ child }) => child));
	const same = pairs.map((pair) => sql`parent.${ident(pair.parent)} = probed.${ident(pair.child)}`);
	return sql`${known} AND NOT EXISTS (SELECT 1 FROM ${tableName(parent)} AS parent WHERE ${join(same, " AND ")})`;
}

// src/engine/probes/converted-value.ts
/**
* The value that the altered column will have, for a value that fits. `null` where no expression repeats the conversion of the
* server.
*/
function convertedValue({ from, to }) {
	const value = ident(from.name);
	if (!changesType({
		from,
		to
	}) && from.collation === to.collation) return value;
	const [source, target] = [familyOf(from), familyOf(to)];
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
/** True where two different values are still different after the conversion. */
function keepsDistinct({ from, to }) {
	if (!changesType({
		from,
		to
	})) return from.collation === to.collation;
	const [source, target] = [familyOf(from), familyOf(to)];
	if (source === "integer") return target === "integer" || target === "decimal";
	if (source !== target) return false;
	switch (source) {
		case "decimal": return to.scale >= from.scale;
		case "text": return from.collation === to.collation && to.dataType !== "char" && (to.octets ?? 0) >= (from.octets ?? 0);
		case "enum":
		case "set": return from.collation === to.collation;
		case "date":
		case "time": return from.dataType === to.dataType && to.fraction >= from.fraction;
		case "float":
		case "bit":
		case "year":
		case "binary":
		case "json":
		case "other": return false;
	}
}
function number(value, from, to) {
	const source = familyOf(from);
	if (source === "integer") return value;
	if (numbers.includes(source)) return sql`ROUND(${value}, ${to.scale})`;
	if (source === "text") return sql`ROUND(${numberInText(value)}, ${to.scale})`;
	return source === "enum" || source === "year" ? asNumber(value) : null;
}
/** The server cuts off trailing spaces that do not fit. A CHAR has no trailing spaces. */
function text(value, to) {
	if (to.charset === null || to.collation === null) return null;
	const collated = collatedText(value, {
		charset: to.charset,
		collation: to.collation
	});
	if (to.dataType === "char") return sql`TRIM(TRAILING ' ' FROM ${collated})`;
	return to.dataType === "varchar" ? sql`LEFT(${collated}, ${lengthOf(to) ?? 1})` : collated;
}
function dateType({ dataType, fraction }) {
	return dataType === "date" ? "DATE" : `DATETIME(${fraction})`;
}

// src/sql/parser/read-expression.ts
/** What the first parentheses behind `keyword` hold, as written; null where there are none in the span. */
function readExpressionBehind(keyword, text, span) {
	return readGroupsBehind(keyword, text, span)[0] ?? null;
}
/** What each of the parentheses behind `keyword` holds, in order; nested ones stay inside theirs. */
function readGroupsBehind(keyword, text, span) {
	const cursor = new TokenCursor(tokenize(text, span, null));
	while (!cursor.done && !cursor.take(keyword)) cursor.next();
	const groups = [];
	while (!cursor.done) {
		const group = cursor.group();
		if (group === null) cursor.next();
		else groups.push(text.slice(group[0]?.start ?? span.end, group.at(-1)?.end ?? span.end));
	}
	return groups;
}

// src/engine/probes/parsed-table.ts
function parseTable({ createStatement }) {
	const elements = readTable(createStatement)?.elements ?? [];
	const text = (span) => createStatement.slice(span.start, span.end);
	const columns = elements.flatMap((element) => element.kind === "add-column" ? [element.column] : []);
	return {
		uniqueKeys: elements.flatMap((element) => {
			if (!(element.kind === "add-index" && (element.index === "unique" || element.index === "primary"))) return [];
			const isPeriod = (part) => /\sWITHOUT\s+OVERLAPS$/iu.test(text(part));
			return [{
				name: element.name?.text ?? "PRIMARY",
				parts: element.parts.filter((part) => !isPeriod(part)).map((part) => readPart(part.column?.text ?? null, text(part))),
				withoutOverlaps: element.parts.some(isPeriod) ? readPeriod(columns.map(text)) : null
			}];
		}),
		checks: [...elements.flatMap((element) => element.kind === "add-check" && element.enforced ? [{
			name: element.name?.text ?? "",
			span: element
		}] : []), ...columns.flatMap(({ name, checks }) => checks.filter(({ enforced }) => enforced).map((span) => ({
			name: span.name?.text ?? name.text,
			span
		})))].flatMap(({ name, span }) => {
			const expression = readExpressionBehind("CHECK", createStatement, span);
			return expression === null ? [] : [{
				name,
				expression
			}];
		}),
		foreignKeys: elements.flatMap((element) => {
			if (element.kind !== "add-foreign-key") return [];
			const [own = "", others = ""] = readGroupsBehind("FOREIGN", createStatement, element);
			return [{
				name: element.name?.text ?? "",
				columns: quotedNames(own),
				parentColumns: quotedNames(others)
			}];
		}),
		generated: new Map(columns.flatMap((column) => {
			const expression = column.generated === null ? null : readExpressionBehind("AS", createStatement, column);
			return expression === null ? [] : [[column.name.text.toLowerCase(), expression]];
		})),
		defaults: new Map(columns.flatMap((column) => column.default === null ? [] : [[column.name.text.toLowerCase(), text(column.default)]]))
	};
}
/** True where an expression that the server wrote mentions the column. The server quotes all names. */
function mentions$1(expression, column) {
	return expression.toLowerCase().includes(ident(column).text.toLowerCase());
}
__name(mentions$1, "mentions");
/** A table has at most one period of its own: `PERIOD FOR p (a, b)`, which stands among the columns. */
function readPeriod(columns) {
	const written = columns.find((column) => /^PERIOD\s+FOR\s+(?!SYSTEM_TIME)/iu.test(column));
	const [, from, to] = quotedNames(written ?? "");
	return from === void 0 || to === void 0 ? null : {
		from,
		to
	};
}
function readPart(column, text) {
	if (column === null) return {
		column,
		expression: text.replace(/\s+(?:ASC|DESC)$/iu, "")
	};
	const prefix = /\((\d+)\)\s*(?:ASC|DESC)?$/iu.exec(text)?.[1];
	return {
		column,
		prefix: prefix === void 0 ? null : Number(prefix)
	};
}

// src/engine/probes/probe.ts
/** The columns of the altered table that no column of the original gives a value. */
function addedColumns(altered, map) {
	return altered.columns.filter((column) => column.generated === null && !map.some(({ to }) => to === column));
}
function probeColumn(alter, { to }, column) {
	const { condition, ...words } = column;
	const statement = countRowsWhere(alter.server.flavor, rowsOf(alter.original), condition);
	return {
		...words,
		columns: [to.name],
		key: null,
		statement
	};
}
/** A column that is added with no value for any row. */
function probeAdded(alter, { name }, words) {
	const statement = countRowsWhere(alter.server.flavor, rowsOf(alter.original), always);
	return {
		...words,
		columns: [name],
		key: null,
		statement
	};
}
/** The rows with a text that identifies each: of the primary key, or of a unique key without prefixes and NULLs. */
function rowsOf(original) {
	const column = (name) => original.columns.find((candidate) => candidate.name === name);
	const parts = (original.indexes.filter(({ unique, columns }) => unique && columns.every((part) => !part.isPrefix && column(part.column)?.nullable === false)).toSorted((one, other) => Number(other.name === "PRIMARY") - Number(one.name === "PRIMARY"))[0]?.columns ?? []).flatMap((part) => column(part.column) ?? []);
	return tableRows(original.table, keyText(parts));
}

// src/engine/probes/altered-rows.ts
/**
* The rows of the original as the altered table will have them, with the named columns: values are converted, added columns have
* their default, generated columns are computed.
*
* @returns `null` where the value of a column cannot be predicted
*/
function alteredRows(alter, parsed, names) {
	const computed = names.flatMap((name) => {
		const expression = expressionOf(name, alter, parsed);
		return expression === null ? [] : [{
			name,
			expression
		}];
	});
	const generated = computed.map(({ name }) => name);
	const plain = names.filter((name) => !generated.includes(name));
	if (generated.length === 0) return plainRows(alter, parsed, plain);
	const expressions = computed.map(({ expression }) => expression);
	const needed = alter.altered.columns.map(({ name }) => name).filter((name) => plain.includes(name) || expressions.some((expression) => mentions$1(expression, name)));
	const inner = generated.some((name) => needed.includes(name)) ? null : alteredRows(alter, parsed, needed);
	if (inner === null) return null;
	return derivedRows(inner, [...plain.map((name) => ({
		name,
		value: ident(name)
	})), ...generated.map((name, index) => ({
		name,
		value: raw(`(${expressions[index] ?? "NULL"})`)
	}))]);
}
/** What computes the value of a column from others of its row: of a generated one, and the default of one that is added; else `null`. */
function expressionOf(name, { altered, map }, parsed) {
	const generated = parsed.generated.get(name.toLowerCase());
	if (generated !== void 0) return generated;
	const fallback = parsed.defaults.get(name.toLowerCase()) ?? "";
	if (map.some(({ to }) => sameName(to.name, name))) return null;
	return altered.columns.some((column) => mentions$1(fallback, column.name)) ? fallback : null;
}
/** True where the altered table has the same values in these columns, and compares them alike. */
function keepsValues(names, { map }) {
	return names.every((name) => map.some((column) => column.to.name === name && sameName(column.from.name, name) && !changesType(column) && column.from.collation === column.to.collation));
}
function plainRows(alter, parsed, names) {
	const columns = [];
	for (const name of names) {
		const value = predictedValue(alter, parsed, name);
		if (value === null) return null;
		columns.push({
			name,
			value
		});
	}
	return derivedRows(rowsOf(alter.original), columns);
}
function predictedValue({ altered, map, rewritten, server }, parsed, name) {
	const mapped = map.find(({ to }) => sameName(to.name, name));
	if (mapped !== void 0) return convertedValue(mapped);
	const fallback = parsed.defaults.get(name.toLowerCase());
	if (fallback !== void 0) return /nextval|lastval/iu.test(fallback) ? null : raw(fallback);
	const column = findColumn(altered, name);
	if (column === void 0 || column.autoIncrement) return null;
	if (column.nullable) return raw("NULL");
	return rewritten && needsValue(column) ? emptyValue(column.dataType, allowsZeroDates(server.sqlMode)) : null;
}

// src/engine/probes/duplicates.ts
/**
* Finds rows with the same values in a unique key of the altered table. It skips keys that are unique because of a unique key of
* the original. What is left are new keys, keys that lost a column, and keys with values that become equal.
*/
function probeDuplicates(alter) {
	const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
	return after.uniqueKeys.filter((key) => !isNumbered(key, alter) && !before.uniqueKeys.some((old) => promises(old, key, alter))).map((key) => duplicatesUnder(key, after, alter));
}
const duplicatesHint = "Remove or change these rows first, or leave the key as it is.";
function duplicatesUnder(key, parsed, alter) {
	const columns = columnsOf(key, alter);
	const rows = key.parts.some((part) => part.column === null && /\bARRAY\)/iu.test(part.expression)) ? null : alteredRows(alter, parsed, columns);
	const [parts, period] = [key.parts.map(partValue), key.withoutOverlaps];
	const { flavor } = alter.server;
	const repeated = (found) => period === null ? countRepeated(flavor, found, parts) : countOverlapping(flavor, found, parts, period);
	return {
		kind: "duplicate-key",
		columns,
		key: key.name,
		statement: rows === null ? null : repeated(rows),
		fault: `${columns.join(", ")} ${period === null ? "repeats the value" : "overlaps the period"} of another row`,
		because: `${key.name === "PRIMARY" ? "the primary key" : `the key ${key.name}`} is to be unique`,
		hint: duplicatesHint
	};
}
/** In an added AUTO_INCREMENT column every row gets a number of its own. */
function isNumbered(key, { altered, map }) {
	return key.parts.some(({ column }) => column !== null && findColumn(altered, column)?.autoIncrement === true && !map.some(({ to }) => sameName(to.name, column)));
}
/** True where the old key makes the new one unique. A key stays unique when columns are added to it. */
function promises(old, key, alter) {
	const { withoutOverlaps } = old;
	if (withoutOverlaps !== null && !keepsPeriod(withoutOverlaps, key.withoutOverlaps, alter)) return false;
	return old.parts.every((part) => key.parts.some((candidate) => isAsStrict(part, candidate, alter)));
}
function keepsPeriod(old, period, { map }) {
	const isKept = (before, after) => map.some(({ from, to }) => sameName(from.name, before) && sameName(to.name, after) && from.columnType === to.columnType);
	return period !== null && isKept(old.from, period.from) && isKept(old.to, period.to);
}
function isAsStrict(old, part, { map, original }) {
	if (old.column === null) {
		const isUntouched = original.columns.filter(({ name }) => mentions$1(old.expression, name)).every(({ name }) => map.some((column) => column.from.name === name && column.to.name === name && column.from.columnType === column.to.columnType && keepsDistinct(column)));
		return part.column === null && part.expression === old.expression && isUntouched;
	}
	if (part.column === null || part.prefix !== old.prefix) return false;
	const mapped = map.find(({ from }) => sameName(from.name, old.column ?? ""));
	if (mapped === void 0 || !sameName(ghostColumnOf(map, old.column) ?? "", part.column)) return false;
	return part.prefix === null ? keepsDistinct(mapped) : mapped.from.charset === mapped.to.charset && keepsDistinct(mapped);
}
function columnsOf({ parts, withoutOverlaps }, { altered }) {
	const period = withoutOverlaps === null ? [] : [withoutOverlaps.from, withoutOverlaps.to];
	return altered.columns.map(({ name }) => name).filter((name) => period.some((end) => sameName(end, name)) || parts.some((part) => part.column === null ? mentions$1(part.expression, name) : sameName(part.column, name)));
}
function partValue(part) {
	if (part.column === null) return raw(part.expression);
	return part.prefix === null ? ident(part.column) : sql`LEFT(${ident(part.column)}, ${part.prefix})`;
}

// src/engine/server-alter.ts
/**
* Lets the server do it, waiting for the table's lock no longer than the budget at a time. Of `whole` that is all the time it has.
*
* @returns the refusal where the server can do it on an empty clone but not on this table (row versions used up, a FULLTEXT
*   index of the past, a full online log): then the next way is tried
* @throws GhostshipError `cutover-gave-up`, `invalid-statement`, `missing-privileges`, `cutover-unconfirmed`
*/
async function letServerAlter(sessions, { table, alter, way, flavor, withChecks, lockBudgetMs, noteSent }, signal) {
	try {
		var _usingCtx$7 = _usingCtx();
		const statement = alterTable(table, sentBody(alter, way, flavor));
		const startedAt = nowMs();
		const reader = _usingCtx$7.a(await sessions.open("reading the definition"));
		const before = withoutCounter(await readCreateStatement(reader, table));
		for (let attempts = 1;; attempts++) try {
			var _usingCtx3 = _usingCtx();
			signal.throwIfAborted();
			const session = _usingCtx3.a(await sessions.openAsGiven("altering the table", withChecks ? "with checks" : "without checks"));
			await session.run(setLockWait(wholeSeconds(lockBudgetMs)));
			await noteSent(session);
			const attemptedAt = nowMs();
			const waited = () => way === "inplace" ? 0 : nowMs() - attemptedAt;
			const limit = way === "whole" ? AbortSignal.any([signal, AbortSignal.timeout(lockBudgetMs)]) : signal;
			try {
				await sessions.runLong(session, statement, limit);
				return {
					attempts,
					lockedMs: waited()
				};
			} catch (error) {
				if (error instanceof ConnectionLost || limit.aborted) {
					if (await wasAltered(sessions, session, table, before)) return {
						attempts,
						lockedMs: waited()
					};
				} else if (!isPassing(error)) {
					if (way !== "whole" && way !== "any" && error instanceof ServerError && !isOfAnyWay(error)) return { refusal: error.message };
					throw refused(error, table);
				}
				if (nowMs() - startedAt > 18e5) throw gaveUp$1(table, attempts);
				await backOff(attempts, signal);
			}
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (_) {
		_usingCtx$7.e = _;
	} finally {
		await _usingCtx$7.d();
	}
}
/** @param after a clone, as the statement has left it */
function noteAlter({ request, original, control }, after, algorithm) {
	const { createStatement: before } = original;
	const definitions = {
		before,
		after: control.session.naming.inTheirNames(after.createStatement)
	};
	return async (session) => {
		const sent = sentAlter(request.target, session, original.table, definitions, algorithm);
		if (sent !== null) await request.noteSent?.(sent);
	};
}
function sentBody(alter, way, flavor) {
	switch (way) {
		case "instant":
		case "inplace": return bodyBy(way, alter, flavor);
		case "copy": return bodyWith(alter, "ALGORITHM=COPY, LOCK=SHARED");
		case "locked": return bodyWith(alter, "LOCK=SHARED");
		case "any": return bodyWith(alter, "");
		case "whole": return alter.body;
	}
}
/** Up to here the server may scan the table to build an index while replicas wait: some seconds. */
const maxIndexedBytes = 268435456;
/**
* Instant always. In place where no row is written anew; where an index is built from all rows, only on small tables or
* where no replica has to run the same statement in one piece.
*/
function isWorthDoingOnServer(altered, alter, table, replicas) {
	if (altered.way === "instant") return true;
	if (altered.way === "inplace" && changesWholePartitions(alter, table)) return true;
	if (altered.way === "copy" || altered.rebuilds) return false;
	return alter.addedIndexes.length === 0 || !replicas || table.dataBytes <= 268435456;
}
/** The statement may be running on without us: it is waited for, and only then the definition tells. */
function wasAltered(sessions, lost, table, before) {
	return askAfterLoss(() => sessions.open("asking whether the table was altered"), lost, "when idle", async (session) => withoutCounter(await readCreateStatement(session, table)) !== before, (error) => {
		throw unconfirmed(table, error);
	});
}
/** What any way to do it would meet. Everything else is a refusal of this way, and there is another. */
function isOfAnyWay(error) {
	return isDenied(error) || isDuplicate(error) || isBadData(error) || isForeignKeyRefusal(error);
}
function refused(error, table) {
	if (!(error instanceof ServerError)) return error;
	return new GhostshipError(codeOf(error), `The server refuses to alter ${table.name}: ${error.message}`, {
		hint: hintOf(error),
		cause: error
	});
}
function codeOf(error) {
	if (isDenied(error)) return "missing-privileges";
	if (isForeignKeyRefusal(error)) return "invalid-statement";
	return isDuplicate(error) ? "duplicate-rows" : "data-does-not-fit";
}
function hintOf(error) {
	if (isDenied(error)) return deniedHint;
	if (isDuplicate(error)) return duplicatesHint;
	return hintFor$1(error, "Correct the rows or the statement and run the migration again.");
}
function gaveUp$1(table, attempts) {
	return new GhostshipError("cutover-gave-up", `${table.name} was in use at each of ${attempts} attempts to alter it.`, { hint: "Look for long transactions on it (performance_schema.metadata_locks), or raise the lock budget, and run the migration again." });
}
__name(gaveUp$1, "gaveUp");
function unconfirmed(table, cause) {
	return new GhostshipError("cutover-unconfirmed", `The connection broke while the server altered ${table.name}, and it cannot be asked whether it did.`, {
		hint: `Look with SHOW CREATE TABLE ${ident(table.name).text}.`,
		tableState: "unknown",
		cause
	});
}

// src/engine/added-keys/as-by-copy.ts
/**
* MariaDB makes another key in place than by a copy: the name of an index goes before that of the constraint, RESTRICT and
* SET DEFAULT become NO ACTION, and columns are called as the statement spells them. So each key is written as the copy of the
* clone has it; one without a name keeps none, and gets its number and its index by itself.
*
* @param added those of the clone
*/
function asByCopy(alter, added, server) {
	if (server.flavor === "mysql") return alter;
	const bare = readAlter(`ALTER TABLE ${ident(alter.table.name).text} ${alter.body}`, server);
	if (bare.kind !== "alter") return alter;
	const clauses = bare.statement.clauses.filter((clause) => clause.kind === "add-foreign-key");
	const isNamed = ({ name }) => clauses.some((clause) => isSame(clause.name?.text, name));
	const unnamed = added.filter((key) => !isNamed(key)).toSorted((one, other) => numberOf$1(one) - numberOf$1(other));
	const written = clauses.flatMap(({ name, start, end }) => {
		const key = name === null ? unnamed.shift() : added.find((one) => isSame(one.name, name.text));
		if (key === void 0) return [];
		return [{
			start,
			end,
			by: (/^ADD\b/iu.test(bare.text.slice(start, end)) ? "ADD " : "") + writeForeignKey(key, name !== null).text
		}];
	});
	const read = readAlter(replaceSpans(bare.text, written), server);
	return read.kind === "alter" ? read : alter;
}
function isSame(one, other) {
	return one?.toLowerCase() === other.toLowerCase();
}
/** The server counts those that it names itself: `t_ibfk_2`. */
function numberOf$1({ name }) {
	return Number(/_ibfk_(\d+)$/u.exec(name)?.[1] ?? 0);
}
__name(numberOf$1, "numberOf");

// src/engine/probes/orphans.ts
/** Finds rows whose new foreign key refers to a missing row. A foreign key with a NULL refers to no row. */
function probeOrphans(alter) {
	return orphanProbes(alter, (rows, condition) => countRowsWhere(alter.server.flavor, rows, condition));
}
/** The same for as long as it takes. */
function probeAllOrphans(alter) {
	return orphanProbes(alter, countAllRowsWhere);
}
function orphanProbes(alter, count) {
	const old = parseTable(alter.original).foreignKeys.map(({ name }) => name);
	const after = parseTable(alter.altered);
	return after.foreignKeys.filter(({ name }) => !old.includes(name)).flatMap((key) => {
		const parent = alter.altered.foreignKeys.find(({ name }) => name === key.name)?.parent;
		return parent === void 0 ? [] : [orphansOf(alter, after, key, parent, count)];
	});
}
function orphansOf(alter, after, key, parent, count) {
	const rows = alteredRows(alter, after, key.columns);
	const common = {
		kind: "orphan",
		columns: key.columns,
		key: key.name
	};
	const names = key.columns.join(", ");
	const pairs = pairsNow(key, alter.parentNow?.(parent) ?? {
		table: parent,
		columnOf: (column) => column
	});
	if (pairs === null) return {
		...common,
		isOpen: true,
		statement: rows === null ? null : count(rows, refersToSomeRow(key.columns)),
		fault: `${names} refers to a row of ${parent.name}`,
		because: `a statement before it makes what it refers to, so whether that row is there can only be counted once the statements before it have run`,
		hint: `Let a statement before it add the rows to ${parent.name}. The run looks again before it adds ${key.name}.`
	};
	return {
		...common,
		statement: rows === null ? null : count(rows, isOrphan(pairs.table, pairs.columns)),
		fault: `${names} refers to no row of ${parent.name}`,
		because: `the foreign key ${key.name} is added`,
		hint: "Add the missing rows, or remove these, first."
	};
}
function pairsNow(key, now) {
	if (now === "later") return null;
	const columns = key.columns.flatMap((child, index) => {
		const parent = now.columnOf(key.parentColumns[index] ?? "");
		return parent === null ? [] : [{
			child,
			parent
		}];
	});
	return columns.length < key.columns.length ? null : {
		table: now.table,
		columns
	};
}

// src/engine/mapping/filled-columns.ts
/**
* True where the server reads the clock for rows that are copied. ALTER TABLE is one statement with one NOW(); a copy is many, and
* a row that is applied again would change.
*
* Not pinned everywhere: the binary log would show an old time for every statement, and replicas would seem to lag.
*/
function readsClock(map, ghost) {
	return filledColumns(map, ghost).some(({ default: by }) => by?.kind === "now" || by?.kind === "expression") || map.some(({ from, to }) => from.dataType === "time" && dated.includes(to.dataType));
}
const dated = [
	"date",
	"datetime",
	"timestamp",
	"year"
];
/** @throws GhostshipError `unsupported-statement` where a default gives another value at each call or connection */
function refuseUnpinnable(map, ghost, table) {
	for (const column of filledColumns(map, ghost)) {
		const called = column.default?.functions.find((name) => unpinnable.has(name.toUpperCase()));
		const reads = called === void 0 ? readVariable(column, ghost) : `${called.toUpperCase()}()`;
		if (reads === null) continue;
		throw unfillable(column, table, `${reads}, which is not the same in every statement of a copy.`);
	}
}
/**
* What MySQL refuses while it writes a binary log. Nothing is logged of a dry run, so the server is silent there.
*
* @throws GhostshipError `unsupported-statement`
*/
function refuseUnloggable({ statement }, table, flavor) {
	if (flavor !== "mysql") return;
	for (const clause of statement.clauses) {
		if (clause.kind !== "add-column") continue;
		const called = clause.column.default?.functions.find((name) => unloggable.has(name.toUpperCase()));
		if (called === void 0) continue;
		throw unfillable(clause.column, table, `${called.toUpperCase()}(), which may be another value on a replica: MySQL refuses that while it writes a binary log.`);
	}
}
function unfillable({ name }, table, from) {
	return new GhostshipError("unsupported-statement", `Rows of ${table} would get ${name.text} from ${from}`, { hint: `Add ${name.text} as NULL without a default, fill it by UPDATE, and set the default in a second migration.` });
}
/** Error 1674 of MySQL 9.7, tried with each function that a default may call. */
const unloggable = /* @__PURE__ */ new Set([
	"CURRENT_USER",
	"RAND",
	"RANDOM_BYTES",
	"SESSION_USER",
	"SYSDATE",
	"SYSTEM_USER",
	"USER",
	"UUID",
	"UUID_SHORT"
]);
/** What SET timestamp does not pin. */
const unpinnable = /* @__PURE__ */ new Set([
	"CONNECTION_ID",
	"FOUND_ROWS",
	"LAST_INSERT_ID",
	"LASTVAL",
	"NEXTVAL",
	"RAND",
	"RANDOM_BYTES",
	"ROW_COUNT",
	"SETVAL",
	"SYSDATE",
	"SYS_GUID",
	"UUID",
	"UUID_SHORT",
	"UUID_V4",
	"UUID_V7"
]);
/** The servers write variables with `@`, which a text may have in it as well. */
function readVariable(column, ghost) {
	if (column.default === null) return null;
	const text = withoutTexts(ghost.createStatement.slice(column.default.start, column.end));
	return /@{1,2}[\w.`]+/u.exec(text)?.[0] ?? null;
}
/** An expression as the server writes it, without the texts in it. */
function withoutTexts(expression) {
	return expression.replace(/'(?:[^'\\]|\\.|'')*'/gsu, "");
}
/** The columns that the copy leaves to their defaults, or to what computes them. */
function filledColumns(map, ghost) {
	const copied = new Set(map.map(({ to }) => to.name.toLowerCase()));
	return (readTable(ghost.createStatement)?.elements ?? []).flatMap((element) => element.kind === "add-column" && !copied.has(element.column.name.text.toLowerCase()) ? [element.column] : []);
}

// src/engine/mapping/mode-dependent.ts
/**
* Where the server's sql_mode gives values that a copy cannot give.
* - PAD_CHAR_TO_FULL_LENGTH: the server's own ALTER reads each CHAR with the spaces behind it. Sessions of a copy must not: the
*   keys that they read would not find their rows again.
* - NO_UNSIGNED_SUBTRACTION: MariaDB computes under the mode of whoever opened the table first.
* - NO_BACKSLASH_ESCAPES: MySQL reads what a table has stored, and escapes patterns, by the mode of the session. Ours never have it.
*
* @throws GhostshipError `unsupported-statement`
*/
function refuseModeDependent(map, ghost, server) {
	const found = findPadded(map, ghost, server) ?? findSubtracted(map, ghost, server) ?? findEscaped(ghost, server, filledNames(map, ghost));
	if (found === null) return;
	throw new GhostshipError("unsupported-statement", `The server's sql_mode has ${found.mode}. A copy may compute ${found.what} otherwise than the server would.`, { hint: `Take ${found.mode} out of the global sql_mode, then run this again.` });
}
function findPadded(map, ghost, { sqlMode }) {
	const mode = "PAD_CHAR_TO_FULL_LENGTH";
	if (!hasMode(sqlMode, mode)) return null;
	const changed = map.find(({ from, to }) => from.dataType === "char" && to.dataType !== "char");
	if (changed !== void 0) return {
		what: changed.to.name,
		mode
	};
	const names = ghost.columns.filter(({ dataType }) => dataType === "char").map(({ name }) => `\`${name.replaceAll("`", "``")}\``.toLowerCase());
	const computed = computedColumns(map, ghost).find(({ by }) => names.some((name) => by.toLowerCase().includes(name)));
	return computed === void 0 ? null : {
		what: computed.name,
		mode
	};
}
function findSubtracted(map, ghost, { flavor, sqlMode }) {
	const mode = "NO_UNSIGNED_SUBTRACTION";
	if (flavor !== "mariadb" || !hasMode(sqlMode, mode)) return null;
	const computed = computedColumns(map, ghost).find(({ by }) => by.includes("-"));
	return computed === void 0 ? null : {
		what: computed.name,
		mode
	};
}
/** @param filled columns that are not copied; others have no rows to be given a default */
function findEscaped({ createStatement }, { flavor, sqlMode }, filled) {
	const mode = "NO_BACKSLASH_ESCAPES";
	if (flavor !== "mysql" || !hasMode(sqlMode, mode)) return null;
	const isEscaped = (span) => {
		const text = createStatement.slice(span.start, span.end);
		return text.includes("\\") || /\b(?:LIKE|JSON_SEARCH)\b/iu.test(withoutTexts(text));
	};
	for (const element of readTable(createStatement)?.elements ?? []) {
		const found = expressionsOf(element, filled, createStatement).find(({ span }) => isEscaped(span));
		if (found !== void 0) return {
			what: found.what,
			mode
		};
	}
	return null;
}
/** Whether the server computes by NO_BACKSLASH_ESCAPES what our sessions compute without. */
function computesUnescaped(map, altered, server) {
	return findEscaped(altered, server, filledNames(map, altered)) !== null;
}
/** A CHECK may have a name that the server has made from the name of the ghost. */
function expressionsOf(element, filled, text) {
	const ofCheck = (span) => ({
		what: `CHECK (${readExpressionBehind("CHECK", text, span) ?? ""})`,
		span
	});
	if (element.kind === "add-check") return [ofCheck(element)];
	if (element.kind === "add-index") return element.parts.filter(({ column }) => column === null).map((span) => ({
		what: `the index ${element.name?.text ?? ""}`.trim(),
		span
	}));
	if (element.kind !== "add-column") return [];
	const { column } = element;
	return [...expressionsOfColumn(column, filled.includes(column.name.text)), ...column.checks.map(ofCheck)];
}
/** What the server writes behind an expression, a comment for instance, is not of it. */
function expressionsOfColumn(column, isFilled) {
	const what = column.name.text;
	const { type, end, comment, generated, default: byDefault } = column;
	const isDefault = isFilled && byDefault?.kind === "expression";
	return [...generated === null ? [] : [{
		what,
		span: {
			start: type.end,
			end: comment?.start ?? end
		}
	}], ...isDefault ? [{
		what,
		span: byDefault
	}] : []];
}
function filledNames(map, ghost) {
	return filledColumns(map, ghost).map(({ name }) => name.text);
}
/** Columns of the ghost that the server computes from others, with what computes them; without the texts in it. */
function computedColumns(map, ghost) {
	return filledColumns(map, ghost).filter(({ generated, default: byDefault }) => generated !== null || byDefault?.kind === "expression").map(({ name, type, end }) => ({
		name: name.text,
		by: withoutTexts(ghost.createStatement.slice(type.end, end))
	}));
}

// src/engine/probes/characters.ts
/** Finds characters that the new character set does not have, and bytes that are no text in it. */
function probeCharacters(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = conditionFor$2(column);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "not-convertible",
			condition,
			fault: `${from.name} has characters that ${to.charset ?? "the new type"} lacks`,
			because: `${to.name} becomes ${to.columnType} in ${to.charset ?? "another character set"}`,
			hint: "Correct these texts first, or choose utf8mb4."
		});
	});
}
/** In other character sets MariaDB replaces any byte beyond ASCII with a question mark and refuses nothing. */
const textsOfBytes = ["utf8mb4", "utf8mb3"];
const wholeUnicode = [
	"utf8mb4",
	"utf16",
	"utf16le",
	"utf32",
	"gb18030"
];
function conditionFor$2({ from, to }) {
	if (familyOf(to) !== "text" || to.charset === null || from.charset === to.charset) return null;
	const value = ident(from.name);
	if (familyOf(from) === "binary") return textsOfBytes.includes(to.charset) ? isMalformed(value, to.charset) : null;
	const holdsAll = wholeUnicode.includes(to.charset) || from.charset === "ascii";
	return familyOf(from) === "text" && !holdsAll ? hasForeignCharacter(value, to.charset) : null;
}
__name(conditionFor$2, "conditionFor");

// src/engine/probes/checks.ts
/** Finds rows that violate a CHECK constraint. It looks at those that are new, newly enforced, or see other values than before. */
function probeChecks(alter) {
	const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
	return after.checks.map((check) => ({
		...check,
		columns: columnsIn(check.expression, alter)
	})).filter(({ expression, columns }) => !(isEnforcedAlready(before.checks, expression) && keepsValues(columns, alter))).map(({ name, expression, columns }) => {
		const rows = alteredRows(alter, after, columns);
		return {
			columns,
			statement: rows === null ? null : countRowsWhere(alter.server.flavor, rows, violates(expression)),
			...wordsFor(name, expression, columns, ofNewColumns(columns, alter))
		};
	});
}
/** Whether the altered table enforces what the original does not. */
function addsChecks(original, altered) {
	const before = parseTable(original).checks;
	return parseTable(altered).checks.some(({ expression }) => !isEnforcedAlready(before, expression));
}
function wordsFor(name, expression, columns, hint) {
	return hint === null && asksForJson(expression, columns) ? noJson(columns) : violated(name, hint);
}
function violated(name, hint) {
	return {
		kind: "check-violated",
		key: name,
		fault: `the CHECK constraint ${name} is violated`,
		because: "the altered table enforces it",
		hint: hint ?? "Correct these rows first, or change the constraint."
	};
}
/** JSON of MariaDB is a text with this constraint, which it adds by itself. */
function asksForJson(expression, columns) {
	return columns.length === 1 && /^json_valid\(`[^`]+`\)$/iu.test(expression);
}
function noJson([column = ""]) {
	return {
		kind: "not-convertible",
		key: null,
		fault: `${column} is no JSON`,
		because: `${column} becomes JSON`,
		hint: "Correct these values first, or add a new column and fill it as they should be read."
	};
}
function columnsIn(expression, { altered }) {
	return altered.columns.map((column) => column.name).filter((column) => mentions$1(expression, column));
}
/** What only new columns violate, no row can mend. */
function ofNewColumns(columns, { added }) {
	const own = added.filter(({ name }) => columns.includes(name));
	if (own.length === 0 || own.length < columns.length) return null;
	return `Give ${own.map(({ name }) => name).join(" and ")} a DEFAULT that the constraint allows, or make it NULL.`;
}
function isEnforcedAlready(checks, expression) {
	return checks.some((check) => check.expression === expression);
}

// src/engine/probes/enum-members.ts
/** Finds values that use a label which the altered ENUM or SET does not have. */
function probeEnumMembers(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = conditionFor$1(column, alter.server.flavor);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "label-in-use",
			condition,
			fault: `${from.name} has a value that is no label of the new type`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Keep the labels that are in use, or give these rows another one first."
		});
	});
}
function conditionFor$1({ from, to }, flavor) {
	const value = ident(from.name);
	const [old, kept] = [labelsOf(from), labelsOf(to)];
	if (isReadAsLabel({
		from,
		to
	}, flavor)) {
		const text = asShown(from.name);
		return familyOf(to) === "enum" ? lacks(text, to, kept, flavor) : isNoSet(text, kept);
	}
	switch (`${familyOf(from)} to ${familyOf(to)}`) {
		case "enum to enum":
		case "enum to set":
			if (old.every((label) => kept.includes(label))) return null;
			return sql`(${asNumber(value)} > 0 AND ${lacks(asText(value), to, kept, flavor)})`;
		case "set to set": {
			const lost = old.filter((label) => !kept.includes(label));
			if (lost.length === 0) return null;
			const noNumber = isNoNumberOfLabel(asText(value), to, flavor);
			return sql`(${hasLostMember(value, lost, kept, collationOf(to))} AND ${noNumber})`;
		}
		case "set to enum": return lacks(asText(value), to, kept, flavor);
		case "text to enum": return lacks(sql`TRIM(TRAILING ' ' FROM ${value})`, to, kept, flavor);
		case "text to set": return isNoSet(value, kept);
		default: return null;
	}
}
__name(conditionFor$1, "conditionFor");
/** A text of digits stands for the label with that number, unless a label has the same text. On MySQL, 0 stands for no label. */
function lacks(text, to, labels, flavor) {
	const known = familyOf(to) === "set" ? [...labels, "''"] : labels;
	return sql`(${isNoLabel(collatedText(text, collationOf(to)), known)} AND ${isNoNumberOfLabel(text, to, flavor)})`;
}
function isNoNumberOfLabel(text, to, flavor) {
	const count = labelsOf(to).length;
	const highest = familyOf(to) === "set" ? (1n << BigInt(count)) - 1n : BigInt(count);
	const noNumber = isOutside(numberInText(text), flavor === "mysql" ? "0" : "1", String(highest));
	return sql`(${isNoNumeral(text)} OR ${noNumber})`;
}
function collationOf(column) {
	return {
		charset: column.charset ?? "utf8mb4",
		collation: column.collation ?? "utf8mb4_bin"
	};
}

// src/engine/probes/ranges.ts
/** `null` for a type that is no number, and for a type whose range has every number. */
function rangeOf(column) {
	const unsigned = isUnsigned(column);
	switch (familyOf(column)) {
		case "integer": {
			const bits = BigInt(integerBits[column.dataType] ?? 64);
			return unsigned ? between(0n, (1n << bits) - 1n) : between(-(1n << bits - 1n), (1n << bits - 1n) - 1n);
		}
		case "decimal": return fixedPoint(column.digits, column.scale, unsigned);
		case "float": return floatingPoint(column, unsigned);
		case "year": return between(0n, 2155n);
		case "bit": {
			const bits = lengthOf(column) ?? 1;
			return bits >= 64 ? null : between(0n, (1n << BigInt(bits)) - 1n);
		}
		case "enum": return {
			...between(0n, BigInt(labelsOf(column).length)),
			isLabel: true
		};
		case "set": {
			const members = BigInt(labelsOf(column).length);
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
/** True where every value of the old column is in the range, also after rounding. */
function isWithin(from, range) {
	const family = familyOf(from);
	if (family !== "integer" && family !== "decimal" && family !== "bit") return false;
	const own = family === "decimal" ? wholeNumbersOf(from, fractionOf(range.highest)) : rangeOf(from);
	if (own === null) return false;
	if (!isDigits(range)) return own.lowest === "0" || range.lowest !== "0";
	return integerPart(own.lowest) >= integerPart(range.lowest) && integerPart(own.highest) <= integerPart(range.highest);
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
		refusesNegativeFractions: false,
		isLabel: false
	};
}
function fixedPoint(digits, scale, unsigned) {
	const whole = "9".repeat(digits - scale) || "0";
	const highest = scale === 0 ? whole : `${whole}.${"9".repeat(scale)}`;
	return {
		lowest: unsigned ? "0" : `-${highest}`,
		highest,
		refusesNegativeFractions: true,
		isLabel: false
	};
}
/** FLT_MAX and DBL_MAX, made a little larger, so that rounding the literal never excludes the largest value. */
function floatingPoint(column, unsigned) {
	const [, digits, scale] = /\((\d+),(\d+)\)/u.exec(column.columnType) ?? [];
	if (digits !== void 0 && scale !== void 0) return fixedPoint(Number(digits), Number(scale), unsigned);
	const highest = column.dataType === "float" ? "3.4028235e38" : "1.7976931348623157e308";
	return {
		lowest: unsigned ? "0" : `-${highest}`,
		highest,
		refusesNegativeFractions: true,
		isLabel: false
	};
}
/** The range is larger by one where a fraction may be rounded up. */
function wholeNumbersOf(column, keptDigits) {
	const bound = 10n ** BigInt(column.digits - column.scale);
	const highest = column.scale <= keptDigits ? bound - 1n : bound;
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

// src/engine/probes/generated.ts
/** Finds rows for which a column that is new or changed computes, from others of its row, what it cannot hold. */
function probeGenerated(alter) {
	if (!alter.rewritten) return [];
	const after = parseTable(alter.altered);
	return computedAnew(alter).flatMap((column) => {
		const rows = alteredRows(alter, after, [column.name]);
		if (rows === null) return [];
		return faultsOf(column).map(({ condition, ...words }) => ({
			...words,
			columns: [column.name],
			key: null,
			statement: countRowsWhere(alter.server.flavor, rows, condition)
		}));
	});
}
/** Columns of the altered table that compute their values from others of the row, and did not do so before. */
function computedAnew(alter) {
	const [before, after] = [parseTable(alter.original), parseTable(alter.altered)];
	return alter.altered.columns.filter(({ name }) => expressionOf(name, alter, after) !== null).filter((column) => !isAsBefore(column, before, after, alter));
}
function isAsBefore(column, before, after, alter) {
	const name = column.name.toLowerCase();
	const own = alter.original.columns.find((one) => one.name.toLowerCase() === name);
	const expression = after.generated.get(name) ?? "";
	if (own?.columnType !== column.columnType || own.nullable !== column.nullable) return false;
	if (own.charset !== column.charset || before.generated.get(name) !== expression) return false;
	const used = alter.altered.columns.filter((one) => mentions$1(expression, one.name));
	return keepsValues(used.map((one) => one.name), alter);
}
function faultsOf(column) {
	const value = ident(column.name);
	const because = `it is ${column.columnType}${column.nullable ? "" : " NOT NULL"}`;
	const hint = `Choose another type for ${column.name}, or another expression.`;
	const faults = [];
	if (!column.nullable) faults.push({
		kind: "null-in-not-null",
		condition: isNull(value),
		fault: `${column.name} is NULL`,
		because,
		hint
	});
	const range = beyondRange(column, value);
	if (range !== null) faults.push({
		kind: "out-of-range",
		condition: range,
		fault: `${column.name} is out of range`,
		because,
		hint
	});
	const length = tooLong(column, value);
	if (length !== null) faults.push({
		kind: "too-long",
		condition: length,
		fault: `${column.name} is too long`,
		because,
		hint
	});
	return faults;
}
/** The type of the expression is not known, so a text counts as the number that it begins with. */
function beyondRange(column, value) {
	const family = familyOf(column);
	const range = family === "integer" || family === "decimal" || family === "bit" ? rangeOf(column) : null;
	return range === null ? null : isOutside(rounded(value, column.scale), range.lowest, range.highest);
}
function tooLong(column, value) {
	const family = familyOf(column);
	if (family === "binary") return isLonger(sql`CAST(${value} AS BINARY)`, column.octets ?? 0, "bytes", true);
	if (family !== "text" || column.charset === null) return null;
	const text = sql`CONVERT(${asText(value)} USING ${raw(column.charset)})`;
	return column.dataType === "char" || column.dataType === "varchar" ? isLonger(text, lengthOf(column) ?? 1, "characters", false) : isLonger(text, column.octets ?? 0, "bytes", false);
}

// src/engine/probes/not-convertible.ts
/** Finds texts and numbers that have no meaning in the new type: they are no number, no date or no JSON. */
function probeNotConvertible(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = conditionFor(column, alter.server.flavor);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "not-convertible",
			condition,
			fault: `${from.name} is no ${nounFor(to)}`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Correct these values first, or add a new column and fill it as they should be read."
		});
	});
}
function conditionFor({ from, to }, flavor) {
	const value = ident(from.name);
	const [source, target] = [familyOf(from), familyOf(to)];
	if ((source === "text" || source === "json") && !isReadAsScalar({
		from,
		to
	}, flavor)) {
		if (numbers.includes(target) || target === "year") return isNoNumber(asText(value), flavor === "mariadb" && target === "integer");
	}
	if (target === "date" || target === "time") {
		if (source === "integer") return noTemporalNumber(value, to, flavor);
		if (source === "text") return noTemporalText(value, to, flavor);
	}
	if (target === "json") return notJson(value, from);
	return null;
}
/** MySQL makes a date of the digits: 127 is none, though the number 127 is 27 January 2000 to CAST. */
function noTemporalNumber(value, to, flavor) {
	const byText = flavor === "mysql" && to.dataType !== "time";
	const misfit = isNoTemporal(byText ? asText(value) : value, castTypeOf(to));
	return to.dataType === "time" ? sql`(${misfit} OR ${isOutside(value, "-8385959", "8385959")})` : misfit;
}
/** MySQL reads an empty text as midnight. MySQL accepts an offset such as +02:00 behind a time, MariaDB does not. */
function noTemporalText(value, to, flavor) {
	const misfit = sql`(${isNoTemporal(value, castTypeOf(to))} OR ${hasStrayCharacter(value)})`;
	if (to.dataType === "time") return sql`(TRIM(${value}) <> '' AND ${misfit} AND NOT ${hasExponent(value)})`;
	return flavor === "mysql" ? sql`(${misfit} AND NOT ${hasOffset(value)})` : sql`(${misfit} OR ${hasOffset(value)})`;
}
/** The servers refuse to make JSON of bytes, whatever the bytes are. */
function notJson(value, from) {
	switch (familyOf(from)) {
		case "binary": return isKnown(value);
		case "text":
		case "enum":
		case "set":
		case "date":
		case "time": return isNoJson(asText(value));
		case "integer": return /zerofill/iu.test(from.columnType) ? isNoJson(asShown(from.name)) : null;
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
	const family = familyOf(to);
	if (family === "json") return "JSON";
	return family === "date" || family === "time" ? family : "number";
}

// src/engine/probes/nulls.ts
/**
* Finds NULLs in a column that becomes NOT NULL, also as part of a new primary key. Where the server copies the table, it puts the
* current time into a TIMESTAMP and a number into an AUTO_INCREMENT column (measured: both servers, ALGORITHM=COPY). A migration
* refuses these too: each look at a row would give another value.
*/
function probeNulls(alter) {
	return alter.map.filter(({ from, to }) => from.nullable && !to.nullable).map((column) => probeColumn(alter, column, {
		kind: "null-in-not-null",
		condition: isNull(ident(column.from.name)),
		fault: `${column.from.name} is NULL`,
		because: `${column.to.name} becomes NOT NULL`,
		hint: hintFor(column.to)
	}));
}
function hintFor({ autoIncrement, dataType }) {
	if (autoIncrement) return "Give these rows a number of your own first.";
	if (dataType === "timestamp") return "Give these rows a value first. The server may put the time of the statement there; a migration does not.";
	return "Give these rows a value first.";
}

// src/engine/probes/out-of-range.ts
/** Finds numbers, and values that become numbers, outside the range of the new type, and times outside that of a TIMESTAMP. */
function probeOutOfRange(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const condition = to.dataType === "timestamp" ? notInTime(column, alter) : beyond(column, alter);
		if (condition === null) return [];
		return probeColumn(alter, column, {
			kind: "out-of-range",
			condition,
			fault: `${from.name} is out of range`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Correct these values first, or choose a wider type."
		});
	});
}
function beyond({ from, to }, { server }) {
	const range = rangeOf(to);
	if (range === null || isWithin(from, range) || isReadAsLabel({
		from,
		to
	}, server.flavor)) return null;
	const value = staysSigned({
		from,
		to
	}, server.flavor) ? asSignedRange(from.name) : numberOf(from, to);
	if (value === null) return null;
	const outside = isOutside(rounding(value, from, to), lowest(range, from, server.flavor), range.highest);
	const negative = range.refusesNegativeFractions || server.flavor === "mariadb" && from.dataType === "decimal";
	const condition = range.lowest === "0" && negative ? sql`(${outside} OR ${value} < 0)` : outside;
	const yearless = to.dataType === "year" ? sql`(${condition} OR ${rounded(value, 0)} BETWEEN 100 AND 1900)` : condition;
	return isWritten(from) ? sql`(NOT (${isNoNumber(asText(ident(from.name)), server.flavor === "mariadb" && familyOf(to) === "integer")}) AND ${yearless})` : yearless;
}
/** On MariaDB the number 0 stands for no label. */
function lowest(range, from, flavor) {
	return range.isLabel && flavor === "mariadb" && familyOf(from) === "integer" ? "1" : range.lowest;
}
/** `null` where it is not known how the server converts the value to a number. */
function numberOf(from, to) {
	const value = ident(from.name);
	const isNumber = [
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
		case "json":
			if (familyOf(to) === "float") return sql`(TRIM(${asText(value)}) + 0)`;
			return isNumber ? numberInText(asText(value)) : null;
		case "binary":
		case "other": return null;
	}
}
/** Rounds to the digits of the new type, because the server rounds before it checks the range. */
function rounding(value, from, to) {
	if (familyOf(from) === "integer") return value;
	const fraction = /\(\d+,(\d+)\)/u.exec(to.columnType)?.[1];
	if (familyOf(to) === "float") return fraction === void 0 ? value : rounded(value, Number(fraction));
	return rounded(value, to.scale);
}
function isWritten(column) {
	return familyOf(column) === "text" || familyOf(column) === "json";
}
function notInTime({ from }, { server }) {
	if (from.dataType === "timestamp") return null;
	const value = ident(from.name);
	const last = lastTimestamp[server.flavor];
	if (familyOf(from) === "date") return isNoTimestamp(value, last);
	if (familyOf(from) !== "text") return null;
	return sql`(NOT (${hasStrayCharacter(value)}) AND ${isNoTimestamp(sql`CAST(${value} AS DATETIME(6))`, last)})`;
}

// src/sql/parser/read-partitioning.ts
/**
* Reads what SHOW CREATE TABLE gives.
*
* @returns `null` where there are no such partitions, and where every row finds one
*/
function readPartitioning(createTable) {
	const tokens = tokenize(createTable, {
		start: 0,
		end: createTable.length
	}, null);
	const cursor = new TokenCursor(tokens);
	while (!cursor.done && !cursor.take("PARTITION", "BY")) cursor.next();
	const by = cursor.takeAny(["RANGE", "LIST"]);
	if (by === null) return null;
	const hasColumns = cursor.take("COLUMNS");
	const expression = cursor.group() ?? [];
	const sqlOf = (piece) => codeOf$1(createTable, piece).trim();
	const values = hasColumns ? splitAtCommas(expression).map(([name]) => ident(name?.text ?? "").text) : [sqlOf(expression)];
	const parts = readBounds(cursor);
	if (parts === null) return null;
	const bounds = parts.flatMap((part) => by === "LIST" ? tuplesOf(part, values.length) : [splitAtCommas(part)]).map((tuple) => tuple.map(sqlOf));
	const words = new Set(expression.map(({ text }) => text.toLowerCase()));
	return {
		by: by === "LIST" ? "list" : "range",
		values,
		words,
		bounds: by === "LIST" ? bounds : bounds.slice(-1)
	};
}
/** What is in the parentheses of each partition; `null` where one of them takes every row. */
function readBounds(cursor) {
	while (!cursor.done && !cursor.sees("(", "PARTITION")) cursor.next();
	const list = cursor.group() ?? [];
	const bounds = [];
	for (const partition of splitAtCommas(list)) {
		const inner = new TokenCursor(partition);
		inner.take("PARTITION");
		inner.name();
		const bound = inner.take("VALUES", "LESS", "THAN") || inner.take("VALUES", "IN") ? inner.group() : null;
		if (bound === null) return null;
		bounds.push(bound);
	}
	return bounds.length === 0 ? null : bounds;
}
/** Of `VALUES IN`: with several columns each tuple is in parentheses of its own. */
function tuplesOf(list, columns) {
	return splitAtCommas(list).map((piece) => {
		const tuple = columns === 1 ? null : new TokenCursor(piece).group();
		return tuple === null ? [piece] : splitAtCommas(tuple);
	});
}

// src/sql/partition-conditions.ts
/** True for a row that no partition takes. By RANGE the first one takes NULL, by LIST the one that lists it. */
function isInNoPartition({ by, values, bounds }) {
	if (by === "range") return isBeyond(values, bounds[0] ?? []);
	const listed = bounds.map((bound) => join(bound.map((value, index) => equal(values[index] ?? "NULL", value)), " AND "));
	return sql`NOT (${join(listed, " OR ")})`;
}
/** In the order of the columns, as the server compares them: `(a, b) >= (1, 2)`, and nothing is beyond MAXVALUE. */
function isBeyond([value, ...values], [bound, ...bounds]) {
	if (value === void 0 || bound === void 0 || bound === "MAXVALUE") return raw("FALSE");
	if (values.length === 0) return sql`${raw(value)} >= ${raw(bound)}`;
	return sql`(${raw(value)} > ${raw(bound)} OR (${equal(value, bound)} AND ${isBeyond(values, bounds)}))`;
}
function equal(value, bound) {
	return sql`(${raw(value)}) <=> (${raw(bound)})`;
}

// src/engine/probes/partitions.ts
/** Finds rows that none of the partitions takes, where the statement changes partitions or what they go by. */
function probePartitions(alter) {
	const after = readPartitioning(alter.altered.createStatement);
	if (after === null || !alter.rewritten) return [];
	const columns = alter.altered.columns.map(({ name }) => name).filter((name) => after.words.has(name.toLowerCase()));
	const before = readPartitioning(alter.original.createStatement);
	if (before !== null && takesAllOf(after, before) && keepsValues(columns, alter)) return [];
	const rows = alteredRows(alter, parseTable(alter.altered), columns);
	const named = columns.join(" and ");
	return [{
		kind: "outside-partitions",
		columns,
		key: null,
		statement: rows === null ? null : countRowsWhere(alter.server.flavor, rows, isInNoPartition(after)),
		fault: `the partitions have no place for ${named}`,
		because: "each row must be in one of them",
		hint: after.by === "range" ? "Add a last partition with VALUES LESS THAN MAXVALUE, or correct these rows first." : "List these values in a partition, or correct these rows first."
	}];
}
function takesAllOf(after, before) {
	const written = (one) => JSON.stringify(one);
	const taken = new Set(after.bounds.map(written));
	return after.by === before.by && written(after.values) === written(before.values) && before.bounds.every((bound) => taken.has(written(bound)));
}

// src/engine/probes/too-long.ts
/** Finds values that do not fit a shorter text or binary column. Values of other types count as the server writes them. */
function probeTooLong(alter) {
	return alter.map.filter(changesType).flatMap((column) => {
		const { from, to } = column;
		const limit = limitOf(to);
		const value = written(column);
		if (limit === null || value === null || longest(from, limit.unit, to) <= limit.length) return [];
		const { length, unit } = limit;
		return probeColumn(alter, column, {
			kind: "too-long",
			condition: isLonger(value, length, unit, !cutsSpaces(column, alter.server.flavor)),
			fault: `${from.name} is longer than ${length} ${unit === "characters" ? "characters" : "bytes"}`,
			because: `${to.name} becomes ${to.columnType}`,
			hint: "Shorten these values first, or leave the column longer."
		});
	});
}
function limitOf(to) {
	const family = familyOf(to);
	if (family !== "text" && family !== "binary") return null;
	if (to.dataType === "char" || to.dataType === "varchar") return {
		length: lengthOf(to) ?? 1,
		unit: "characters"
	};
	return {
		length: to.octets ?? 0,
		unit: "bytes"
	};
}
/** The value as a string of the new type; `null` where it is not known how the server writes it. */
function written({ from, to }) {
	const value = ident(from.name);
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
		case "float": return asShown(from.name);
		case "enum":
		case "set":
		case "json": return to.charset === null ? null : asText(value);
	}
}
function converted(value, charset) {
	return sql`CONVERT(${value} USING ${raw(charset)})`;
}
/** An upper limit for values of the old type. If they always fit, nothing needs to be asked. */
function longest(from, unit, to) {
	switch (familyOf(from)) {
		case "text": {
			const characters = from.dataType.endsWith("char") ? lengthOf(from) ?? 1 : from.octets ?? 0;
			if (unit === "characters") return characters;
			return to.charset === null || to.charset === from.charset ? from.octets ?? 0 : characters * maxBytesPerCharacter;
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
		case "other": return Number.MAX_SAFE_INTEGER;
	}
}
const maxBytesPerCharacter = 4;

// src/engine/probes/undecidable.ts
/** Conversions that no probe can check. Only the copy will tell. */
function probeUndecidable(alter) {
	return alter.map.filter((column) => changesType(column) && !isDecidable(column, alter.server.flavor)).map(({ from, to }) => ({
		kind: "not-convertible",
		columns: [to.name],
		key: null,
		statement: null,
		fault: `${from.name} cannot be converted`,
		because: `${to.name} becomes ${to.columnType}`,
		hint: "The copy stops at the first value that does not fit, and the table stays as it was."
	}));
}
const temporal = ["date", "time"];
/** The families that each family can become, either checked by another probe or without any danger. */
const decidable = {
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
function isDecidable({ from, to }, flavor) {
	if (isReadAsLabel({
		from,
		to
	}, flavor)) return true;
	if (isReadAsScalar({
		from,
		to
	}, flavor)) return false;
	const [source, target] = [familyOf(from), familyOf(to)];
	if (source === "binary" && target === "text") return [...textsOfBytes, "latin1"].includes(to.charset ?? "");
	if (source === "text" && target === "time") return false;
	if (source === "bit" && to.dataType.endsWith("text")) return false;
	return decidable[source].includes(target);
}

// src/engine/probes/zero-dates.ts
/**
* Finds dates with zeros where the server converts them under NO_ZERO_DATE or NO_ZERO_IN_DATE. Dates that are not converted are
* not checked. A TIMESTAMP can never have a month or a day of 0.
*/
function probeZeroDates(alter) {
	return [...newColumns(alter), ...convertedDates(alter)];
}
/** ALTER TABLE fills an added column that is NOT NULL and has no DEFAULT, or refuses to. */
function newColumns(alter) {
	const { server, map, added, rewritten } = alter;
	const words = {
		fault: "has no value to begin with",
		because: "it is NOT NULL and has no DEFAULT"
	};
	return added.flatMap((column) => {
		const { name } = column;
		const fault = `${name} ${words.fault}`;
		if (lacksDate(column, server.sqlMode) || rewritten && lacksTimestamp(column, map, server)) {
			const hint = `Give ${name} a DEFAULT, or make it NULL. To fill it with zeros, put zero-dates in the option allow.`;
			return [probeAdded(alter, column, {
				...words,
				kind: "zero-date",
				fault,
				hint
			})];
		}
		if (!rewritten || !lacksAnyValue(column)) return [];
		const hint = `Give ${name} a DEFAULT, or make it NULL.`;
		return [probeAdded(alter, column, {
			...words,
			kind: "null-in-not-null",
			fault,
			hint
		})];
	});
}
function convertedDates(alter) {
	const modes = alter.server.sqlMode.split(",");
	return alter.map.filter(({ from, to }) => familyOf(from) === "date" && familyOf(to) === "date" && from.columnType !== to.columnType).flatMap((column) => {
		const { from, to } = column;
		const zeroDate = modes.includes("NO_ZERO_DATE");
		const zeroInDate = modes.includes("NO_ZERO_IN_DATE") || to.dataType === "timestamp";
		if (!zeroDate && !zeroInDate) return [];
		return probeColumn(alter, column, {
			kind: "zero-date",
			condition: isZeroDate(ident(from.name), {
				zeroDate,
				zeroInDate
			}),
			fault: `${from.name} has a zero for the year, the month or the day`,
			because: `the server does not convert such dates to ${to.columnType}`,
			hint: `Give these rows a real date, or NULL, first. ${allowZeroDates}`
		});
	});
}

// src/engine/probes/probe-rows.ts
/**
* Asks the server, without a lock, which rows of the original do not fit the altered table. It asks only about what the statement
* changes, and waits at most ten seconds for each answer. A question without an answer becomes a hazard with the count `unknown`,
* never an error.
*
* @param session has the server's own time zone, like the ALTER
* @param alter the altered table in it is the definition of an empty clone that the statement has changed
*/
async function probeRows(session, alter, signal) {
	const hazards = [];
	for (const probe of probesFor(alter)) {
		signal.throwIfAborted();
		const hazard = await ask(session, probe);
		const tell = (text) => session.naming.inTheirNames(text);
		const told = {
			...hazard,
			key: hazard.key === null ? null : tell(hazard.key),
			message: tell(hazard.message)
		};
		if (hazard.count !== 0) hazards.push(told);
	}
	return hazards;
}
function probesFor(alter) {
	const probes = [
		probeNulls,
		probeTooLong,
		probeOutOfRange,
		probeEnumMembers,
		probeCharacters,
		probeNotConvertible,
		probeZeroDates,
		probeUndecidable,
		probeGenerated,
		probeChecks,
		probePartitions,
		probeOrphans,
		probeDuplicates
	].flatMap((probesOfKind) => probesOfKind(alter));
	return computesUnescaped(alter.map, alter.altered, alter.server) ? probes.map((probe) => ({
		...probe,
		statement: null
	})) : probes;
}
async function ask(session, probe) {
	if (probe.statement === null) return open(probe, "only the copy itself can tell");
	try {
		const [row] = await session.rows(probe.statement);
		return describeAnswer(probe, row);
	} catch (error) {
		if (error instanceof ServerError || error instanceof ConnectionLost) return open(probe, whyOpen(error));
		throw error;
	}
}
function whyOpen(error) {
	if (isDenied(error)) return "this user may not read what must be compared";
	if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_FIELD_ERROR", "ER_DATA_OUT_OF_RANGE")) return `the server says: ${error.message}`;
	return "it could not be found out in time";
}
function describeAnswer(probe, row) {
	const found = Number(row?.found ?? 0);
	const atLeast = Number(row?.hits ?? 0) > maxCounted;
	const count = atLeast ? Math.max(found - 1, maxCounted) : found;
	const rows = `${atLeast ? "at least " : ""}${count} ${count === 1 ? "row" : "rows"}`;
	const samples = String(row?.samples ?? "");
	return {
		...common(probe),
		...probe.isOpen === true && count > 0 ? openCount : {
			count,
			atLeast
		},
		sampleKeys: samples === "" ? [] : samples.split(""),
		message: `${capitalized(probe.fault)} in ${rows}, and ${probe.because}.`
	};
}
function open(probe, reason) {
	const message = `It is not known whether ${probe.fault} in any row, and ${probe.because}: ${reason}.`;
	return {
		...common(probe),
		...openCount,
		sampleKeys: [],
		message
	};
}
const openCount = {
	count: "unknown",
	atLeast: false
};
function common({ kind, columns, key, hint }) {
	return {
		kind,
		columns,
		key,
		hint
	};
}
/** Only the word `the` gets a capital. The name of a column stays as it is. */
function capitalized(fault) {
	return fault.startsWith("the ") ? `T${fault.slice(1)}` : fault;
}

// src/engine/added-keys/find-orphans.ts
/**
* Looks at every row, for as long as it takes, without a lock.
*
* @param after the table with the new foreign keys
* @throws GhostshipError `data-does-not-fit`
*/
async function refuseOrphans({ control, original, alter }, after, signal) {
	try {
		var _usingCtx$6 = _usingCtx();
		const session = _usingCtx$6.a(await control.sessions.open("looking for rows without a parent"));
		const map = mapColumns(original, after, alter);
		const { server } = control;
		const change = {
			server,
			original,
			altered: after,
			map,
			added: addedColumns(after, map),
			rewritten: false
		};
		for (const probe of probeAllOrphans(change)) {
			if (probe.statement === null) throw new Error(`the values of ${probe.columns.join()} cannot be predicted`);
			const [row] = await control.sessions.rowsLong(session, probe.statement, signal);
			if (row === void 0) throw new Error("a count has one row");
			const hazard = describeAnswer(probe, row);
			if (hazard.count === 0) continue;
			throw new GhostshipError("data-does-not-fit", `Rows of ${original.table.name} do not fit the altered table: ${describeHazard(hazard)}`, { hint: hazard.hint });
		}
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}

// src/engine/added-keys/older-writers.ts
/** New writers queue up behind a lock that is waited for. */
const lockWaitSeconds = 1;
/**
* Waits until every transaction has ended that wrote to one of the tables before this call. MariaDB adds a foreign key while
* somebody is deleting rows of the parent, and those rows are deleted unchecked.
*
* @throws GhostshipError `cutover-gave-up`
*/
async function waitForOlderWriters(sessions, tables, signal) {
	try {
		var _usingCtx$5 = _usingCtx();
		const session = _usingCtx$5.a(await sessions.open("waiting for older transactions"));
		await session.run(setLockWait(lockWaitSeconds));
		await session.run(withoutAutocommit);
		for (const table of tables) {
			const lockOnce = async () => {
				try {
					await session.run(lockAgainstWriters(table));
					await session.run(unlockTables);
					return "locked";
				} catch (error) {
					if (isLockConflict(error)) return null;
					throw error;
				}
			};
			await tryUntilGivenUp(lockOnce, () => gaveUp(table), signal);
		}
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
function gaveUp(table) {
	return new GhostshipError("cutover-gave-up", `A transaction that wrote to ${table.name} did not end in half an hour, so rows could not be checked.`, { hint: "Look for long transactions on it, and for prepared ones (XA RECOVER), and run the migration again." });
}

// src/engine/added-keys/add-keys.ts
/** @throws GhostshipError `data-does-not-fit` where rows break a key; then nothing is added */
async function addKeys(context, after, added, signal) {
	try {
		var _usingCtx$4 = _usingCtx();
		const { control, names, request } = context;
		const keys = {
			foreignKeys: added.foreignKeys.map(({ name }) => name),
			indexes: added.indexes
		};
		const session = _usingCtx$4.a(await control.sessions.open("noting what is not checked"));
		await noteUncheckedKeys(session, names, keys);
		const done = await addUnchecked(context, after, added, signal).catch(async (error) => {
			if (!(error instanceof GhostshipError) || error.tableState !== "unknown") await forgetUncheckedKeys(session, names);
			throw error;
		});
		try {
			if (control.server.flavor === "mariadb") await waitForOlderWriters(control.sessions, [names.original, ...parentsOf(added)], signal);
			await refuseOrphans(context, after, signal);
			await forgetUncheckedKeys(session, names);
			return done;
		} catch (error) {
			try {
				var _usingCtx3 = _usingCtx();
				const dropping = _usingCtx3.a(await control.sessions.open("dropping what is not checked"));
				await dropUncheckedKeys(dropping, names).catch((failure) => {
					throw leftUnchecked(request.statement, keys.foreignKeys, error, failure);
				});
				throw error;
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		}
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
async function addUnchecked(context, after, added, signal) {
	const { control, alter, names, request } = context;
	const done = await letServerAlter(control.sessions, {
		table: names.original,
		alter: asByCopy(alter, added.foreignKeys, control.server),
		way: "inplace",
		flavor: control.server.flavor,
		withChecks: false,
		lockBudgetMs: request.options.lockBudgetMs,
		noteSent: noteAlter(context, after, "inplace")
	}, signal);
	if (!("refusal" in done)) return done;
	throw new GhostshipError("unsupported-statement", `The server can add the foreign key to ${names.original.name} only by copying the table while writers wait: ${done.refusal}`, { hint: "Run the statement yourself, in a session with foreign_key_checks=1, when they may." });
}
function parentsOf({ foreignKeys }) {
	return [...new Map(foreignKeys.map(({ parent }) => [`${parent.schema}.${parent.name}`, parent])).values()];
}
function leftUnchecked(table, names, cause, failure) {
	return new GhostshipError(cause instanceof GhostshipError ? cause.code : "server-error", `${messageOf(cause)} ${table} has the foreign key ${names.join(", ")}, its rows are not checked, and it could not be dropped again: ${messageOf(failure)}`, {
		hint: "`ghostship cleanup` drops it, and so does the next run.",
		tableState: "changed",
		cause
	});
}

// src/engine/added-keys/added-keys.ts
/**
* @param before the definition, and `after` what the statement makes of it, both in the names of the original
* @returns `null` where the statement does anything else: then it could not be taken back without a trace
*/
function addedKeys(before, after, schema) {
	const [old, altered] = [linesOf(before), linesOf(after)];
	const added = altered.filter((line) => !old.includes(line));
	if (ordered(altered.filter((line) => old.includes(line))) !== ordered(old)) return null;
	const indexes = added.flatMap((line) => plainIndex.exec(line)?.[1] ?? []).map(unquoteIdent);
	const known = readForeignKeys(before, schema).map(({ name }) => name);
	const foreignKeys = readForeignKeys(after, schema).filter(({ name }) => !known.includes(name));
	return indexes.length + foreignKeys.length === added.length ? {
		foreignKeys,
		indexes
	} : null;
}
const plainIndex = /^\s*KEY (`(?:[^`]|``)+`) /u;
/** CREATE TABLE … LIKE, which makes a clone, puts the indexes of foreign keys last. No statement does only that. */
function ordered(lines) {
	const isIndex = (line) => plainIndex.test(line);
	return [...lines.filter((line) => !isIndex(line)), ...lines.filter(isIndex).toSorted()].join("\n");
}
function linesOf(createStatement) {
	return withoutCounter(createStatement).split("\n").map((line) => line.replace(/,$/u, ""));
}

// src/engine/mapping/auto-increment.ts
/**
* Where a column becomes AUTO_INCREMENT, ALTER TABLE gives rows with a 0 a new number. A copy would keep the 0, so it is refused.
* @throws GhostshipError `data-does-not-fit`
*/
async function refuseZeroUnderCounter(session, original, map) {
	const before = map.find(({ to }) => to.autoIncrement)?.from;
	if (before === void 0 || before.autoIncrement) return;
	if ((await session.rows(selectZero(original.table, before.name))).length === 0) return;
	throw new GhostshipError("data-does-not-fit", `A row of ${original.table.name} has 0 in ${before.name}, which becomes AUTO_INCREMENT: the server would give it another number.`, { hint: "Give the row a number of your own first." });
}

// src/engine/mapping/generated-column.ts
/**
* The stored generated column of the ghost that has the same value in every row as this one of the original: the definition is
* the same, and so is every column that it reads.
*
* @returns `undefined` where the values might differ
*/
function findSameGenerated(column, original, ghost, map) {
	const same = findColumn(ghost, column.name);
	const definition = definitionOf(column, original);
	if (same?.generated !== "stored" || definition === null || definition !== definitionOf(same, ghost)) return void 0;
	if (same.collation !== column.collation) return void 0;
	return quotedNames(definition.slice(ident(column.name).text.length)).flatMap((name) => findColumn(original, name) ?? []).every((input) => isUnchanged(input, original, ghost, map)) ? same : void 0;
}
/** Of a TIMESTAMP a generated column may show the time zone of whoever wrote the row. */
function isUnchanged(input, original, ghost, map) {
	if (input.generated === "stored") return findSameGenerated(input, original, ghost, map) !== void 0;
	if (input.generated === "virtual" || input.dataType === "timestamp") return false;
	return map.some(({ from, to }) => from.name === input.name && to.name === input.name && from.columnType === to.columnType && from.collation === to.collation);
}
/** Its line in SHOW CREATE TABLE. */
function definitionOf({ name }, { createStatement }) {
	const start = `${ident(name).text} `;
	return createStatement.split("\n").map((line) => line.trim().replace(/,$/u, "")).find((line) => line.startsWith(start)) ?? null;
}

// src/engine/mapping/ghost-index.ts
const temporaryName = "ghostship_key";
/**
* Any index serves that begins with the columns of the key: the key is unique in the original, so it is unique in the ghost.
*
* @param columns of the ghost, in the order of the key
*/
function chooseGhostIndex(columns, ghost) {
	const usable = ghost.indexes.filter((index) => index.type === "BTREE" && !index.ignored);
	const unique = usable.filter((index) => isUniqueWithin(index, columns));
	const found = unique.find((index) => index.columns.length === columns.length) ?? unique.find((index) => beginsAlike(index, columns)) ?? usable.find((index) => index.columns.length >= columns.length && beginsAlike(index, columns));
	return {
		name: found?.name ?? freeName(ghost),
		isUnique: unique.length > 0,
		isTemporary: found === void 0
	};
}
function isUniqueWithin(index, columns) {
	return index.unique && index.columns.every((part) => columns.some((column) => !column.nullable && isWhole(part, column)));
}
/** True where one of the two lists of columns is the beginning of the other. */
function beginsAlike(index, columns) {
	return columns.every((column, at) => {
		const part = index.columns[at];
		return part === void 0 || isWhole(part, column);
	});
}
function isWhole(part, column) {
	return part.column !== null && sameName(part.column, column.name) && !part.isPrefix;
}
function freeName({ indexes }) {
	const isTaken = (name) => indexes.some((index) => sameName(index.name, name));
	let name = temporaryName;
	for (let number = 2; isTaken(name); number++) name = `${temporaryName}_${number}`;
	return name;
}

// src/engine/mapping/migration-key.ts
/**
* Prefers keys that are unique in the ghost as well, then those that have an index there, then those without a TIMESTAMP, which read
* the same in all time zones, then the primary key, then keys that can be ordered in JavaScript, then short ones.
*/
function chooseMigrationKey(original, ghost, map, server) {
	const refusals = [];
	const usable = [];
	for (const index of original.indexes.filter((candidate) => candidate.unique)) {
		const result = tryIndex(index, original, ghost, map, server);
		if (typeof result === "string") refusals.push(`${index.name}: ${result}`);
		else usable.push(result);
	}
	const [best] = usable.sort((left, right) => rank(left) - rank(right));
	if (best === void 0) return {
		key: null,
		obstacle: whyNone(original, refusals)
	};
	const rejected = refusals.length === 0 ? "" : ` (not usable: ${refusals.join("; ")})`;
	return {
		key: {
			...best,
			reason: `${best.reason}${rejected}`
		},
		obstacle: null
	};
}
function tryIndex(index, original, ghost, map, server) {
	if (index.ignored) return "the optimizer ignores it";
	const pairs = [];
	for (const part of index.columns) {
		const pair = pairColumn(part, original, ghost, map, server);
		if (typeof pair === "string") return pair;
		pairs.push(pair);
	}
	const onGhost = chooseGhostIndex(pairs.map(({ to }) => to), ghost);
	const merging = pairs.filter(({ from, to }) => mayMerge(from, to)).map(({ from }) => from.name);
	if (!onGhost.isUnique && merging.length > 0) return `the altered table has no such unique key, and the statement changes how values of ${merging.join(", ")} compare`;
	const columns = pairs.map(keyPair);
	const neverNull = pairs.find(({ from }) => from.nullable)?.from.name ?? null;
	const name = describeKey(index, neverNull);
	return {
		index: index.name,
		onGhost,
		columns,
		orderedHere: columns.every(({ original: column }) => isOrderedHere(column)),
		neverNull,
		reason: onGhost.isTemporary ? `${name}, for which the copy gets an index ${onGhost.name} that is dropped before the swap` : name
	};
}
function describeKey({ name }, neverNull) {
	if (name === "PRIMARY") return "the primary key";
	if (neverNull === null) return `the unique, not-null key ${name}`;
	return `the unique key ${name}: no row has NULL in ${neverNull}, and one that comes stops the migration`;
}
/** @returns why the column cannot be part of the key, where it is a text */
function pairColumn(part, original, ghost, map, server) {
	if (part.column === null) return "it is on an expression";
	if (part.isPrefix) return `it covers only a prefix of ${part.column}`;
	const from = findColumn(original, part.column);
	if (from === void 0) return `${part.column} is hidden`;
	if (from.nullable && !original.nullFree.includes(from.name)) return `${from.name} may be NULL`;
	if (from.generated === "virtual") return `${from.name} is a virtual generated column`;
	const kind = keyKind(from);
	if (kind === null) return `${from.name} is ${from.columnType}, which has no exact order`;
	if (kind === "uuid" && !storesUuidsInOneWay(server)) return `${from.name} is UUID, which MariaDB before 10.11.5 stores in another way`;
	const to = columnOnGhost(from, original, ghost, map);
	if (typeof to === "string") return to;
	if (!keepsItsValues(from, to)) return `${from.name} changes from ${from.columnType} to ${to.columnType}`;
	return {
		from,
		to,
		kind
	};
}
function keyPair({ from, to, kind }) {
	return {
		original: keyColumn(kind, from),
		ghostName: to.name,
		convertTo: newCollation(from, to),
		exact: to.collation !== from.collation,
		isGenerated: to.generated !== null
	};
}
function keyColumn(kind, column) {
	return {
		name: column.name,
		ordinal: column.ordinal,
		kind,
		unsigned: /unsigned|zerofill/iu.test(column.columnType),
		consecutive: integers.includes(column.dataType),
		charset: kind === "text" ? column.charset : null,
		collation: kind === "text" ? column.collation : null,
		paddedBytes: paddedBytes(kind, column),
		fraction: kind === "decimal" ? column.scale : column.fraction
	};
}
/** @returns the column of the ghost with the same value in every row, or why there is none */
function columnOnGhost(column, original, ghost, map) {
	const copiedTo = ghostColumnOf(map, column.name);
	const copied = copiedTo === void 0 ? void 0 : findColumn(ghost, copiedTo);
	if (copied !== void 0) return copied;
	if (column.generated === null) return `the statement drops ${column.name}`;
	return findSameGenerated(column, original, ghost, map) ?? `${column.name} is generated, and the statement drops it or may change its values`;
}
function newCollation(from, to) {
	if (to.charset === null || to.collation === null || to.collation === from.collation) return null;
	return {
		charset: to.charset,
		collation: to.collation
	};
}
function rank({ index, onGhost, orderedHere, neverNull, columns }) {
	return (neverNull === null ? 0 : 5e4) + (onGhost.isTemporary ? 2e4 : 0) + (onGhost.isUnique ? 0 : 1e4) + (columns.some(({ original }) => original.kind === "timestamp") ? 2e3 : 0) + (index === "PRIMARY" ? 0 : 1e3) + (orderedHere ? 0 : 100) + columns.length;
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
	varbinary: "varbinary",
	uuid: "uuid",
	inet4: "inet4",
	inet6: "inet6"
};
/** FLOAT and DOUBLE are left out: the printed value is not the stored value. */
function keyKind(column) {
	return kinds[column.dataType] ?? null;
}
function paddedBytes(kind, column) {
	if (kind === "binary") return column.octets ?? 0;
	if (kind === "inet4") return 4;
	return kind === "uuid" || kind === "inet6" ? 16 : 0;
}
/** Before 10.11.5 the parts of every UUID were stored back to front (MDEV-29959). Nothing in a row tells which it is. */
function storesUuidsInOneWay({ version }) {
	const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/u).map(Number);
	return major > 10 || major === 10 && (minor > 11 || minor === 11 && patch >= 5);
}
const integers = [
	"tinyint",
	"smallint",
	"mediumint",
	"int",
	"bigint"
];
const strings = ["char", "varchar"];
/**
* True where a copied value equals the same literal on the ghost. A conversion may fail, because then the copy stops. It must
* not change the value without an error.
*/
function keepsItsValues(from, to) {
	if (from.columnType === to.columnType) return true;
	const both = (list) => list.includes(from.dataType) && list.includes(to.dataType);
	if (both(integers)) return true;
	if (both(["varbinary"])) return true;
	if (both(strings)) return !(from.dataType === "varchar" && to.dataType === "char");
	if (both(["decimal"])) return to.scale >= from.scale;
	return from.dataType === to.dataType && [
		"datetime",
		"timestamp",
		"time"
	].includes(from.dataType) && to.fraction >= from.fraction;
}
/**
* True where two values that the original tells apart may become one. A unique key of the ghost refuses that; another index
* would find the rows of both.
*/
function mayMerge(from, to) {
	if (from.charset === null && to.charset === null) return false;
	return from.collation !== to.collation || (to.octets ?? 0) < (from.octets ?? 0);
}
function whyNone({ table: { name } }, refusals) {
	return refusals.length === 0 ? `${name} has no primary key and no unique key.` : `No unique key of ${name} can be used: ${refusals.join("; ")}.`;
}

// src/engine/probes/refuse-hazards.ts
/**
* Refuses, before a row is copied, rows that certainly cannot be copied. A question without an answer refuses nothing, because
* the copy itself will tell.
*
* @param rewritten whether rows are written anew, by us or by the server's own copy
* @throws GhostshipError `duplicate-rows`, `data-does-not-fit`
*/
async function refuseHazards(control, original, ghost, map, rewritten, signal) {
	try {
		var _usingCtx$3 = _usingCtx();
		const session = _usingCtx$3.a(await control.sessions.open("probing rows"));
		const { server } = control;
		const alter = {
			server,
			original,
			altered: ghost,
			map,
			added: addedColumns(ghost, map),
			rewritten
		};
		const found = misfits(original.table.name, await probeRows(session, alter, signal));
		if (found !== null) throw found;
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}

// src/sql/table-size.ts
/**
* Rows, up to `limit`, and the bytes of their long values. Counted: what the servers estimate may be wrong by any factor.
*
* @param longColumns columns whose values may be long
*/
function countRows(table, longColumns, limit) {
	const lengths = longColumns.map((column) => sql`COALESCE(LENGTH(${bytes(ident(column))}), 0)`);
	return sql`SELECT COUNT(*) AS found, COALESCE(SUM(counted.value_bytes), 0) AS long_bytes
    FROM (SELECT ${join([raw("0"), ...lengths], " + ")} AS value_bytes FROM ${tableName(table)} LIMIT ${limit}) AS counted`;
}

// src/engine/tables/small-table.ts
/**
* The server's own copy of as much, with four indexes and a foreign key that is checked, takes 0.3 to 1 s, and 1.6 s at most on two
* processors with a load of twenty (measured on both servers): less than the lock budget of a cutover.
*/
const smallRows = 1e4;
const smallBytes = 16777216;
/**
* Whether the server's own copy, for which writers wait, is over in a moment.
*
* @returns how many rows the table has, or `null` for a large one
*/
async function countIfSmall(session, found) {
	if (found.isMadeByRun === true) return 0;
	const original = found.source ?? found;
	if (original.dataBytes > 4 * smallBytes) return null;
	const long = original.columns.filter(isLong).map(({ name }) => name);
	const [counted] = await session.rows(countRows(original.table, long, 10001));
	const rows = Number(counted?.found);
	return rows <= smallRows && Number(counted?.long_bytes) <= smallBytes ? rows : null;
}
function isLong({ dataType, generated, octets }) {
	if (generated === "virtual") return false;
	return (octets ?? 0) > 255 || /text$|blob$|^json$|^geom|point$|string$|polygon$|^vector$/u.test(dataType);
}

// src/engine/only-server.ts
/** Of the server's own copy (measured: some 100,000 rows a second, two million in 20 s). */
const bytesPerSecond = 5e7;
/**
* What a migration does with a table that cannot be copied.
*
* @returns `null` where it can
* @throws GhostshipError `no-migration-key` or `unsupported-statement` where the table is not small and nobody has allowed the
*   server to alter it
*/
async function findOnlyServer({ server, session }, request) {
	const { original, after, altered, alter, replicas, options } = request;
	const { allow, algorithm } = options;
	const map = mapColumns(original, after, alter);
	if (movesPartitionedRows(alter)) return {
		map,
		way: "any",
		reason: withoutCopy
	};
	if (server.flavor === "mariadb" && algorithm === "auto" && addsEmptyPartitions(alter, original)) return {
		map,
		way: "any",
		reason: addsAtOnce
	};
	const numbered = numberedAnew(after, map);
	const obstacle = historyObstacle(original, after) ?? keyObstacle(original, after, map, server) ?? counterObstacle(numbered);
	if (obstacle === null) return null;
	const isAllowed = allow.includes("blocking");
	const rows = await countIfSmall(session, original);
	const isOrdered = rows === 0 || rows === 1 || original.indexes.some(({ name }) => name === "PRIMARY");
	const numbersDiffer = numbered !== null && replicas && !isOrdered;
	const way = numbered !== null ? "copy" : altered.way === "inplace" ? "inplace" : "locked";
	const waiting = way === "inplace" ? "Writers go on meanwhile, and replicas wait." : "Writers wait meanwhile, and so do replicas.";
	const duration = describeSeconds((original.dataBytes + original.indexBytes) / bytesPerSecond);
	if (rows === null && !isAllowed) throw tooLarge(obstacle, duration, waiting, isTakenBefore(original, server) ? writeBoth : allowBlocking);
	if (numbersDiffer && !isAllowed) throw numbersApart(original, numbered);
	const how = rows === null ? `The server alters the table itself, in about ${duration}.` : `The server alters the table itself, at once: it has ${rows} rows.`;
	const apart = numbersDiffer ? ` Replicas may give other rows other numbers in ${numbered.name}.` : "";
	return {
		map,
		way,
		reason: `${obstacle.what} ${how} ${waiting}${apart}`
	};
}
/** @throws GhostshipError as {@link letServerAlter} does, and `data-does-not-fit`, `duplicate-rows` */
async function alterOnlyOnServer(context, { map, way }, after, signal) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { request, control, original, alter, recorder } = context;
		const { target, options } = request;
		const { flavor } = control.server;
		const { lockBudgetMs } = options;
		const noteSent = noteAlter(context, after, "direct");
		await refuseHazards(control, original, after, map, true, signal);
		await refuseZeroUnderCounter(control.session, original, map);
		const sessions = _usingCtx$2.a(openStrictSessions(target, control));
		const tryWay = (tried) => letServerAlter(sessions, {
			table: original.table,
			alter,
			way: tried,
			flavor,
			withChecks: true,
			lockBudgetMs,
			noteSent
		}, signal);
		if (way === "inplace") {
			const done = await tryWay("inplace").catch((error) => {
				if (error instanceof GhostshipError && error.code === "duplicate-rows") return { refusal: error.message };
				throw error;
			});
			if (!("refusal" in done)) return done;
			recorder.notice("The server could not do this among writers. They wait while it tries again.");
		}
		const forced = way === "any" ? null : await tryWay(way === "copy" ? "copy" : "locked");
		const done = forced === null || "refusal" in forced ? await tryWay("any") : forced;
		if (!("refusal" in done)) return done;
		throw new GhostshipError("server-error", `The server can alter an empty clone of ${original.table.name}, but not the table: ${done.refusal}`, { hint: "Run the statement in a client: the server says why." });
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** MariaDB takes no ALGORITHM beside such a clause. */
const withoutCopy = "A copy would bring the rows back. The server drops or empties the partitions itself, at once, and writers wait for a moment.";
const addsAtOnce = "The server adds the partitions itself, at once, and writers wait for a moment. No row moves.";
/** The original has no history, or it would have been refused before. */
function historyObstacle({ table }, after) {
	if (after.kind !== "versioned") return null;
	return {
		code: "unsupported-statement",
		what: `The statement makes ${table.name} system-versioned.`,
		because: "What writers change while a copy is made would be in its history."
	};
}
function keyObstacle(original, after, map, server) {
	const { obstacle } = chooseMigrationKey(original, after, map, server);
	if (obstacle === null) return null;
	return {
		code: "no-migration-key",
		what: obstacle,
		because: "A copy could not tell its rows apart."
	};
}
function counterObstacle(numbered) {
	if (numbered === null) return null;
	return {
		code: "unsupported-statement",
		what: `The statement adds the AUTO_INCREMENT column ${numbered.name}.`,
		because: "A copy among writers would give existing rows numbers in no particular order."
	};
}
function numberedAnew(after, map) {
	return after.columns.find((column) => column.autoIncrement && !map.some(({ to }) => to === column)) ?? null;
}
function describeSeconds(seconds) {
	return seconds < 120 ? `${Math.max(1, Math.ceil(seconds))} s` : `${Math.ceil(seconds / 60)} min`;
}
/** Whether the table has a key, and statements of the same run leave it without one. */
function isTakenBefore(original, server) {
	const hasKey = (table) => chooseMigrationKey(table, table, mapColumns(table, table, noChanges), server).key !== null;
	return original.source !== void 0 && hasKey(original.source) && !hasKey(original);
}
const writeBoth = "A statement before it takes the key away. Write both in one ALTER TABLE: the rows are told apart by the old key then.";
const allowBlocking = "Choose a time at which they may wait, and allow it for that run: blocking in the option allow.";
function tooLarge({ code, what, because }, duration, waiting, hint) {
	return new GhostshipError(code, `${what} ${because} Only the server can do this, in about ${duration}. ${waiting}`, { hint });
}
function numbersApart({ table }, { name }) {
	return new GhostshipError("no-migration-key", `The statement numbers the rows of ${table.name} in ${name}, and replicas may give other rows other numbers.`, { hint: "If no replica matters, allow it for this run: blocking in the option allow." });
}

// src/engine/preflight/check-names.ts
/**
* On MySQL the names of checks are names of the schema. What a statement is tried on may be in another schema, where all are
* free; the server would find one that is taken when the whole copy is made.
*
* @param created the table as the statement makes it
* @param isTriedWith whether another table stood beside it there: then the server has compared the names
* @throws GhostshipError `invalid-statement`
*/
async function refuseTakenChecks({ server, session }, table, created, isTriedWith) {
	const names = server.flavor === "mysql" ? readChecks(created).map(({ name }) => name) : [];
	if (names.length === 0) return;
	const taken = (await session.rows(selectCheckNames(table.schema, names))).map(({ name, holder }) => ({
		name: String(name),
		holder: {
			schema: table.schema,
			name: String(holder)
		}
	})).find(({ holder }) => !sameName(holder.name, table.name) && !isTriedWith(holder));
	if (taken === void 0) return;
	throw new GhostshipError("invalid-statement", `The server refuses the statement on ${table.name}: Duplicate check constraint name '${taken.name}'. ${taken.holder.name} has a check of this name.`, { hint: "Give the check another name." });
}

// src/engine/preflight/parent-privileges.ts
/**
* What a migration is denied on the tables that the original refers to. MySQL alone needs them: they are locked when the tables
* are swapped, and a key that is carried over refers to them.
*/
async function parentPrivileges(control, original, { foreignKeys }) {
	const keys = readForeignKeys(original.createStatement, original.table.schema);
	if (control.server.flavor === "mariadb" || keys.length === 0) return null;
	const missing = [...await notToLock(control, keys), ...foreignKeys === "carry" ? await notToReferTo(control, original, keys) : []];
	if (missing.length === 0) return null;
	return refusal("missing-privileges", `${original.table.name} refers to other tables, and the user lacks ${[...new Set(missing)].join(", ")}.`, "Grant these privileges to the user of the target URL.");
}
/** What the trial runs into once nothing is denied: the original, or its own column where an earlier statement makes the original. */
const unharmed = ["ER_TABLE_EXISTS_ERROR", "ER_KEY_COLUMN_DOES_NOT_EXITS"];
async function notToLock({ session }, keys) {
	const may = await knowsToLock(session);
	return keys.filter(({ parent }) => !may(parent)).map(({ parent }) => `LOCK TABLES on ${parent.schema}.*`);
}
async function notToReferTo({ session }, { table }, keys) {
	const denied = [];
	for (const { parent, parentColumns } of keys) try {
		await session.run(referTo(table, parent, parentColumns));
	} catch (error) {
		if (isServerError(error, "ER_TABLEACCESS_DENIED_ERROR")) denied.push(`REFERENCES on ${parent.schema}.${parent.name}`);
		else if (!isServerError(error, ...unharmed)) throw error;
	}
	return denied;
}

// src/engine/preflight/triggers.ts
/** What keeps the triggers of the table from being carried over, or from being left where they are. */
function triggerRefusals(original, alter, flavor, { triggers, foreignKeys }) {
	const { name } = original.table;
	if (original.triggers.length === 0) return [];
	if (triggers === "refuse") return [refusal("unsupported-table", `${name} has triggers: ${original.triggers.map((trigger) => trigger.name).join(", ")}.`, "They would be lost with the old table. `triggers: carry` carries them over to the altered one.")];
	const foreign = unreadable(original.triggers);
	return [needsOwnSchema(original, alter, flavor, foreignKeys) ? refusal("unsupported-table", `${name} has triggers, and constraints whose names are to be kept.`, "Only one of the two can be carried over by a RENAME of this server (MySQL manual, \"RENAME TABLE Statement\"). Drop the triggers before the migration and create them again after it.") : null, foreign.length > 0 ? refusal("unsupported-table", `Triggers of ${name} are written in another character set than UTF-8: ${foreign.join(", ")}.`, "Create them again in a session with utf8mb4 first.") : null];
}

// src/engine/preflight/table.ts
/**
* What must be so for the ghost-table copy.
*
* @throws GhostshipError with every refusal at once
*/
async function refuseCopy(control, original, alter, options) {
	refuseAll([
		...judgeBinlog(control.server),
		...await copyRefusals(control, original, alter, options),
		await parentPrivileges(control, original, options)
	]);
}
/** The part of {@link refuseCopy} that a replica can tell as well. */
async function refuseTable(control, original, alter, options) {
	refuseAll(await copyRefusals(control, original, alter, options));
}
async function copyRefusals(control, original, alter, options) {
	const { server, session } = control;
	return [
		unprovenServer(server.facts, options),
		...tableRefusals(original, alter, await knowForeignKeys(control, original), options),
		await hiddenChildren(session, server, original)
	];
}
/** Whether a copy can do what the statement asks for at all. */
function hasCopy(alter, server) {
	return !addsForeignKeys(alter, server) && !movesPartitionedRows(alter);
}
/** Whether what belongs to the table, or to others, stands in the way of a copy. */
async function mayNotBeCopied({ server, session }, original, alter, keys, options) {
	return tableRefusals(original, alter, keys, options).some((one) => one !== null) || await hiddenChildren(session, server, original) !== null;
}
function tableRefusals(original, alter, keys, options) {
	return [
		...triggerRefusals(original, alter, keys.flavor, options),
		...foreignKeyRefusals(original, alter, keys, options),
		losesPlace(original, keys.flavor) ? refusal("unsupported-table", `${original.table.name} has a DATA DIRECTORY, which a copy would not have.`, "Run the statement directly: the server's own ALTER TABLE keeps the place of its files.") : null
	];
}
/** CREATE TABLE … LIKE leaves out where the files of a table are; MariaDB's also those of partitions. */
function losesPlace({ createStatement }, flavor) {
	const lines = createStatement.replaceAll(/`(?:[^`]|``)*`|'(?:[^'\\]|\\.|'')*'/gsu, "").split("\n");
	const hasPlace = (line) => /\bDATA DIRECTORY\s*=/u.test(line);
	return lines.some((line) => hasPlace(line) && (flavor === "mariadb" || line.startsWith(")")));
}

// src/engine/choose-way.ts
/**
* @param replicas whether the target has any
* @throws GhostshipError `unsupported-statement`, `invalid-statement` for foreign keys that cannot be added,
*   `no-migration-key`
*/
async function chooseWay(control, tried, options, replicas) {
	const { server, session } = control;
	const { original, alter, altered, after } = tried;
	const { isTriedWith = () => false } = tried;
	const isKnown = (other) => sameTable(other, after.table) || isTriedWith(other);
	await refuseTakenChecks(control, original.table, after.createStatement, isKnown);
	if (altered.way !== "copy" && isWorthDoingOnServer(altered, alter, original, replicas)) return {
		kind: "server",
		way: altered.way
	};
	if (addsForeignKeys(alter, server)) {
		const added = addedKeys(original.createStatement, after.createStatement, original.table.schema);
		if (added !== null) await refuseTakenNames(session, original, added.foreignKeys, isKnown);
		if (await countIfSmall(session, original) !== null) return {
			kind: "server",
			way: "whole"
		};
		if (added === null) throw addsMore(original);
		if (added.indexes.length > 0 && replicas && original.dataBytes > 268435456) throw indexFirst(original);
		return {
			kind: "add-keys",
			added
		};
	}
	const keys = await knowForeignKeys(control, original);
	if (foreignKeyRefusals(original, alter, keys, options).some((one) => one !== null) && keys.withoutParent.length === 0 && await countIfSmall(session, original) !== null) return {
		kind: "server",
		way: "whole"
	};
	if (altered.way === "inplace" && await mayNotBeCopied(control, original, alter, keys, options)) return {
		kind: "server",
		way: "inplace"
	};
	const only = await findOnlyServer(control, {
		...tried,
		replicas,
		options
	});
	return only === null ? { kind: "copy" } : {
		kind: "only-server",
		only
	};
}
function addsMore({ table }) {
	return new GhostshipError("unsupported-statement", `The statement adds a foreign key to ${table.name}, which is large, and changes something else.`, { hint: "Add the foreign key in a statement of its own, after the other changes: it is added in place then." });
}
function indexFirst({ table }) {
	return new GhostshipError("unsupported-statement", `The foreign key needs a new index of ${table.name}, and replicas would fall behind while they build it in one piece.`, { hint: "Add an index on its columns in a statement of its own first." });
}

// src/engine/relations/broken-triggers.ts
/**
* The server drops a column that a trigger of the table names. From then on every change of a row fails. So each trigger that may
* name one is created on the altered clone.
*
* @param clone altered and empty; the trigger goes with it
* @throws GhostshipError `unsupported-table`
*/
async function refuseBrokenTriggers(session, clone, { table, triggers }, alter) {
	const gone = [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)];
	for (const trigger of triggers.filter(({ body }) => gone.some((column) => mentions(body ?? "", column)))) {
		const refusal = await tryTrigger(session, clone, trigger);
		if (refusal === null || deniesTriggers(refusal) && !gone.some((column) => readsRow(trigger.body ?? "", column))) continue;
		throw new GhostshipError("unsupported-table", `The trigger ${trigger.name} of ${table.name} names a column that is gone after the statement: ${deniesTriggers(refusal) ? gone.join(", ") : refusal.message}`, {
			hint: "Change the trigger so that it works before and after the statement, or drop it before the migration and create it again after it.",
			cause: refusal
		});
	}
}
function mentions(body, column) {
	return body.toLowerCase().includes(column.toLowerCase());
}
/** `NEW.column` or `OLD.column`, with or without backquotes. */
function readsRow(body, column) {
	const found = body.toLowerCase().replaceAll(/[`"\s]/gu, "");
	return ["new", "old"].some((row) => found.includes(`${row}.${column.toLowerCase()}`));
}

// src/engine/change-on-server.ts
/**
* Lets the server do what it can do instantly, or in place at little cost, and what only the server can do.
*
* @throws GhostshipError `invalid-statement` with the server's words, and what {@link letServerAlter}, {@link chooseWay},
*   {@link addKeys} and {@link alterOnlyOnServer} throw
*/
async function changeOnServer(context, signal) {
	const { request, control, original, alter, recorder } = context;
	const notInstant = whyNoInstantColumns(control.server, alter);
	if (notInstant !== null && request.options.algorithm === "auto") recorder.notice(notInstant);
	const usedUp = request.options.algorithm === "auto" ? await whyNoRowVersions(control, original, alter) : null;
	if (usedUp !== null) recorder.notice(usedUp);
	const isTriedApart = hasRelatives(original, alter);
	const replicas = await hasReplicas(control.session);
	for (let ways = waysFor(request.options).filter((way) => usedUp === null || way !== "instant");;) try {
		var _usingCtx$1 = _usingCtx();
		const { altered, after: tried } = isTriedApart ? await tryApart(context, ways) : await tryOnGhost(context, ways);
		const way = await chooseWay(control, {
			original,
			alter,
			altered,
			after: tried
		}, request.options, replicas);
		if (request.mustCopy === true && way.kind !== "copy") throw copiedNoMore(original);
		const after = afterBy(way, original, tried);
		const definition = way.kind === "copy" && request.options.foreignKeys === "drop" ? withoutForeignKeys(after.createStatement) : after.createStatement;
		recorder.define(original.createStatement, control.session.naming.inTheirNames(definition));
		if (way.kind === "copy") return isTriedApart ? "ghost-not-altered" : "ghost-altered";
		if (way.kind === "add-keys" || way.kind === "server" && isHeldAgainstRows(way.way, altered, original, after)) {
			const isWhole = way.kind === "server" && way.way === "whole";
			await refuseHazards(control, original, after, mapColumns(original, after, alter), isWhole, signal);
		}
		if (!isTriedApart) await dropGhost(control.sessions, context.names);
		const done = await carryOut(context, way, after, signal);
		if (!("refusal" in done)) {
			recorder.algorithm = algorithmOf(way);
			recorder.cutoverAttempt(done.attempts, done.lockedMs, null, []);
			return "done";
		}
		recorder.notice(`The server can do this on an empty table but not on this one: ${sentence(done.refusal)} The next way is tried.`);
		ways = altered.way === "copy" ? [] : ways.slice(ways.indexOf(altered.way) + 1);
		const session = _usingCtx$1.a(await control.sessions.open("making the ghost anew"));
		await recreateGhost(session, context.names, original);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function copiedNoMore({ table }) {
	return new GhostshipError("plan-changed", `${table.name} was to be copied, and by now the server would alter it itself: that has no gate, and leaves no old table to go back to.`, { hint: "Run this again: what has moved since the plan is shown before anything is started." });
}
/** What the table becomes. A copy has its indexes in the order of the clone, on which that is tried. */
function afterBy(way, original, tried) {
	if (way.kind === "copy") return tried;
	return {
		...tried,
		createStatement: indexesInOrderOf(original.createStatement, tried.createStatement)
	};
}
/** What a report calls it. */
function algorithmOf(way) {
	switch (way.kind) {
		case "copy": return "copy";
		case "add-keys": return "inplace";
		case "only-server": return "direct";
		case "server": return way.way === "whole" ? "direct" : way.way;
	}
}
/**
* Where the server would come upon rows that do not fit after a long time, they are looked for before; and where it would not look:
* MariaDB adds the CHECK of a column without reading a row.
*/
function isHeldAgainstRows(way, { rebuilds }, original, after) {
	return way === "whole" || way === "inplace" && rebuilds || addsChecks(original, after);
}
async function carryOut(context, way, after, signal) {
	if (way.kind === "add-keys") return await addKeys(context, after, way.added, signal);
	if (way.kind === "only-server") return await alterOnlyOnServer(context, way.only, after, signal);
	const { control, original, alter, request } = context;
	const { lockBudgetMs } = request.options;
	const noteSent = noteAlter(context, after, algorithmOf(way));
	const { flavor } = control.server;
	const work = {
		table: original.table,
		alter,
		way: way.way,
		flavor,
		withChecks: true,
		lockBudgetMs,
		noteSent
	};
	return await letServerAlter(control.sessions, work, signal);
}
/** @throws GhostshipError `invalid-statement` with the server's words */
async function alterGhost({ control, original, alter, names }) {
	try {
		var _usingCtx3 = _usingCtx();
		const altering = _usingCtx3.a(await control.sessions.openAsGiven("altering the ghost", "without checks"));
		await alterClone({
			asking: control.session,
			altering
		}, names.ghost, original.table, alter, control.server, []);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/**
* Alters a clone, which is among its relatives where foreign keys matter.
*
* @param sessions both with the checks of a person's session
*/
async function tryOnClone(sessions, clone, { original, alter, server }, ways) {
	refuseUnloggable(clone.alter, original.table.name, server.flavor);
	const altered = await alterClone(sessions, clone.name, original.table, clone.alter, server, ways);
	const after = await inspectClone(sessions.asking, clone.name, "own keys");
	if (after === null) throw cloneGone(original);
	await refuseBrokenTriggers(sessions.asking, clone.name, original, alter);
	return {
		altered,
		after: {
			...after,
			createStatement: clone.inTheirNames(after.createStatement),
			foreignKeys: after.foreignKeys.map((key) => ({
				name: key.name,
				child: clone.originalOf(key.child),
				parent: clone.originalOf(key.parent)
			}))
		}
	};
}
/** What the server says depends on foreign keys too, which the ghost has not. */
async function tryApart({ request, control, original, alter }, ways) {
	try {
		var _usingCtx4 = _usingCtx();
		const { foreignKeys } = request.options;
		const { server } = control;
		const asking = _usingCtx4.a(await control.sessions.openWithChecks("making a clone"));
		const altering = _usingCtx4.a(await control.sessions.openAsGiven("trying the statement", "with checks"));
		for (const own of [asking, altering]) await keepOutOfBinlog(own, false);
		const asked = {
			original,
			alter,
			server,
			foreignKeys,
			purpose: "migration"
		};
		const clone = _usingCtx4.a(await openClone(asking, asked));
		return await tryOnClone({
			asking,
			altering
		}, clone, asked, ways);
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function tryOnGhost({ control, original, alter, names }, ways) {
	try {
		var _usingCtx5 = _usingCtx();
		refuseUnloggable(alter, original.table.name, control.server.flavor);
		const altering = _usingCtx5.a(await control.sessions.openAsGiven("altering the ghost", "without checks"));
		const sessions = {
			asking: control.session,
			altering
		};
		const altered = await alterClone(sessions, names.ghost, original.table, alter, control.server, ways);
		const after = await inspectTable(control.session, names.ghost);
		if (after === null) throw cloneGone(original);
		await refuseBrokenTriggers(control.session, names.ghost, original, alter);
		return {
			altered,
			after
		};
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		await _usingCtx5.d();
	}
}
function cloneGone({ table }) {
	return new GhostshipError("server-error", `The empty clone of ${table.name} disappeared during the dry run.`, { hint: "Another dry run of the same table may be running; run this one again." });
}

export { converts as C, convertedValue$1 as D, verifiedColumns as E, refuseConversions as O, copiedColumns as S, hashedColumns as T, readsClock as _, tryOnClone as a, addedColumns as b, refuseCopy as c, refuseHazards as d, chooseMigrationKey as f, refuseModeDependent as g, computedAnew as h, changeOnServer as i, familyOf as k, refuseTable as l, probeRows as m, algorithmOf as n, chooseWay as o, refuseZeroUnderCounter as p, alterGhost as r, hasCopy as s, afterBy as t, refuseTakenChecks as u, refuseUnpinnable as v, convertsTemporals as w, convertsAsServer as x, withoutTexts as y };