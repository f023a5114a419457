import { r as __name } from "../rolldown-runtime.js";
import { t as ourMark } from "./marker.js";
import { a as raw, c as unquoteIdent, n as ident, o as sql, r as join, s as tableName } from "./sql.js";

// src/sql/checks.ts
/** In the order of the definition. MySQL writes each of them so; MariaDB writes those of a column behind it, without a name. */
function readChecks(createStatement) {
	return [...createStatement.matchAll(/^\s*(CONSTRAINT (`(?:[^`]|``)+`) CHECK .*?),?$/gmu)].map(([, definition = "", name = ""]) => ({
		name: unquoteIdent(name),
		definition
	}));
}
/** MySQL: of these names, the ones that checks of the schema have. It compares them without regard to case, as it does where it makes one. */
function selectCheckNames(schema, names) {
	return sql`SELECT CONSTRAINT_NAME AS name, TABLE_NAME AS holder FROM information_schema.TABLE_CONSTRAINTS
    WHERE CONSTRAINT_SCHEMA = ${schema} AND CONSTRAINT_TYPE = 'CHECK'
      AND CONSTRAINT_NAME IN (${join(names.map((name) => sql`${name}`))})`;
}
/** MySQL does it instantly. */
function dropChecks(table, names) {
	return sql`ALTER TABLE ${tableName(table)} ${join(names.map((name) => sql`DROP CHECK ${ident(name)}`))} ${raw(ourMark)}`;
}
/** MySQL gives a check without a name this one, and another with each new name of the table. */
function isMadeUp(name, table) {
	return name.startsWith(`${table.name}_chk_`) && /^\d+$/u.test(name.slice(table.name.length + 5));
}

export { selectCheckNames as i, isMadeUp as n, readChecks as r, dropChecks as t };