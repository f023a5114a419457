import { r as __name } from "../../rolldown-runtime.js";
import { d as hasCharset, i as maxElements, l as charsetFrom, n as indexesIn, r as isSame, s as withPrimaryNotNull, u as columnShape } from "./table-shape.js";

// src/lint/definition/altered-shape.ts
/**
* What a statement makes of a table, as far as its text tells. Where a server has changed a clone, that is the truth; the test
* of the rules on both servers holds this to it.
*
* @param text that the statement was read from
*/
function alteredShape(before, { clauses }, text) {
	if (clauses.length > 5e3) return before;
	let shape = before;
	for (const clause of clauses) shape = applied(shape, clause, text);
	return {
		...shape,
		columns: withPrimaryNotNull(shape.columns, shape.indexes)
	};
}
function applied(shape, clause, text) {
	switch (clause.kind) {
		case "add-column":
		case "modify-column":
		case "change-column": return defined(shape, clause, text);
		case "rename-column": return renamed(shape, clause.from.text, clause.to.text);
		case "drop-column": return dropped(shape, clause.column.text);
		case "alter-column": return withDefault(shape, clause.column.text, clause.action);
		case "add-index": return {
			...shape,
			indexes: indexesIn([clause], text, shape.indexes)
		};
		case "drop-index":
		case "drop-constraint": return {
			...shape,
			indexes: shape.indexes.filter(({ name }) => !isSame(name, clause.name.text))
		};
		case "drop-primary-key": return {
			...shape,
			indexes: shape.indexes.filter(({ kind }) => kind !== "primary")
		};
		case "rename-index": return withIndex(shape, clause.from.text, { name: clause.to.text });
		case "alter-index": return withIndex(shape, clause.name.text, { used: clause.used });
		case "add-foreign-key": return {
			...shape,
			foreignKeys: shape.foreignKeys + 1
		};
		case "drop-foreign-key": return {
			...shape,
			foreignKeys: Math.max(0, shape.foreignKeys - 1)
		};
		case "convert-charset": return converted(shape, clause.charset?.text ?? null);
		case "table-options": return withOptions(shape, clause);
		case "add-check":
		case "algorithm":
		case "alter-check":
		case "force":
		case "keys":
		case "lock":
		case "order-by":
		case "partition":
		case "rename-table":
		case "secondary-engine":
		case "system-versioning":
		case "tablespace":
		case "unknown":
		case "validation": return shape;
	}
}
function defined(shape, clause, text) {
	const column = columnShape(clause.column, text, shape.charset);
	const indexes = indexesIn([clause], text, shape.indexes);
	if (clause.kind === "add-column" && shape.columns.some(({ name }) => isSame(name, column.name))) return shape;
	if (clause.kind === "add-column") return {
		...shape,
		columns: [...shape.columns, column],
		indexes
	};
	const from = clause.kind === "change-column" ? clause.from.text : clause.column.name.text;
	const moved = renamed({
		...shape,
		indexes
	}, from, column.name);
	return {
		...moved,
		columns: moved.columns.map((one) => isSame(one.name, column.name) ? column : one)
	};
}
function renamed(shape, from, to) {
	const nameOf = (name) => isSame(name, from) ? to : name;
	return {
		...shape,
		columns: shape.columns.map((column) => ({
			...column,
			name: nameOf(column.name)
		})),
		indexes: shape.indexes.map((index) => ({
			...index,
			parts: index.parts.map((part) => part.column === null ? part : {
				...part,
				column: nameOf(part.column)
			})
		}))
	};
}
/** An index loses the column, and is gone with its last one. */
function dropped(shape, name) {
	const without = (index) => ({
		...index,
		parts: index.parts.filter(({ column }) => column === null || !isSame(column, name))
	});
	return {
		...shape,
		columns: shape.columns.filter((column) => !isSame(column.name, name)),
		indexes: shape.indexes.map(without).filter(({ parts }) => parts.length > 0)
	};
}
function withDefault(shape, name, action) {
	if (action !== "drop-default" && action !== "set-default") return shape;
	const changed = action === "drop-default" ? null : "as the statement says";
	const change = (column) => isSame(column.name, name) ? {
		...column,
		default: changed
	} : column;
	return {
		...shape,
		columns: shape.columns.map(change)
	};
}
function withIndex(shape, name, change) {
	const indexes = shape.indexes.map((index) => isSame(index.name, name) ? {
		...index,
		...change
	} : index);
	return {
		...shape,
		indexes
	};
}
/** Which collation comes with a character set that names none is for the server to say. */
function converted(shape, name) {
	const { charset } = charsetFrom(name, null);
	const convert = (column) => hasCharset(column.type) ? {
		...column,
		charset,
		collation: null
	} : column;
	return {
		...shape,
		charset: {
			charset,
			collation: null
		},
		columns: shape.columns.map(convert)
	};
}
function withOptions(shape, { options }) {
	const written = (name) => options.find((option) => option.name === name)?.value ?? null;
	const charset = charsetFrom(written("CHARSET"), written("COLLATE"));
	const counter = written("AUTO_INCREMENT");
	return {
		...shape,
		charset: charset.charset === null ? shape.charset : charset,
		counter: counter !== null && /^\d+$/u.test(counter) ? BigInt(counter) : shape.counter
	};
}

export { alteredShape as t };