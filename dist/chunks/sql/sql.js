import { r as __name } from "../rolldown-runtime.js";

// src/sql/sql.ts
/**
* SQL text that is safe to send: the only thing a session accepts. It is built by the {@link sql} tag, which quotes
* every value that is not itself Sql, so that a forgotten quote is a type error and not an injection.
*/
var Sql = class {
	text;
	constructor(text) {
		this.text = text;
	}
	toString() {
		return this.text;
	}
};
/** ``sql`SELECT ${ident(column)} FROM ${table} WHERE name = ${name}` `` */
function sql(strings, ...values) {
	let text = strings[0] ?? "";
	values.forEach((value, index) => {
		text += literal(value) + (strings[index + 1] ?? "");
	});
	return new Sql(text);
}
/** An identifier, quoted with backticks. */
function ident(name) {
	return new Sql(`\`${name.replaceAll("`", "``")}\``);
}
/** The name that {@link ident} has quoted; a text without backticks around it is a name already. */
function unquoteIdent(quoted) {
	const inner = /^`([\s\S]*)`$/u.exec(quoted)?.[1];
	return inner === void 0 ? quoted : inner.replaceAll("``", "`");
}
/** The names of all identifiers in backticks, in the order of the text. */
function quotedNames(text) {
	return [...text.matchAll(/`(?:[^`]|``)+`/gu)].map(([identifier]) => unquoteIdent(identifier));
}
/** A qualified table name. */
function tableName(table) {
	return new Sql(`${ident(table.schema).text}.${ident(table.name).text}`);
}
/** Text that is already SQL: the user's own clauses, literals the server gave us. Greppable on purpose. */
function raw(text) {
	return new Sql(text);
}
function join(parts, separator = ", ") {
	return new Sql(parts.map((part) => part.text).join(separator));
}
/** Bytes as a hexadecimal literal, read in the given character set, so that no client encoding can change them. */
function hexLiteral(bytes, charset) {
	const digits = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
	return charset === null ? `X'${digits}'` : `_${charset} X'${digits}'`;
}
/**
* Backslash is escaped, which is right because every session of ours runs without NO_BACKSLASH_ESCAPES
* (see `session-settings.ts`).
*/
function literal(value) {
	if (value instanceof Sql) return value.text;
	if (value === null) return "NULL";
	if (value instanceof Uint8Array) return hexLiteral(value, null);
	if (typeof value === "string") return quote(value);
	if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
	if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a SQL number: ${value}`);
	return String(value);
}
function quote(text) {
	return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll("\0", "\\0")}'`;
}

export { raw as a, unquoteIdent as c, quotedNames as i, ident as n, sql as o, join as r, tableName as s, hexLiteral as t };