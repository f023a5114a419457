import { r as __name } from "../rolldown-runtime.js";
import { t as ourMark } from "./marker.js";
import { i as inDialect } from "./server.js";
import { a as raw, c as unquoteIdent, i as quotedNames, n as ident, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/foreign-keys.ts
const quoted = "`(?:[^`]|``)+`";
const list = `\\((${quoted}(?:, ?${quoted})*)\\)`;
const line = new RegExp(`^\\s*CONSTRAINT (${quoted}) FOREIGN KEY ${list} REFERENCES (?:(${quoted})\\.)?(${quoted}) ${list}(.*?),?$`, "gmu");
const indexLine = new RegExp(`^\\s*KEY (${quoted}) \\((${quoted}(?:, ?${quoted})*)\\)`, "gmu");
/** @param schema of the table: a parent beside it is named without one */
function readForeignKeys(createStatement, schema) {
	const indexes = [...createStatement.matchAll(indexLine)].map(([, name = "", columns]) => ({
		name,
		columns
	}));
	return [...createStatement.matchAll(line)].map(([, name = "", columns = "", of, parent = "", others = "", actions]) => ({
		name: unquoteIdent(name),
		columns: quotedNames(columns),
		parent: {
			schema: of === void 0 ? schema : unquoteIdent(of),
			name: unquoteIdent(parent)
		},
		parentColumns: quotedNames(others),
		actions: (actions ?? "").trim(),
		index: nameOf(indexes.find((index) => index.columns === columns))
	}));
}
function nameOf(index) {
	return index === void 0 ? null : unquoteIdent(index.name);
}
/** True where the server itself changes rows of the child when the parent's change. */
function cascades({ actions }) {
	return /\b(?:CASCADE|SET NULL|SET DEFAULT)\b/iu.test(actions);
}
/** The statement with other names for the tables its foreign keys refer to; those in `schema` stand without it. */
function referringTo(createStatement, schema, rename) {
	return createStatement.replaceAll(line, (text, ...groups) => {
		const [, , of, name = ""] = groups;
		const parent = rename({
			schema: of === void 0 ? schema.from : unquoteIdent(of),
			name: unquoteIdent(name)
		});
		const shown = parent.schema === schema.to ? ident(parent.name) : tableName(parent);
		return text.replace(/ REFERENCES (?:`(?:[^`]|``)+`\.)?`(?:[^`]|``)+` /u, () => ` REFERENCES ${shown.text} `);
	});
}
function withoutForeignKeys(createStatement) {
	return createStatement.replaceAll(line, "").replace(/,(?=\s*\n\))/u, "").replaceAll(/\n{2,}/gu, "\n");
}
/** The statement without these foreign keys, and without these indexes. */
function withoutKeys(createStatement, foreignKeys, indexes) {
	const gone = [...foreignKeys.map((name) => `  CONSTRAINT ${ident(name).text} FOREIGN KEY (`), ...indexes.map((name) => `  KEY ${ident(name).text} (`)];
	return createStatement.split("\n").filter((text) => !gone.some((head) => text.startsWith(head))).join("\n").replace(/,\n\)/u, "\n)");
}
/**
* With `foreign_key_checks` off no row is looked at. MariaDB makes NO ACTION of RESTRICT where it adds a key in place.
*
* An index that the server has made for a key is made anew, under the name of the key where that is written. A name that the
* server makes itself, of the name of the table and the next number, is not written: then the index keeps its own. Where the number
* is not the next one, another key takes the number before it for a moment.
*
* @param present names of those that the table has already
* @returns statements, in order
*/
function addForeignKeys(table, keys, algorithm = "INPLACE", present = []) {
	const start = `${table.name}_ibfk_`;
	const numberOf = (name) => (name.startsWith(start) ? Number(name.slice(start.length)) : 0) || 0;
	const alter = (clauses) => sql`ALTER TABLE ${tableName(table)} ALGORITHM=${raw(algorithm)}, ${join(clauses)} ${raw(ourMark)}`;
	const statements = [];
	const fillers = [];
	let last = Math.max(0, ...present.map(numberOf));
	let clauses = [];
	const isNumbered = ({ name, index }) => numberOf(name) > last && index !== name;
	const numbered = keys.filter(isNumbered).toSorted((one, other) => numberOf(one.name) - numberOf(other.name));
	for (const key of numbered) {
		const before = `${start}${numberOf(key.name) - 1}`;
		if (numberOf(key.name) > last + 1) {
			if (clauses.length > 0) statements.push(alter(clauses));
			clauses = [];
			statements.push(alter([named({
				...key,
				name: before
			})]));
			fillers.push(before);
		}
		clauses.push(sql`ADD FOREIGN KEY ${indexName(key)} ${referring(key)}`);
		last = numberOf(key.name);
	}
	if (clauses.length > 0 && fillers.length > 0) {
		statements.push(alter(clauses), dropForeignKeys(table, fillers));
		clauses = [];
	}
	clauses.push(...keys.filter((key) => !numbered.includes(key)).map(named));
	return clauses.length > 0 ? [...statements, alter(clauses)] : statements;
}
function named(key) {
	return sql`ADD ${writeForeignKey(key, true)}`;
}
/** As a clause, without ADD. */
function writeForeignKey(key, withName) {
	const constraint = withName ? sql`CONSTRAINT ${ident(key.name)}` : raw("");
	return sql`${constraint} FOREIGN KEY ${referring(key)}`;
}
/** MariaDB would take it for the name of the key. */
function indexName({ index }) {
	return raw(index === null ? "" : inDialect("mysql", ident(index)));
}
function referring({ columns, parent, parentColumns, actions }) {
	return sql`(${join(columns.map(ident))}) REFERENCES ${tableName(parent)} (${join(parentColumns.map(ident))}) ${raw(actions)}`;
}
/** Foreign keys together with the indexes that came with them. */
function dropKeys(table, foreignKeys, indexes) {
	const clauses = [...foreignKeys.map((name) => sql`DROP FOREIGN KEY ${ident(name)}`), ...indexes.map((name) => sql`DROP INDEX ${ident(name)}`)];
	return sql`ALTER TABLE ${tableName(table)} ${join(clauses)}`;
}
/** Of these names, the ones that foreign keys of the schema have. */
function selectForeignKeyNames(schema, names) {
	return sql`SELECT CONSTRAINT_NAME AS name, TABLE_NAME AS child FROM information_schema.TABLE_CONSTRAINTS
    WHERE CONSTRAINT_SCHEMA = ${schema} AND CONSTRAINT_TYPE = 'FOREIGN KEY'
      AND CONSTRAINT_NAME IN (${join(names.map((name) => sql`${name}`))})`;
}
function dropForeignKeys(table, names) {
	return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP FOREIGN KEY ${ident(name)}`))} ${raw(ourMark)}`;
}

export { readForeignKeys as a, withoutForeignKeys as c, dropKeys as i, withoutKeys as l, cascades as n, referringTo as o, dropForeignKeys as r, selectForeignKeyNames as s, addForeignKeys as t, writeForeignKey as u };