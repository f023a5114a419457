import { r as __name } from "../../rolldown-runtime.js";
import { t as parseStatement } from "../../sql.js";
import { a as usualQuoting, i as quotingOf } from "./tokens.js";
import { t as referencesOf } from "./references.js";
import { t as splitFile } from "./split-file.js";

// src/sql/parser/alter.ts
/**
* Reads one statement; a delimiter at its end and comments around it do not matter. Only what the text tells is known,
* and a clause that is not understood is passed on in `body`: whether it is valid is for the server to say.
*
* @param server that the statement is written for. It decides which executable comments (`/*!80013 …`) are code, and its
*   sql_mode where a quote ends. Pass it whenever it is known: without one, all such comments are taken for code.
*/
function readAlter(sql, server = null) {
	const quoting = server === null ? usualQuoting : quotingOf(server.sqlMode.split(","));
	const { statements } = splitFile(sql, quoting);
	const [span] = statements;
	if (span === void 0 || statements.length > 1) return {
		kind: "not-one-statement",
		count: statements.length
	};
	const statement = parseStatement(sql, span, server, quoting);
	return statement.kind === "alter-table" ? alterStatement(sql, statement) : {
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
	const { list, partitioning } = alter.statement.body;
	return joined(" ", joined(", ", modifiers, list), partitioning);
}
function alterStatement(text, statement) {
	const { clauses, body, prefixes, table } = statement;
	const hasPrefix = (word) => prefixes.some((prefix) => prefix.text === word);
	const added = clauses.filter((clause) => clause.kind === "add-column").map((clause) => clause.column);
	const indexes = clauses.filter((clause) => clause.kind === "add-index");
	return {
		kind: "alter",
		text,
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
			unique: true
		})), ...indexes.filter((clause) => clause.index !== "primary").map((clause) => ({
			name: clause.name?.text ?? null,
			unique: clause.index === "unique"
		}))],
		droppedIndexes: clauses.flatMap((clause) => clause.kind === "drop-index" ? [clause.name.text] : []),
		addsPrimaryKey: indexes.some((clause) => clause.index === "primary") || added.some((column) => column.key === "primary"),
		dropsPrimaryKey: clauses.some((clause) => clause.kind === "drop-primary-key"),
		touchesPartitions: clauses.some((clause) => clause.kind === "partition"),
		addsForeignKey: clauses.some((clause) => clause.kind === "add-foreign-key" || referencesOf(clause) !== null),
		references: clauses.map(referencesOf).filter((found) => found !== null),
		droppedForeignKeys: clauses.flatMap((clause) => clause.kind === "drop-foreign-key" ? [clause.name.text] : []),
		droppedConstraints: clauses.flatMap((clause) => clause.kind === "drop-constraint" ? [clause.name.text] : []),
		setsAutoIncrement: clauses.some((clause) => clause.kind === "table-options" && clause.options.some((option) => option.name === "AUTO_INCREMENT")),
		statement
	};
}
function isModifier(clause) {
	return clause.kind === "algorithm" || clause.kind === "lock";
}
function renamedTo(clauses) {
	const last = clauses.findLast((clause) => clause.kind === "rename-table");
	return last === void 0 ? null : {
		schema: last.to.schema,
		name: last.to.name
	};
}
function columnRename(clause) {
	if (clause.kind === "rename-column") return [{
		from: clause.from.text,
		to: clause.to.text
	}];
	if (clause.kind !== "change-column" || clause.from.text === clause.column.name.text) return [];
	return [{
		from: clause.from.text,
		to: clause.column.name.text
	}];
}
function joined(separator, ...parts) {
	return parts.filter((part) => part !== "").join(separator);
}

export { readAlter as n, bodyWith as t };