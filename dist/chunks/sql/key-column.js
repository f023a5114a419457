import { r as __name } from "../rolldown-runtime.js";
import { a as raw, n as ident, o as sql, t as hexLiteral } from "./sql.js";

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

export { isOrderedHere as a, selectKeyPart as c, convertLiteral as i, temporalLiteral as l, collated as n, literalFromSelected as o, compareLiterals as r, padded as s, bytesLiteral as t };