import { r as __name } from "../../rolldown-runtime.js";
import { o as sameName, p as findInAnyCase } from "../../mysql/inspect-table.js";
import { a as readForeignKeys, n as cascades, s as selectForeignKeyNames } from "../../sql/foreign-keys.js";
import { d as selectInnodbChildren } from "../../sql/inspect.js";
import { t as GhostshipError } from "../../support/errors.js";
import { g as refusal } from "./privileges.js";

// src/engine/preflight/foreign-keys.ts
/** True where the server makes a foreign key of what the statement says. */
function addsForeignKeys(alter, server) {
	return alter.addsForeignKey && (hasForeignKeyClause(alter) || !ignoresReferences(server));
}
/**
* The clone that the statement was tried on is in another schema, where all names are free. What the table has that its
* definition is without is dropped before the statement is carried out.
*
* @throws GhostshipError `invalid-statement`
*/
async function refuseTakenNames(session, { table, createStatement }, added, isTriedWith) {
	const names = added.map(({ name }) => name);
	const own = readForeignKeys(createStatement, table.schema);
	const isLeft = (child, key) => sameName(child, table.name) && !own.some(({ name }) => sameName(name, key));
	const found = names.length === 0 ? [] : await session.rows(selectForeignKeyNames(table.schema, names));
	const isKnown = (child) => !sameName(child, table.name) && isTriedWith({
		schema: table.schema,
		name: child
	});
	const taken = found.find(({ child, name }) => !isLeft(String(child), String(name)) && !isKnown(String(child)));
	if (taken === void 0) return;
	throw new GhostshipError("invalid-statement", `The server refuses the statement on ${table.name}: Duplicate foreign key constraint name '${String(taken.name)}'. ${String(taken.child)} has a foreign key of this name.`, { hint: "Give the foreign key another name." });
}
function hasForeignKeyClause(alter) {
	return alter.statement.clauses.some(({ kind }) => kind === "add-foreign-key");
}
/** Those of a column, which MySQL makes a foreign key of since 9.0 (MySQL 9.0 release notes). */
function ignoresReferences({ flavor, version }) {
	return flavor === "mysql" && Number.parseInt(version, 10) < 9;
}
/** Since 9.6 MySQL carries foreign keys out above InnoDB, where they reach the binlog (MySQL manual, `innodb_native_foreign_keys`). */
async function knowForeignKeys({ server, session }, { createStatement, table, parentsByThen = [] }) {
	const withoutParent = [];
	const own = server.flavor === "mysql" ? readForeignKeys(createStatement, table.schema) : [];
	for (const key of own) {
		if (parentsByThen.some((parent) => sameTable(parent, key.parent))) continue;
		if ((await findInAnyCase(session, key.parent)).length === 0) withoutParent.push(key);
	}
	return {
		flavor: server.flavor,
		cascadesAreLogged: server.facts.variables.innodb_native_foreign_keys === "OFF",
		withoutParent
	};
}
/** What stands in the way of a copy. */
function foreignKeyRefusals(original, alter, keys, options) {
	const { name } = original.table;
	const children = original.foreignKeys.filter(({ parent }) => sameTable(parent, original.table));
	const isOwn = ({ child }) => sameTable(child, original.table);
	const [others, itself] = [children.filter((key) => !isOwn(key)), children.filter(isOwn)];
	return [
		others.length > 0 ? refusal("unsupported-table", `Other tables refer to ${name}: ${others.map(describeForeignKey).join(", ")}. Their foreign keys would follow the old table out of the way.`, dropAndAdd) : null,
		itself.length > 0 ? refusal("unsupported-table", `${name} refers to itself: ${itself.map((key) => key.name).join(", ")}. A copy would refer to the old table.`, dropAndAdd) : null,
		...ownKeyRefusals(original, alter, keys, options),
		droppedForeignKeys(original, alter).length > 0 ? refusal("unsupported-statement", `The statement drops a foreign key of ${name}, and does something else for which the table must be copied.`, "The copy has no foreign keys yet. Drop the foreign key in a statement of its own, which the server carries out in place.") : null
	];
}
async function hiddenChildren(session, server, original) {
	const names = await namesOfHiddenChildren(session, server, original);
	if (names.length === 0) return null;
	return refusal("unsupported-table", `Tables that this user may not see refer to ${original.table.name}: ${names.join(", ")}. Their foreign keys would follow the old table out of the way.`, dropAndAdd);
}
const dropAndAdd = "Drop these foreign keys before the migration and add them again after it.";
/**
* Children in schemas that this user may not look into: only InnoDB's own list has them, and only with PROCESS.
*
* @returns none where all are seen
*/
async function namesOfHiddenChildren(session, { flavor }, definition) {
	const { table, foreignKeys } = definition.source ?? definition;
	const rows = await session.rows(selectInnodbChildren(table, flavor)).catch(() => []);
	const seen = foreignKeys.filter(({ parent }) => sameTable(parent, table));
	return rows.length <= seen.length ? [] : rows.map((row) => String(row.child));
}
/** DROP CONSTRAINT may mean a foreign key, too. */
function droppedForeignKeys({ createStatement, table }, alter) {
	const wanted = [...alter.droppedForeignKeys, ...alter.droppedConstraints];
	return readForeignKeys(createStatement, table.schema).map(({ name }) => name).filter((key) => wanted.some((name) => sameName(name, key)));
}
function ownKeyRefusals(original, alter, keys, { foreignKeys }) {
	const { table } = original;
	const { flavor, cascadesAreLogged } = keys;
	const dropped = droppedForeignKeys(original, alter);
	const own = readForeignKeys(original.createStatement, table.schema).filter(({ name, parent }) => !dropped.includes(name) && !sameTable(parent, table));
	if (own.length === 0) return [];
	const list = own.map((key) => `${key.name} (${table.schema}.${table.name} → ${key.parent.name})`).join(", ");
	const unlogged = cascadesAreLogged ? [] : own.filter(cascades);
	const isRefused = foreignKeys === "refuse" || foreignKeys === "carry" && flavor === "mariadb";
	const carry = flavor === "mysql" ? "`foreign-keys: carry` carries them over to the altered table. " : "";
	return [
		isRefused ? refusal("unsupported-table", foreignKeys === "carry" ? `${table.name} has foreign keys, which no session of MariaDB can carry over in one step: ${list}.` : `${table.name} has foreign keys: ${list}.`, unlogged.length > 0 ? dropAndAdd : `${carry}\`foreign-keys: drop\` leaves them out. ${carry === "" ? dropAndAdd : ""}`.trim()) : null,
		parentless(original, own, keys),
		unlogged.length > 0 ? refusal("unsupported-table", `Rows of ${table.name} are changed by ${unlogged.map(({ name, actions }) => `${name} (${actions})`).join(", ")}, which this server does not log.`, dropAndAdd) : null
	];
}
/** MySQL locks the parents when the tables are swapped, and a key cannot be added where there is none. */
function parentless({ table }, own, { withoutParent }) {
	const found = own.filter(({ name }) => withoutParent.some((key) => key.name === name));
	if (found.length === 0) return null;
	const list = found.map(({ name, parent }) => `${name} (${parent.schema}.${parent.name})`).join(", ");
	return refusal("unsupported-table", `Foreign keys of ${table.name} refer to tables that do not exist, or that this user may not see: ${list}.`, "Drop these foreign keys in a statement of their own.");
}
function describeForeignKey(key) {
	return `${key.name} (${key.child.schema}.${key.child.name} → ${key.parent.name})`;
}
function sameTable(left, right) {
	return left.schema.toLowerCase() === right.schema.toLowerCase() && left.name.toLowerCase() === right.name.toLowerCase();
}

export { namesOfHiddenChildren as a, knowForeignKeys as i, foreignKeyRefusals as n, refuseTakenNames as o, hiddenChildren as r, sameTable as s, addsForeignKeys as t };