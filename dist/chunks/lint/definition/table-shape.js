import { r as __name } from "../../rolldown-runtime.js";
import { n as readTable, t as familyOfType } from "../../sql/type-families.js";

// src/lint/definition/type-shape.ts
function typeShape({ name, arguments: written, attributes }) {
	const shown = spellings[name] ?? name.toLowerCase();
	const family = familyOfType(shown);
	return {
		name: shown,
		family,
		arguments: family === "integer" || family === "year" ? [] : written.length > 0 ? written : implied[shown] ?? [],
		unsigned: name === "SERIAL" || attributes.includes("UNSIGNED") || attributes.includes("ZEROFILL")
	};
}
/** As a person would write it. */
function typeInWords({ name, family, arguments: args, unsigned }) {
	const isLong = family === "enum" || family === "set";
	const list = args.length === 0 ? "" : isLong ? "(…)" : `(${args.join(",")})`;
	return `${name.toUpperCase()}${list}${unsigned ? " UNSIGNED" : ""}`;
}
const implied = {
	decimal: ["10", "0"],
	char: ["1"],
	binary: ["1"],
	bit: ["1"]
};
const spellings = {
	BOOL: "tinyint",
	BOOLEAN: "tinyint",
	INT1: "tinyint",
	INT2: "smallint",
	INT3: "mediumint",
	MIDDLEINT: "mediumint",
	INT4: "int",
	INTEGER: "int",
	INT8: "bigint",
	SERIAL: "bigint",
	DEC: "decimal",
	NUMERIC: "decimal",
	FIXED: "decimal",
	REAL: "double",
	"DOUBLE PRECISION": "double",
	FLOAT4: "float",
	FLOAT8: "double",
	CHARACTER: "char",
	NCHAR: "char",
	"NATIONAL CHAR": "char",
	"NATIONAL CHARACTER": "char",
	VARCHARACTER: "varchar",
	"CHAR VARYING": "varchar",
	"CHARACTER VARYING": "varchar",
	NVARCHAR: "varchar",
	"NCHAR VARCHAR": "varchar",
	"NCHAR VARYING": "varchar",
	"NATIONAL VARCHAR": "varchar",
	"NATIONAL CHAR VARYING": "varchar",
	"NATIONAL CHARACTER VARYING": "varchar",
	LONG: "mediumtext",
	"LONG VARCHAR": "mediumtext",
	"LONG CHAR VARYING": "mediumtext",
	"LONG CHARACTER VARYING": "mediumtext",
	"LONG VARBINARY": "mediumblob"
};

// src/lint/definition/column-shape.ts
/** @param text that the column was read from */
function columnShape(column, text, table) {
	const written = (span) => span === null ? null : text.slice(span.start, span.end);
	const type = typeShape(column.type);
	const own = charsetFrom(column.charset?.text ?? null, column.collation?.text ?? null);
	const inherits = own.charset === null;
	return {
		name: column.name.text,
		type,
		notNull: column.nullability === "not-null" || column.key === "primary",
		default: column.default === null || column.default.kind === "null" ? null : written(column.default),
		comment: written(column.comment),
		onUpdate: written(column.onUpdate),
		autoIncrement: column.autoIncrement,
		generated: column.generated,
		charset: hasCharset(type) ? inherits ? table.charset : own.charset : null,
		collation: hasCharset(type) ? inherits ? table.collation : own.collation : null
	};
}
/** A collation names its character set: `utf8mb4_0900_ai_ci`. */
function charsetFrom(charset, collation) {
	const name = charset?.toLowerCase() ?? collation?.toLowerCase().split("_")[0] ?? null;
	return {
		charset: name === "utf8" ? "utf8mb3" : name,
		collation: collation?.toLowerCase() ?? null
	};
}
function hasCharset({ family }) {
	return family === "text" || family === "enum" || family === "set";
}

// src/lint/definition/index-shape.ts
function indexShape(clause, text, name) {
	return {
		name,
		kind: clause.index,
		used: clause.used,
		parts: clause.parts.map((part) => {
			const written = text.slice(part.start, part.end);
			const prefix = part.hasPrefixLength ? /\((\d+)\)/u.exec(written)?.[1] : void 0;
			return {
				column: part.column?.text ?? null,
				prefix: prefix === void 0 ? null : Number(prefix),
				text: written.replace(/\s+ASC$/iu, "")
			};
		})
	};
}
/** The index that a column brings with PRIMARY KEY or UNIQUE on itself. */
function indexOfColumn(column, present) {
	if (column.key === null) return null;
	const part = {
		column: column.name.text,
		prefix: null,
		text: column.name.text
	};
	return {
		name: column.key === "primary" ? "PRIMARY" : freeName(column.name.text, present),
		kind: column.key,
		parts: [part],
		used: true
	};
}
/** As servers name an index that has no name: by its first column. */
function indexName(clause, present) {
	if (clause.index === "primary") return "PRIMARY";
	return clause.name?.text ?? freeName(clause.parts[0]?.column?.text ?? "functional_index", present);
}
function isUnique({ kind }) {
	return kind === "unique" || kind === "primary";
}
function freeName(base, present) {
	const isTaken = (name) => present.some((index) => index.name.toLowerCase() === name.toLowerCase());
	if (!isTaken(base)) return base;
	let number = 2;
	while (isTaken(`${base}_${number}`)) number += 1;
	return `${base}_${number}`;
}

// src/lint/definition/table-shape.ts
/** Reads what SHOW CREATE TABLE gives, or a CREATE TABLE that a person has written; `null` if it lists no columns. */
function readShape(text) {
	const table = readTable(text);
	return table === null ? null : shapeOf(table, text);
}
function shapeOf(table, text) {
	if (table.elements.length === 0 || table.elements.length > 5e3) return null;
	const written = (name) => table.options.find((option) => option.name === name)?.value ?? null;
	const charset = charsetFrom(written("CHARSET"), written("COLLATE"));
	const counter = written("AUTO_INCREMENT");
	const columns = table.elements.flatMap((element) => element.kind === "add-column" ? [columnShape(element.column, text, charset)] : []);
	return {
		charset,
		indexes: indexesIn(table.elements, text),
		columns: withPrimaryNotNull(columns, indexesIn(table.elements, text)),
		foreignKeys: table.elements.filter(({ kind }) => kind === "add-foreign-key").length,
		counter: counter !== null && /^\d+$/u.test(counter) ? BigInt(counter) : null
	};
}
/** No server takes as many columns, indexes and constraints (MySQL manual, "Limits on Table Column Count": 4,096 columns). */
const maxElements = 5e3;
/** No server takes as many: MySQL 64, MariaDB 128. */
const maxIndexes = 200;
function findColumn({ columns }, name) {
	return columns.find((column) => isSame(column.name, name)) ?? null;
}
/** Servers compare the names of columns and indexes without regard to case. */
function isSame(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
/** A column of the primary key is NOT NULL, whether or not that is written. */
function withPrimaryNotNull(columns, indexes) {
	const primary = indexes.find(({ kind }) => kind === "primary");
	if (primary === void 0) return columns;
	const isInKey = ({ name }) => primary.parts.some(({ column }) => column !== null && isSame(column, name));
	return columns.map((column) => isInKey(column) ? {
		...column,
		notNull: true
	} : column);
}
/** What these elements or clauses add, in order. */
function indexesIn(clauses, text, present = []) {
	const indexes = [...present];
	for (const clause of clauses) {
		if (indexes.length >= maxIndexes) break;
		if (clause.kind === "add-index") indexes.push(indexShape(clause, text, indexName(clause, indexes)));
		const own = "column" in clause && "type" in clause.column ? indexOfColumn(clause.column, indexes) : null;
		if (own !== null) indexes.push(own);
	}
	return indexes;
}

export { readShape as a, isUnique as c, hasCharset as d, typeInWords as f, maxElements as i, charsetFrom as l, indexesIn as n, shapeOf as o, isSame as r, withPrimaryNotNull as s, findColumn as t, columnShape as u };